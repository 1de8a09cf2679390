import Foundation
import TestSupport
import Testing

@Suite struct ScriptTests {
  private func scripts(of artefacts: Artefacts? = nil) throws -> [ShellScript] {
    let artefacts = try artefacts ?? Artefacts.built()
    return try [artefacts.packaging, artefacts.debControl, artefacts.debTree, artefacts.rpmTree]
      .flatMap { try ShellScript.below($0) } + ShellScript.scriptlets(of: artefacts.rpm)
  }

  @Test func everyKindOfScriptIsThere() throws {
    let origins = try scripts().map(\.origin)
    for expected in [
      "control/postinst", "control/prerm", "control/postrm", "deb/etc/init.d/twisted-web", "rpm/etc/init.d/twisted-web",
      "rpm scriptlet PREIN", "rpm scriptlet POSTIN", "rpm scriptlet PREUN", "rpm scriptlet POSTUN",
    ] {
      #expect(origins.contains(expected))
    }
  }

  @Test(arguments: [["sh", "-n"], ["dash", "-n"], ["bash", "--posix", "-n"], ["shellcheck", "-s", "sh"]])
  func everyScriptPasses(checker: [String]) throws {
    try check(scripts(), by: checker)
  }

  @Test(
    arguments: OptionSet.all, [["sh", "-n"], ["dash", "-n"], ["bash", "--posix", "-n"], ["shellcheck", "-s", "sh"]])
  func everyScriptPasses(set: OptionSet, checker: [String]) throws {
    try check(scripts(of: set.artefacts()), by: checker)
  }

  private func check(_ scripts: [ShellScript], by checker: [String]) throws {
    for script in scripts {
      try withTemporaryFolder { folder in
        let path = "\(folder)/script"
        try script.text.write(toFile: path, atomically: false, encoding: .utf8)
        let result = try Program(checker[0], Array(checker.dropFirst()) + [path]).run()
        #expect(result.succeeded, "\(script.origin): \(result)")
        #expect(result.output.isEmpty && result.errors.isEmpty, "\(script.origin): \(result)")
      }
    }
  }
}
