import Diagnostics

/// The name of a system user or group.
package struct SystemUser: Sendable, Equatable, Hashable, CustomStringConvertible {
  package let description: String

  /// Linux's utmp and `useradd` take 32 characters, systemd 31.
  package static let lengthLimit = 31

  /// Checks a name as `useradd` and systemd-sysusers do (`USER/GROUP NAMES` of systemd.io).
  package init(_ text: String, option: String) throws(Failure) {
    let legal = text.unicodeScalars.allSatisfy(Self.isLegal)
    guard legal, let first = text.unicodeScalars.first, first == "_" || first.properties.isAlphabetic,
      text.utf8.count <= Self.lengthLimit
    else {
      throw Failure(
        .usage, "no system user can have this name: \(quoted(text))",
        remedy: "use at most \(Self.lengthLimit) of a-z, 0-9, _ and -, beginning with a letter or _, for \(option)")
    }
    description = text
  }

  /// A user or group known by its number only.
  package init(number: Int) { description = String(number) }

  /// The user that belongs to a package: `_NAME`, as Debian Policy 9.2.1 recommends so that no person's name clashes.
  package init(for name: PackageName) {
    var result = "_"
    for scalar in name.description.unicodeScalars.prefix(Self.lengthLimit - 1) {
      result.unicodeScalars.append(Self.isLegal(scalar) ? scalar : "-")
    }
    description = result.lowercased()
  }

  private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
      || scalar == "-"
  }
}
