/// What installs programs on a system, told from its os-release(5).
package enum Installer: Sendable, Equatable {
  case apt, dnf, zypper
  case unknown

  /// - Parameter release: The text of an os-release file; a system counts as what it is like (`ID_LIKE`), too.
  package init(release: String) {
    var kinds: [Substring] = []
    for line in release.split(separator: "\n") where line.hasPrefix("ID=") || line.hasPrefix("ID_LIKE=") {
      kinds += line.drop { $0 != "=" }.dropFirst().split { " \"'".contains($0) }
    }
    let known: [(Installer, Set<Substring>)] = [
      (.apt, ["debian", "ubuntu"]), (.dnf, ["fedora", "rhel", "centos"]), (.zypper, ["suse", "opensuse", "sles"]),
    ]
    self = known.first { !$0.1.isDisjoint(with: kinds) }?.0 ?? .unknown
  }

  /// This machine's.
  package static var ofMachine: Installer {
    for path in ["/etc/os-release", "/usr/lib/os-release"] {
      if let file = try? InputFile(path, limit: 1 << 16) {
        return Installer(release: String(decoding: file.contents, as: UTF8.self))
      }
    }
    return .unknown
  }

  /// A command to type.
  ///
  /// - Parameters:
  ///   - package: The name of Debian's package.
  ///   - wanted: What it is installed for; dnf and zypper find the package of a program by its path.
  package func command(_ package: String, for wanted: String? = nil) -> String {
    let other = wanted.map { $0.hasPrefix("/") ? $0 : "/usr/bin/\($0)" } ?? package
    return switch self {
    case .apt: "sudo apt-get install \(package)"
    case .dnf: "sudo dnf install \(other)"
    case .zypper: "sudo zypper install \(other)"
    case .unknown: "on Debian: apt-get install \(package)"
    }
  }
}
