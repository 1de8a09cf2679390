import Diagnostics

/// A place on the target that an option gives to a file or link: one that a package may fill.
struct PackagePlace: Sendable, Equatable {
  /// Absolute, without a slash at the end.
  let path: String

  /// - Parameters:
  ///   - text: The place; a relative one is below `home`.
  ///   - option: Who says so.
  /// - Throws: A usage failure for a place that is not the package's to fill.
  init(_ text: String, home: String, option: String) throws(Failure) {
    let parts = (text.hasPrefix("/") ? text : "\(home)/\(text)").split(separator: "/").filter { $0 != "." }
    guard !parts.contains(".."), parts.count > 1 else {
      throw Failure.usage(
        .targetPath, "\(option) leads to \(quoted(text))",
        remedy: "name a place in a folder such as /usr/share, /etc, /opt or /srv, without ..")
    }
    path = "/" + parts.joined(separator: "/")
    guard !path.unicodeScalars.contains(where: \.isDeceptive) else {
      throw Failure.usage(
        .targetPath, "\(option) leads to a name that looks like another: \(quoted(path))",
        remedy: "take out the characters that are not seen")
    }
    for folder in Self.foreign where path == "/\(folder)" || path.hasPrefix("/\(folder)/") {
      throw Failure.usage(
        .targetPath, "\(option) leads to /\(folder), where no package puts files: \(quoted(path))",
        remedy: "use /usr/share, /usr/lib, /etc, /opt or /srv")
    }
  }

  /// What is the administrator's, the running system's or the users', and links to /usr on merged systems (FHS 3.0).
  private static let foreign = [
    "usr/local", "run", "var/run", "proc", "sys", "dev", "tmp", "var/tmp", "home", "root", "mnt", "media", "boot",
    "bin", "sbin", "lib", "lib32", "lib64", "DEBIAN",
  ]
}
