import Foundation
import TestSupport
import Testing

@testable import CommandLine

/// Variables that are no text: what is read is told of, and never passed over as if it were not set.
@Suite struct EnvironmentTests {
  @Test(arguments: ProcessContext.variables.sorted())
  func isRefusedWhereItIsRead(name: String) throws {
    try HostileBench.with { bench in
      for tool in [Places.tap2deb, Places.tap2rpm, Places.mktap, Places.tapconvert] {
        let script = "exec \"$(command -v env)\" \(name)=\"$(printf 'a\\377b')\" '\(tool)' -q -t web.tac"
        var program = Program("sh", ["-c", script])
        program.folder = bench.work
        program.environment = bench.environment
        let result = try program.run()
        #expect(result.status == 2, "\(result)")
        #expect(result.errors.contains("error: the variable \(name) of the environment is not UTF-8; "), "\(result)")
      }
      #expect(bench.package(.deb) == nil)
    }
  }

  @Test(arguments: ["${VALUE}", "${VALUE:-x}"])
  func aConfigurationTellsOfIt(text: String) throws {
    try HostileBench.with { bench in
      try bench.place("c.json", Array(#"{ "description": "\#(text)" }"#.utf8))
      let result = try bench.call(
        .deb, "-t web.tac --config c.json", before: "export VALUE=\"$(printf 'a\\377b')\"")
      #expect(result.status == 2 && result.errors.contains("the variable VALUE is not UTF-8"), "\(result)")
    }
  }

  /// Others are nobody's business.
  @Test func othersMayBeAnything() throws {
    try HostileBench.with { bench in
      let result = try bench.call(
        .deb, "-q -t web.tac", before: "export OTHER=\"$(printf '\\377')\" TERM=\"$(printf '\\377')\"")
      #expect(result.status == 0, "\(result)")
    }
  }

  /// Each variable that the sources read by its name is in the list, or only says how something is shown.
  @Test func theListIsComplete() throws {
    let shown: Set = ["TERM", "COLUMNS", "NO_COLOR", "CI"]
    var read: Set<String> = []
    let sources = "\(Places.repository)/Sources"
    for file in try FileManager.default.subpathsOfDirectory(atPath: sources) where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "\(sources)/\(file)", encoding: .utf8)
      for match in text.matches(of: /(?:context\.environment|[^.]environment|caller)\["([A-Za-z_]+)"[\],](?! =)/) {
        read.insert(String(match.1))
      }
      for match in text.matches(of: /variable\("([A-Z]+)"\)/) { read.insert(String(match.1)) }
    }
    #expect(read.count > 10)
    #expect(read.subtracting(ProcessContext.variables).subtracting(shown) == [])
  }
}
