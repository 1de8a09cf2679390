import Diagnostics

/// What the packager says of one release: how it is numbered, licensed, described and packed.
package struct ReleaseOptions: Sendable, Equatable {
  /// Where a version or a history comes from.
  package enum Origin: Sendable, Equatable {
    /// The repository that the application file is in.
    case git
    /// The version itself, or the history's file.
    case named(String)

    package init(option text: String) { self = text == "git" ? .git : .named(text) }
  }

  package var version: Origin?
  /// The packaging's own version.
  package var revision: String?
  package var changelog: Origin?
  /// An SPDX expression.
  package var licence: String?
  package var copyright: String?
  package var homepage: String?
  /// Where the project says that its repository is.
  package var repository: String?
  /// Of Debian's archive.
  package var section: String?
  /// What the release is for, in the words of a Debian archive.
  package var distribution: String?
  package var component: String?
  package var compression: Compression?
  /// Whether the version tells what target the package is for.
  package var hasTargetSuffix = false

  package init() {}
}

/// One release, its version and history found.
package struct ReleaseRequest: Sendable, Equatable {
  package var options: ReleaseOptions
  package var version = "1.0"
  package var changelog: Changelog?
  /// What was odd where its version and history were read.
  package var notes: [Diagnostic] = []

  package init(_ options: ReleaseOptions = ReleaseOptions()) { self.options = options }
}

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

/// Collects what is wrong with several values, so that all of it is told at once.
struct Mistakes {
  private var diagnostics: [Diagnostic] = []

  var failure: Failure { Failure(.usage, diagnostics) }
  var isEmpty: Bool { diagnostics.isEmpty }

  @discardableResult
  mutating func collect<Value>(_ body: () throws(Failure) -> Value) -> Value? {
    do {
      return try body()
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  /// The value read from a text, where there is one.
  mutating func collect<Value>(_ text: String?, reading read: (String) throws(Failure) -> Value) -> Value? {
    guard let text else { return nil }
    return collect { () throws(Failure) in try read(text) }
  }

  func throwAll() throws(Failure) {
    if !diagnostics.isEmpty { throw failure }
  }
}
