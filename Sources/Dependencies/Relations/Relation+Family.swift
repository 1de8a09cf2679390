import Diagnostics
import PackageModel

extension Relation {
  /// The relation in the words of a family, Python's distributions under that family's names.
  ///
  /// - Throws: A usage failure for what the family's grammar does not allow.
  func text(for family: PackageFamily, kind: Relations.Kind, option: String) throws(Failure) -> String {
    switch family {
    case .debian: try debianText(kind, option)
    case .rpm: try rpmText(kind, option)
    }
  }

  /// Debian Policy 7.1: alternatives only where one of several can do; `Provides` has exact versions only (7.5).
  private func debianText(_ kind: Relations.Kind, _ option: String) throws(Failure) -> String {
    let terms: [Term]
    switch form {
    case .alternatives(let all): terms = all
    case .rich(let rich):
      guard let alternatives = rich.alternatives else {
        throw Failure(
          .usage, "\(option) has a boolean dependency that Debian cannot say: \(rich.text(\.rpmText))",
          remedy: "keep it to RPM with rpm: before it")
      }
      terms = alternatives
    }
    guard terms.count == 1 || [.depends, .recommends, .suggests].contains(kind) else {
      throw Failure(
        .usage, "\(option) has alternatives, which Debian allows for what is depended on only (Policy 7.1)",
        remedy: "give each by itself")
    }
    var texts: [String] = []
    for term in terms { texts.append(try term.mapped(to: .debian).debianText(kind, option)) }
    return texts.joined(separator: " | ")
  }

  private func rpmText(_ kind: Relations.Kind, _ option: String) throws(Failure) -> String {
    for term in terms { try term.mapped(to: .rpm).checkRPM(kind, option) }
    let isPlain = [.provides, .replaces].contains(kind)
    switch form {
    case .alternatives(let terms):
      let texts = terms.map { $0.mapped(to: .rpm).rpmText }
      guard let only = texts.first, texts.count == 1 else {
        guard !isPlain else { throw Self.noAlternatives(option) }
        return "(\(texts.joined(separator: " or ")))"
      }
      return only
    case .rich(let rich):
      guard !isPlain else { throw Self.noAlternatives(option) }
      return rich.text { $0.mapped(to: .rpm).rpmText }
    }
  }

  private static func noAlternatives(_ option: String) -> Failure {
    Failure(.usage, "\(option) has a boolean dependency, which RPM does not allow there", remedy: "give each by itself")
  }
}

extension Relation.Term {
  /// The term with a distribution of PyPI under the family's name for it; other names are left as they are.
  func mapped(to family: PackageFamily) -> Self {
    var term = self
    switch family {
    case .debian:
      if let distribution = pythonDistribution, let package = DistributionTable.debianPackage(of: distribution) {
        term.name = package.name
        if !package.epoch.isEmpty, let version, !version.number.contains(":") {
          term.version?.number = "\(package.epoch):\(version.number)"
        }
      }
    case .rpm:
      term.architecture = nil
      if let distribution = DistributionTable.distribution(ofDebianPackage: name) {
        term.name = "python3dist(\(distribution))"
        if let number = version?.number, let colon = number.firstIndex(of: ":") {
          term.version?.number = String(number[number.index(after: colon)...])
        }
      }
    }
    return term
  }

  /// What `python3dist(NAME)` is about.
  var pythonDistribution: DistributionName? {
    let prefix = "python3dist("
    guard name.hasPrefix(prefix), name.hasSuffix(")") else { return nil }
    return DistributionName(name.dropFirst(prefix.count).dropLast().prefix { $0 != "[" })
  }

  fileprivate func debianText(_ kind: Relations.Kind, _ option: String) throws(Failure) -> String {
    // Names of packages that exist have + too, and capital letters never (Policy 5.6.1).
    let isName =
      name.utf8.count >= 2 && name.utf8.first.map { $0.isASCIILower || $0.isASCIIDigit } == true
      && name.utf8.allSatisfy { $0.isASCIILower || $0.isASCIIDigit || "+-.".utf8.contains($0) }
    guard isName else {
      throw Failure(
        .usage, "\(option) names no package of Debian: \(quoted(name)) (Policy 5.6.1)",
        remedy: "keep it to RPM with rpm: before it")
    }
    var text = name
    if let architecture {
      guard !architecture.isEmpty,
        architecture.utf8.allSatisfy({ $0.isASCIILower || $0.isASCIIDigit || $0 == UInt8(ascii: "-") })
      else {
        throw Failure(
          .usage, "\(option) has no architecture after the colon: \(quoted(architecture))", remedy: "write :any")
      }
      text += ":\(architecture)"
    }
    guard let version else { return text }
    guard version.isDebian else {
      throw Failure(
        .usage, "\(option) has a version that Debian does not allow: \(quoted(version.number)) (Policy 5.6.12)",
        remedy: "correct it, or keep it to RPM with rpm: before it")
    }
    guard kind != .provides || version.comparison == "=" else { throw Self.inexact(option) }
    return "\(text) (\(version.comparison) \(version.number))"
  }

  fileprivate func checkRPM(_ kind: Relations.Kind, _ option: String) throws(Failure) {
    // A percent sign would be a macro of the spec.
    let isName =
      name.utf8.first.map { $0.isASCIIAlphanumeric || "/_".utf8.contains($0) } == true
      && name.utf8.allSatisfy { $0.isASCIIAlphanumeric || "+-._/()[]:~^@*".utf8.contains($0) }
    guard isName else {
      throw Failure(
        .usage, "\(option) names no package or capability of RPM: \(quoted(name))",
        remedy: "keep it to Debian with deb: before it")
    }
    guard let version else { return }
    guard version.isRPM else {
      throw Failure(
        .usage, "\(option) has a version that RPM does not allow: \(quoted(version.number))",
        remedy: "correct it, or keep it to Debian with deb: before it")
    }
    guard kind != .provides || version.comparison == "=" else { throw Self.inexact(option) }
  }

  private static func inexact(_ option: String) -> Failure {
    Failure(.usage, "\(option) has a range, and what is provided has one version", remedy: "write NAME (= VERSION)")
  }

  var rpmText: String {
    guard let version else { return name }
    let comparison =
      version.comparison.count == 2 && version.comparison.first == version.comparison.last
      ? String(version.comparison.prefix(1)) : version.comparison
    return "\(name) \(comparison) \(version.number)"
  }
}

extension Relation.Version {
  /// Policy 5.6.12.
  fileprivate var isDebian: Bool {
    let body = number.splitOnce(at: ":")
    let upstream = body.after ?? body.before
    if body.after != nil {
      guard !body.before.isEmpty, body.before.utf8.allSatisfy(\.isASCIIDigit) else { return false }
    }
    return upstream.utf8.first?.isASCIIDigit == true && !upstream.hasSuffix("-")
      && upstream.utf8.allSatisfy { $0.isASCIIAlphanumeric || ".+~-".utf8.contains($0) }
  }

  /// `[EPOCH:]VERSION[-RELEASE]`.
  fileprivate var isRPM: Bool {
    let body = number.splitOnce(at: ":")
    let rest = body.after ?? body.before
    if body.after != nil {
      guard !body.before.isEmpty, body.before.utf8.allSatisfy(\.isASCIIDigit) else { return false }
    }
    return rest.utf8.first?.isASCIIAlphanumeric == true && !rest.hasSuffix("-") && rest.filter { $0 == "-" }.count <= 1
      && rest.utf8.allSatisfy { $0.isASCIIAlphanumeric || "._+~^-".utf8.contains($0) }
  }
}
