import Testing
import PythonEvaluation
import TwistedModel

@Suite struct StubLibraryTests {
  @Test func findsModulesAndPackages() {
    let library = StubLibrary()
    #expect(library.source(of: "twisted.web.static")?.path == "twisted/web/static.py")
    #expect(library.source(of: "treq")?.isPackage == true)
    #expect(library.source(of: "twisted.web") == nil)
    #expect(library.source(of: "") == nil)
    #expect(StubLibrary.modules.contains("twisted.protocols.haproxy"))
  }

  @Test func aStubOfTheUsersOwnComesFirst() {
    let library = StubLibrary(overrides: ["klein.py": Array("x = 1\n".utf8), "shop/__init__.py": []])
    #expect(library.source(of: "klein")?.bytes == Array("x = 1\n".utf8))
    #expect(library.source(of: "shop")?.isPackage == true)
    #expect(library.source(of: "txredisapi") == StubLibrary().source(of: "txredisapi"))
  }
}
