import Foundation
import TestSupport
import Testing

extension SystemTests {
  /// What a root leaves on the machine: nothing.
  @Suite struct RootFolderTests {
    @Test(arguments: [(RootRecipe.plain, "enter-root"), (RootRecipe.systemd, "boot-root")])
    func isEmptyAfterwards(recipe: RootRecipe, script: String) throws {
      let scripts = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scripts").path
      let tarball = try recipe.tarball()
      try withTemporaryFolder { folder in
        // Standard input ends at once, and the root with it.
        let arguments = ["TMPDIR=\(folder)", "\(scripts)/hold-root", tarball, script]
        var program = Privilege.command("env", arguments)
        program.timeout = .seconds(120)
        let result = try program.run()
        #expect(result.output.contains("ready "), "\(result)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
      }
    }
  }
}
