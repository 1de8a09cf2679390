import TestSupport
import Verification

extension FileListing {
  /// - Parameter root: what is listed; `/proc`, `/sys`, `/dev` and mount points are left out.
  init(of root: DebianRoot) throws {
    self.init(try root.shell(Self.commands).successful().output)
  }
}
