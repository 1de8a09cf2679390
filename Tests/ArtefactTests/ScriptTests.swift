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
    let origins = try scripts(of: OptionSet.all[0].artefacts()).map(\.origin)
    for expected in [
      "control/postinst", "control/prerm", "control/postrm", "deb/etc/init.d/twisted-web", "rpm/etc/init.d/twisted-web",
      "rpm scriptlet PREIN", "rpm scriptlet POSTIN", "rpm scriptlet PREUN", "rpm scriptlet POSTUN",
    ] {
      #expect(origins.contains(expected))
    }
  }

  /// Of all option sets; a script that several have is checked once.
  @Test(arguments: ["sh -n", "dash -n", "bash --posix -n", "shellcheck -s sh"])
  func everyScriptPasses(checker: String) throws {
    var origins: [String: String] = [:]
    for script in try scripts() { origins[script.text] = script.origin }
    for set in OptionSet.all {
      for script in try scripts(of: set.artefacts()) { origins[script.text] = "\(set.name): \(script.origin)" }
    }
    #expect(origins.count > 20)
    try withTemporaryFolder { folder in
      for (index, (text, origin)) in origins.sorted(by: { $0.value < $1.value }).enumerated() {
        let name = "\(index) \(origin)".replacing("/", with: "_")
        try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
      }
      let result = try run(
        "sh", "-c",
        "status=0; for script in *; do \(checker) \"$script\" || { echo \"$script\"; status=1; }; done; exit $status",
        in: folder, timeout: .seconds(300))
      #expect(result.succeeded && result.output.isEmpty && result.errors.isEmpty, "\(result)")
    }
  }
}
