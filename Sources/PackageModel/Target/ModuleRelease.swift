/// Modules that came or went with a release of Python or Twisted, from `Data/` of this target, a row each:
/// `MODULE=gone|absent python|twisted RELEASE [DISTRIBUTION]`.
///
/// `gone` holds for that release and all later ones, `absent` for it and all earlier ones; between what rows say nothing is sure.
/// The rows of Python are those of its "What's New", those of Twisted what Debian 12, 13 and sid have. The distribution of PyPI,
/// where there is one, has the module for the releases without it.
package struct ModuleRelease: Sendable, Equatable {
  package enum Presence: String, Sendable, Equatable { case gone, absent }
  package enum Software: String, Sendable, Equatable { case python, twisted }

  package let presence: Presence
  package let software: Software
  package let release: ReleaseSeries
  package let distribution: String?

  init?(row text: Substring) {
    let words = text.split(separator: " ").map(String.init)
    guard (3...4).contains(words.count), let presence = Presence(rawValue: words[0]),
      let software = Software(rawValue: words[1]), let release = ReleaseSeries(words[2])
    else { return nil }
    (self.presence, self.software, self.release) = (presence, software, release)
    distribution = words.count > 3 ? words[3] : nil
  }

  private static let table = "\n\(embeddedTables["module-releases"] ?? "")"

  /// The modules that have a row.
  package static var modules: [String] {
    table.split(separator: "\n").map { String($0.prefix { $0 != "=" }) }
  }

  private static func row(of module: Substring) -> ModuleRelease? {
    guard let start = table.firstRange(of: "\n\(module)=")?.upperBound else { return nil }
    return ModuleRelease(row: table[start...].prefix { $0 != "\n" })
  }

  /// What is known of a module or of the package that it is in.
  package static func of(_ module: String) -> ModuleRelease? {
    var name = module[...]
    while true {
      if let found = row(of: name) { return found }
      guard let dot = name.lastIndex(of: ".") else { return nil }
      name = name[..<dot]
    }
  }

  /// Whether a release surely lacks the module.
  package func isMissing(in other: ReleaseSeries) -> Bool {
    switch presence {
    case .gone: other >= release
    case .absent: other <= release
    }
  }
}
