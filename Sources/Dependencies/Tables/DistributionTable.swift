import ApplicationFacts
import Synchronization

/// Which package of a suite of Debian a distribution of PyPI is in, and which distribution a module is of.
///
/// The tables are those of `Data/` of this target, made by packaging/make-dependency-table of each suite's own index; they are
/// compiled in as text and searched where they lie: a run that needs none pays nothing.
package struct DistributionTable: Sendable {
  /// A package of Debian as a distribution's versions are to be compared with it.
  package struct DebianPackage: Sendable, Equatable {
    package var name: String
    /// What Debian puts before the version (Policy 5.6.12); empty for most.
    package var epoch: String
  }

  /// Distributions whose package is called python3- and their name.
  package let regular: WordTable
  /// Distributions whose package is called otherwise or has an epoch: NAME=[EPOCH:]PACKAGE.
  package let irregular: WordTable
  private let namesOfPackages: NamesOfPackages
  /// The distributions that modules are of: MODULE=NAME.
  package static let modules = WordTable(embeddedTables["modules"] ?? "")

  /// The suites of Debian that there are tables of.
  package static let suites = ["bookworm", "trixie", "sid"]
  /// That of the oldest suite, for whoever makes packages for none in particular.
  package static let usual = DistributionTable(of: nil)

  /// - Parameter suite: One of `suites`; the oldest where it is `nil` or another.
  package init(of suite: String?) {
    let suite = suite.flatMap { Self.suites.contains($0) ? $0 : nil } ?? Self.suites[0]
    regular = WordTable(embeddedTables["\(suite)/regular-packages"] ?? "")
    irregular = WordTable(embeddedTables["\(suite)/irregular-packages"] ?? "")
    namesOfPackages = NamesOfPackages(irregular)
  }

  /// The Debian package of a distribution; `nil` where the Debian release of the tables has none.
  package func debianPackage(of distribution: DistributionName) -> DebianPackage? {
    let name = distribution.description
    if let value = irregular.value(of: name) {
      let parts = value.split(separator: ":", maxSplits: 1)
      return DebianPackage(name: String(parts.last ?? ""), epoch: parts.count == 2 ? String(parts[0]) : "")
    }
    return regular.value(of: name).map { _ in DebianPackage(name: "python3-\(name)", epoch: "") }
  }

  /// The distribution that has a module, told by its dotted name or the beginning of it.
  ///
  /// - Returns: The distribution, and whether that is only concluded from a package's or distribution's having the
  ///   module's name.
  package func distribution(ofModule module: String) -> (name: DistributionName, isGuess: Bool)? {
    let parts = module.split(separator: ".").prefix(3)
    for count in stride(from: parts.count, to: 0, by: -1) {
      if let value = Self.modules.value(of: parts.prefix(count).joined(separator: ".")),
        let name = DistributionName(value)
      {
        return (name, false)
      }
    }
    guard let top = parts.first, let name = DistributionName(top) else { return nil }
    // Debian names a package after the module (Python Policy 3.3), so python3-git has what is GitPython on PyPI.
    if let packaged = distribution(ofDebianPackage: "python3-\(name)") { return (packaged, true) }
    return debianPackage(of: name) == nil ? nil : (name, true)
  }

  /// The distribution that a package of Debian by this name is made of, going by its name.
  package func distribution(ofDebianPackage package: String) -> DistributionName? {
    let prefix = "python3-"
    guard package.hasPrefix(prefix), let plain = DistributionName(package.dropFirst(prefix.count)) else { return nil }
    if let found = debianPackage(of: plain), found.name == package { return plain }
    return namesOfPackages.value(of: package).flatMap { DistributionName($0) }
  }
}

/// The irregular distributions by their packages, made once: an application may import thousands of unknown modules.
private final class NamesOfPackages: Sendable {
  private let table: WordTable
  private let names = Mutex<[String: Substring]?>(nil)

  init(_ table: WordTable) { self.table = table }

  func value(of package: String) -> Substring? {
    names.withLock { names in
      let made =
        names
        ?? Dictionary(
          table.rows.map { (String($0.value.split(separator: ":").last ?? ""), $0.name) },
          uniquingKeysWith: { first, _ in first })
      names = made
      return made[package]
    }
  }
}
