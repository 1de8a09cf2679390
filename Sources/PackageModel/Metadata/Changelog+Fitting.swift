import Diagnostics

extension Changelog {
  /// Fits the history to a package: its versions in the family's words, and the package's own version and date first.
  ///
  /// The first entry has the package's date, for that is where `dpkg-buildpackage` takes it from; in an RPM, no entry is
  /// younger than the one above it, which rpmbuild refuses.
  ///
  /// - Parameter note: Told when the history does not know the package's version.
  /// - Throws: A usage failure for a version that the family cannot hold.
  package func fitted(to spec: PackageSpec, note: (Diagnostic) -> Void) throws(Failure) -> Changelog {
    var result = self
    for index in entries.indices {
      result.entries[index].version = try Self.name(
        PackageVersion(entries[index].version, for: spec.family), of: spec.family)
    }
    let own = Self.name(spec.version, of: spec.family)
    let newest = try entries.first.map { entry throws(Failure) in try PackageVersion(entry.version, for: spec.family) }
    if newest?.upstream == spec.version.upstream {
      result.entries[0].version = own
    } else {
      if let first = entries.first {
        note(
          .warning(
            "the changelog's newest version is \(first.version), the package's \(spec.version)",
            remedy: "add an entry for it, or leave out --set-version"))
      }
      result.entries.insert(
        Entry(
          version: own, timestamp: spec.timestamp, author: spec.maintainer.description,
          changes: [Change("Created by \(spec.family == .debian ? "tap2deb" : "tap2rpm").")]), at: 0)
    }
    var date = spec.timestamp
    for index in result.entries.indices {
      let own = index == 0 ? date : result.entries[index].timestamp ?? date
      if own > date, spec.family == .rpm {
        note(
          .note(
            "\(result.entries[index].version) is younger than the version above it, and gets its date",
            remedy: "an RPM's changelog descends"))
      }
      date = spec.family == .rpm ? min(date, own) : own
      result.entries[index].timestamp = date
    }
    return result
  }

  /// An RPM's changelog names the release too, 1 where there is no other.
  private static func name(_ version: PackageVersion, of family: PackageFamily) -> String {
    family == .rpm && !version.hasRevision ? "\(version)-1" : version.description
  }
}
