import Dependencies
import Diagnostics
import Testing

@Suite struct RequirementsFileTests {
  private static func read(_ path: String, _ files: [String: String]) throws -> RequirementsFile {
    try RequirementsFile(path) { (path: String) throws(Failure) in
      guard let text = files[path] else { throw Failure.usage(.fileUnreadable, "there is no \(path)") }
      return Array(text.utf8)
    }
  }

  @Test func readsWhatPipDoes() throws {
    let file = try Self.read(
      "app/requirements.txt",
      [
        "app/requirements.txt": """
        # what the shop needs
        --index-url https://example.org/simple
        treq >= 21 \\
            --hash=sha256:abc \\
            --hash=sha256:def  # comment
        -r base/more.txt
        -c constraints.txt
        autobahn#frag
        git+https://example.org/x.git#egg=x
        klein @ https://example.org/klein.whl
        """.replacing("autobahn#frag", with: "autobahn #frag"),
        "app/base/more.txt": "\u{FEFF}pyyaml\r\n-r ./deep.txt\r\n", "app/base/deep.txt": "attrs\n-r more.txt\n",
      ])
    #expect(file.requirements.map(\.name.description) == ["treq", "pyyaml", "attrs", "autobahn", "klein"])
    #expect(file.requirements[0].location == Diagnostics.SourceLocation(file: "app/requirements.txt", line: 3))
    #expect(file.requirements[1].location == Diagnostics.SourceLocation(file: "app/base/more.txt", line: 1))
    #expect(file.diagnostics.count == 2 && file.diagnostics.allSatisfy { $0.remedy != nil })
  }

  @Test(arguments: ["-r ../secret.txt", "-r /etc/passwd", "-r a/../../b", "-r https://example.org/r.txt", "-r"])
  func staysInItsFolder(line: String) {
    let failure = #expect(throws: Failure.self) { try Self.read("a/r.txt", ["a/r.txt": "treq\n\(line)\n"]) }
    #expect(failure?.diagnostics.first?.location?.line == 2)
  }

  @Test func tellsAllMistakesWithTheirLines() {
    let failure = #expect(throws: Failure.self) { try Self.read("r.txt", ["r.txt": "=1\ntreq\n\n!!\n"]) }
    #expect(failure?.diagnostics.map(\.location?.line) == [1, 4])
  }

  @Test func endsWhereFilesIncludeFiles() {
    var files: [String: String] = [:]
    for index in 0..<100 { files["\(index).txt"] = "-r \(index + 1).txt\n" }
    #expect(throws: Failure.self) { try Self.read("0.txt", files) }
  }

  @Test(arguments: [
    "a\u{0}b", String(repeating: "treq\n", count: 3000), "treq\\", String(repeating: "\\\n", count: 50_000),
  ])
  func survives(text: String) {
    _ = try? Self.read("r.txt", ["r.txt": text])
  }

  @Test func readsAProject() throws {
    let file = try Self.read(
      "pyproject.toml",
      [
        "pyproject.toml": #"""
        [build-system]
        requires = ["setuptools"]
        dependencies = ["not-this"]
        [project]
        name = "shop"
        description = """
        dependencies = ["nor-this"]
        """
        classifiers = [
          "a # b", 'c ] d',
        ]
        dependencies = [
          "treq>=21",  # versions
          'klein[x]; python_version < "4"',
        ]
        [project.optional-dependencies]
        test = ["pytest"]
        """#
      ])
    #expect(file.requirements.map(\.name.description) == ["treq", "klein"])
    #expect(file.requirements.map(\.location.line) == [13, 14])
  }

  @Test(arguments: [
    "[project]\ndependencies = [", "[project]\ndependencies = [1]", "[project]\ndependencies = [\"a",
    "[project]\ndependencies=\"a\"", "x = '''", "[", "a", "= [", "[project\ndependencies", "a = \"\\",
  ])
  func refusesABrokenProject(text: String) {
    #expect(throws: Failure.self) { try Self.read("pyproject.toml", ["pyproject.toml": text]) }
  }

  @Test(arguments: ["", "[project]", "[tool.x]\na = 1"])
  func findsNothing(text: String) throws {
    #expect(try Self.read("pyproject.toml", ["pyproject.toml": text]).requirements.isEmpty)
  }
}
