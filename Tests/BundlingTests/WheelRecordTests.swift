import Testing
import Toolbox

@testable import Bundling

/// The lists of installed files that pip keeps.
@Suite struct WheelRecordTests {
  @Test func digestsAndRowsFollowTheFiles() throws {
    let text = """
      ../../../bin/tool,sha256=old,12
      "a,b ""c"".py",sha256=kept,3
      x/__pycache__/y.pyc,,
      x-1.dist-info/RECORD,,

      """
    let record = try #require(WheelRecord(Array(text.utf8)))
    let settled = record.text { path in
      switch path {
      case "../../../bin/tool":
        .rewritten(sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", size: 3)
      case "x/__pycache__/y.pyc": .gone
      default: .unchanged
      }
    }
    #expect(
      settled == """
        ../../../bin/tool,sha256=ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0,3
        "a,b ""c"".py",sha256=kept,3
        x-1.dist-info/RECORD,,

        """)
  }

  @Test(arguments: ["\"open,a,b\n", "only,two\n", "a,b,c,d\n", "\"x\"y,,\n"])
  func whatIsNoListIsRefused(text: String) {
    #expect(WheelRecord(Array(text.utf8)) == nil)
  }

  @Test func whatIsNotUTF8IsRefused() { #expect(WheelRecord([0xFF, 0x2C, 0x2C]) == nil) }
}
