import Diagnostics

extension PackageSpec {
  /// Takes over what is said of the release, apart from its version, and notes what is odd in it.
  ///
  /// - Throws: A usage failure with every value that is wrong.
  mutating func apply(_ release: ReleaseRequest) throws(Failure) {
    var mistakes = Mistakes()
    licence.expression = mistakes.collect(release.options.licence) { text throws(Failure) in try LicenceExpression(text)
    }
    licence.copyright = mistakes.collect(release.options.copyright) { text throws(Failure) in
      try Line(text, of: "--copyright")
    }
    homepage = mistakes.collect(release.options.homepage) { text throws(Failure) in
      try WebAddress(text, option: "--homepage")
    }
    repository = mistakes.collect(release.options.repository) { text throws(Failure) in
      try RepositoryAddress(WebAddress(text, option: "--homepage"))
    }
    section = mistakes.collect(release.options.section) { text throws(Failure) in try Section(text) } ?? section
    let named = format.target.flatMap { $0.choice == .named ? $0.suite : nil }
    distribution = mistakes.collect(release.options.distribution ?? named) { text throws(Failure) in
      try ArchiveName(text, of: "--distribution")
    }
    component = mistakes.collect(release.options.component) { text throws(Failure) in
      try ArchiveName(text, of: "--component")
    }
    try mistakes.throwAll()
    chosenCompression = release.options.compression
    if let target = format.target, !target.reads(compression.method) {
      throw Failure.usage(
        .targetLacks, "\(target.title) unpacks nothing that is packed with \(compression.method.rawValue)",
        remedy: "give --compression \(target.compression.first?.rawValue ?? "none")")
    }
    for identifier in licence.expression?.deprecated ?? [] {
      notes.append(
        .warning(
          .licenceDeprecated, "SPDX calls the identifier \(identifier) deprecated",
          remedy: identifier.contains("GPL") || identifier.contains("FDL")
            ? "write \(identifier.withoutPlus)-only or \(identifier.withoutPlus)-or-later"
            : "see https://spdx.org/licenses"))
    }
    changelog = try (release.changelog ?? Changelog([])).fitted(to: self)
    notes += changelog.notes
    if let distribution, !changelog.entries.isEmpty { changelog.entries[0].distribution = distribution.description }
  }
}

extension String {
  fileprivate var withoutPlus: String { hasSuffix("+") ? String(dropLast()) : self }
}
