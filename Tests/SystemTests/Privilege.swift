import Foundation
import TestSupport

/// The superuser's rights, which namespaces, mounts and package installation need.
enum Privilege {
  /// Whether the tests run as root or sudo asks for no password.
  static let isAvailable = isRoot || (try? run("sudo", "-n", "true").succeeded) == true

  /// The words before a command that give it these rights.
  static let elevation = isRoot ? [] : ["sudo", "-n", "--"]

  /// The command line that runs `name` as root.
  static func command(_ name: String, _ arguments: [String]) -> Program {
    let words = elevation + [name] + arguments
    return Program(words[0], Array(words.dropFirst()))
  }

  private static let isRoot = getuid() == 0
}
