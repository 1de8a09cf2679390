import TestSupport
import Verification

/// A Debian system in which shell commands run as root, booted or not.
protocol DebianSystem {
  @discardableResult
  func shell(_ commands: String) throws -> ProgramResult
  func copy(_ file: String, to target: String) throws
}

extension DebianRoot: DebianSystem {}
extension BootedRoot: DebianSystem {}

extension RootRecipe {
  /// A fresh system of this recipe, booted if it has an init.
  func system() throws -> any DebianSystem {
    name == RootRecipe.plain.name ? try DebianRoot(self) : try BootedRoot(self)
  }
}
