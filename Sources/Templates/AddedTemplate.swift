import PackageModel

/// A file of `--templates DIR` that the tool has none of its own for: it goes where its place says.
enum AddedTemplate {
  enum Place: Sendable, Equatable {
    /// Into the source package alone, below `debian/`.
    case source
    /// On the target, at a path in which NAME is the package's name; of the format whose templates lie in a folder, or of
    /// each.
    case installed(String, of: String?)
  }

  /// Where debhelper installs `debian/NAME.KIND` (dh_installlogrotate(1), dh_installcron(1), dh_installpam(1),
  /// dh_installtmpfiles(1)); the same for RPM.
  fileprivate static let kinds: [String: String] = [
    "logrotate": "/etc/logrotate.d/", "cron.d": "/etc/cron.d/", "cron.hourly": "/etc/cron.hourly/",
    "cron.daily": "/etc/cron.daily/", "cron.weekly": "/etc/cron.weekly/", "cron.monthly": "/etc/cron.monthly/",
    "pam": "/etc/pam.d/", "tmpfiles": "/usr/lib/tmpfiles.d/",
  ]
  /// What of `debian/` changes nothing in the package: what else debhelper knows would be in a rebuilt package alone.
  fileprivate static let sourceFiles: Set<String> = [
    "watch", "gbp.conf", "README.source", "upstream/metadata", "upstream/signing-key.asc", "salsa-ci.yml",
  ]
  /// Folders of templates that are for one format alone.
  fileprivate static let formatFolders = Set(
    TemplateStore.paths.compactMap { $0.split(separator: "/").first.map(String.init) }
  )
  .subtracting(["licence", "scripts", "systemd", "sysv"])
  fileprivate static let unitSuffixes = [".timer", ".path", ".target", ".slice", ".mount"]
}

extension AddedTemplate.Place {
  /// - Returns: `nil` for a path that is no place.
  init?(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, parts.allSatisfy({ $0.isPlainPart }) else { return nil }
    let rest = parts.dropFirst().joined(separator: "/")
    switch (parts[0], parts.count) {
    case ("debian", _) where AddedTemplate.sourceFiles.contains(rest) || rest.hasPrefix("tests/"):
      self = .source
    case (let folder, 2) where AddedTemplate.formatFolders.contains(folder):
      guard let kind = AddedTemplate.kinds.first(where: { rest.hasSuffix(".\($0.key)") }) else { return nil }
      let name = rest.dropLast(kind.key.utf8.count + 1)
      guard !name.isEmpty else { return nil }
      self = .installed(
        kind.value + name + (kind.key == "tmpfiles" ? ".conf" : ""), of: folder)
    case ("systemd", 3) where parts[1].hasSuffix(".d") && parts[2].hasSuffix(".conf"):
      self = .installed("/usr/lib/systemd/system/\(rest)", of: nil)
    case ("systemd", 2) where AddedTemplate.unitSuffixes.contains { rest.hasSuffix($0) }:
      self = .installed("/usr/lib/systemd/system/\(rest)", of: nil)
    default: return nil
    }
  }
}

extension String {
  /// A part of a path that needs no quotes anywhere.
  fileprivate var isPlainPart: Bool {
    !isEmpty && !hasPrefix(".")
      && unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "._+-@".unicodeScalars.contains(scalar))
      }
  }

  /// With the package's name for each part that is NAME, or begins with it and a dot or @.
  func naming(_ name: PackageName) -> String {
    split(separator: "/", omittingEmptySubsequences: false).map { part in
      let isName = part == "NAME" || part.hasPrefix("NAME.") || part.hasPrefix("NAME@")
      return isName ? "\(name)" + part.dropFirst(4) : String(part)
    }.joined(separator: "/")
  }
}
