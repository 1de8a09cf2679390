import Foundation
import TestSupport
import Testing

/// Several applications, of which somebody else wrote the list, or the folder that is searched.
@Suite struct FleetFileTests {
  /// A value that would be two words for the run that makes the package.
  @Test(arguments: [
    #"{"tapfile": "web.tac", "exclude": "x\u0000--postinst=evil"}"#, #"{"tapfile": "web.tac\u0000--no-sysv"}"#,
    #"{"plugin": "web", "arguments": ["--path", "/srv\u0000--uid=0"]}"#,
    #"{"tapfile": "web.tac", "deb": {"depends": ["a\u0000--user=root"]}}"#,
  ])
  func valuesAreOneWord(application: String) throws {
    try HostileBench.with { bench in
      try bench.place("evil", Array("hostile-canary".utf8))
      try bench.place("fleet.json", Array("{\"applications\": [\(application)]}".utf8))
      let result = try bench.call(.deb, "--batch fleet.json")
      #expect(result.status == 2 && result.errors.contains("has U+0000"), "\(result)")
      #expect(bench.package(.deb) == nil && bench.leftovers.isEmpty)
    }
  }

  @Test func aConfigurationIsReadLikewise() throws {
    try HostileBench.with { bench in
      try bench.place("tap2deb.json", Array(#"{"include": "web.tac\u0000x"}"#.utf8))
      let result = try bench.call(.deb, "-t web.tac")
      #expect(
        result.status == 2 && result.errors.contains("tap2deb.json:1: the value of 'include' has U+0000"), "\(result)")
    }
  }

  /// In a folder that is searched, links lead nowhere, nothing is opened that is no file, and nothing is passed over in silence.
  @Test func aFolderIsSearchedAsItIs() throws {
    try HostileBench.with { bench in
      let before = """
        mkdir -p apps/sub outside; cp web.tac apps/sub; cp web.tac outside/out.tac; ln -s ../outside apps/link
        ln -s ../outside/out.tac apps/link.tac; mkfifo apps/pipe.tac; cp web.tac 'apps/$(hostile-canary).tac'
        """
      let result = try bench.call(.deb, "--each apps", before: before)
      #expect(result.status == 2 && result.errors.contains("$(hostile-canary).tac"), "\(result)")
      #expect(!result.errors.contains("link") && !result.errors.contains("pipe") && !bench.hasRun, "\(result)")
      #expect(bench.package(.deb) != nil && bench.leftovers.isEmpty)
      let other = try bench.call(.deb, "--each apps", before: "cp web.tac \"$(printf 'apps/\\377.tac')\"")
      #expect(other.status == 2 && other.errors.contains("has a name that is not UTF-8"), "\(other)")
    }
  }

  /// Two that would write the same are found without comparing each with each.
  @Test func thousandsOfOneNameAreNoneTooMany() throws {
    try HostileBench.with { bench in
      let versions = (0..<1500).map { #"{"tapfile": "web.tac", "set-version": "\#($0)"}"# }
      let all =
        versions + [#"{"tapfile": "web.tac", "set-version": "7"}"#, #"{"tapfile": "web.tac", "set-version": "git"}"#]
      try bench.place("fleet.json", Array("{\"applications\": [\(all.joined(separator: ", "))]}".utf8))
      let result = try bench.call(.deb, "--batch fleet.json")
      #expect(result.status == 2 && result.errors.split(separator: "\n").count == 1, "\(result)")
      #expect(result.errors.contains("would both make the package twisted-web"), "\(result)")
      #expect(bench.package(.deb) == nil && bench.leftovers.isEmpty)
    }
  }
}
