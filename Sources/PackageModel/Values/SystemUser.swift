import Diagnostics
import Toolbox

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
      throw Failure.usage(
        .account, "a user or group cannot have this name: \(quoted(text))",
        remedy:
          "give \(option) up to \(Self.lengthLimit) of a-z, 0-9, _ and -, beginning with a letter or _"
      )
    }
    description = text
  }

  /// A user or group known by its number only.
  package init(number: Int) { description = String(number) }

  /// The user that belongs to a package: `_NAME`, as Debian Policy 9.2.1 recommends so that no person's name clashes.
  ///
  /// No two packages share one: a name that does not fit is cut and mapped, and then has a digest of the whole at its end,
  /// after a `_`, which is in no package's name.
  package init(for name: PackageName) {
    let whole = name.description
    let fitted = String(String.UnicodeScalarView(whole.unicodeScalars.map { Self.isLegal($0) ? $0 : "-" }))
    if fitted == whole, whole.utf8.count < Self.lengthLimit {
      description = "_" + whole
    } else {
      let digest = MD5.hexDigest(Array(whole.utf8)).prefix(8)
      description = "_\(fitted.prefix(Self.lengthLimit - 10))_\(digest)"
    }
  }

  private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
      || scalar == "-"
  }
}
