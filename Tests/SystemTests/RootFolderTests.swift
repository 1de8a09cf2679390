import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// What a root leaves on the machine: nothing.
  @Suite struct RootFolderTests {
    @Test(arguments: [(RootRecipe.plain, RootHolder.Mode.plain), (RootRecipe.systemd, RootHolder.Mode.booted)])
    func isEmptyAfterwards(recipe: RootRecipe, mode: RootHolder.Mode) throws {
      let tarball = try recipe.tarball()
      try withTemporaryFolder { folder in
        // Standard input ends at once, and the root with it.
        let arguments = [
          "TMPDIR=\(folder)", "sh", "-c", RootHolder.script("hold-root"), "hold-root", tarball,
          RootHolder.script(mode.rawValue),
        ]
        var program = Privilege.command("env", arguments)
        program.timeout = .seconds(120)
        let result = try program.run()
        #expect(result.output.contains("ready "), "\(result)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
      }
    }
  }
}
