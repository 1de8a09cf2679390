import Foundation
import TestSupport

/// The superuser's rights, which namespaces, mounts and package installation need.
enum Privilege {
  /// Whether the tests run as root or sudo asks for no password.
  static let isAvailable = isRoot || (try? run("sudo", "-n", "true").succeeded) == true

  /// The command line that runs `name` as root.
  static func command(_ name: String, _ arguments: [String]) -> Program {
    isRoot ? Program(name, arguments) : Program("sudo", ["-n", "--", name] + arguments)
  }

  private static let isRoot = getuid() == 0
}
