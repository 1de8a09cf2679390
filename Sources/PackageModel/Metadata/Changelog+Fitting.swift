import Diagnostics

extension Changelog {
  /// Fits the history to a package: its versions in the format's words, and the package's own version and date first.
  ///
  /// The first entry has the package's date, for that is where `dpkg-buildpackage` takes it from; where a format wants that,
  /// no entry is younger than the one above it.
  ///
  /// - Returns: The history, with what the fitting changed as its notes.
  /// - Throws: A usage failure for a version that the format cannot hold.
  package func fitted(to spec: PackageSpec) throws(Failure) -> Changelog {
    var result = self
    result.notes = []
    for index in entries.indices {
      result.entries[index].version = try spec.format.versions.full(
        PackageVersion(entries[index].version, for: spec.format))
    }
    let own = spec.fullVersion
    let newest = try entries.first.map { entry throws(Failure) in try PackageVersion(entry.version, for: spec.format) }
    if newest?.upstream == spec.version.upstreamOfAll {
      result.entries[0].version = own
    } else {
      if let first = entries.first {
        result.notes.append(
          .warning(
            .changelogVersion, "the changelog's newest version is \(first.version), the package's \(spec.version)",
            remedy: "add an entry for it, or leave out --set-version"))
      }
      result.entries.insert(
        Entry(
          version: own, timestamp: spec.timestamp, author: spec.maintainer.description,
          changes: [Change("Created by \(spec.format.tool).")]), at: 0)
    }
    var date = spec.timestamp
    for index in result.entries.indices {
      let own = index == 0 ? date : result.entries[index].timestamp ?? date
      if own > date, let rule = spec.format.descendingDates {
        result.notes.append(
          .note(
            .changelogOrder, "\(result.entries[index].version) is younger than the version above it, and gets its date",
            remedy: rule))
      }
      date = spec.format.descendingDates == nil ? own : min(date, own)
      result.entries[index].timestamp = date
    }
    return result
  }
}
