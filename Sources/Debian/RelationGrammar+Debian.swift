import Dependencies
import Diagnostics
import PackageModel
import Text

extension RelationGrammar {
  /// Debian's control fields (Debian Policy 7.1).
  package static let debian = debian(by: .usual)

  /// - Parameters:
  ///   - table: What packages are called.
  ///   - title: The system that has them.
  static func debian(by table: DistributionTable, of title: String? = nil) -> RelationGrammar {
    RelationGrammar(
      format: "deb", system: title ?? "Debian", hasDebianNames: true, table: table,
      text: { (relation: Relation, kind: Relations.Kind, option: String) throws(Failure) in
        try relation.debianText(kind, option: option, in: table)
      },
      term: { $0.mappedToDebian(table) }, name: { table.debianPackage(of: $0)?.name },
      relations: { distribution, versions in
        guard let package = table.debianPackage(of: distribution) else { return nil }
        let conditions = versions.flatMap { $0.debianConditions(epoch: package.epoch) }
        return conditions.isEmpty ? [package.name] : conditions.map { "\(package.name) (\($0))" }
      },
      says: { !$0.debianConditions(epoch: "").isEmpty })
  }
}

extension Relation {
  /// Debian Policy 7.1: alternatives only where one of several can do; `Provides` has exact versions only (7.5).
  fileprivate func debianText(
    _ kind: Relations.Kind, option: String, in table: DistributionTable
  ) throws(Failure) -> String {
    let terms: [Term]
    switch form {
    case .alternatives(let all): terms = all
    case .rich(let rich):
      guard let alternatives = rich.alternatives else {
        throw Failure.usage(
          .relation, "\(option) has a boolean dependency that Debian cannot say: \(rich.text(\.description))",
          remedy: "keep it to RPM with rpm: before it")
      }
      terms = alternatives
    }
    guard terms.count == 1 || [.depends, .recommends, .suggests].contains(kind) else {
      throw Failure.usage(
        .relation, "\(option) has alternatives, which Debian allows for what is depended on only (Policy 7.1)",
        remedy: "give each by itself")
    }
    var texts: [String] = []
    for term in terms { texts.append(try term.mappedToDebian(table).debianText(kind, option)) }
    return texts.joined(separator: " | ")
  }
}

extension Relation.Term {
  /// With a distribution of PyPI under the name of its package.
  fileprivate func mappedToDebian(_ table: DistributionTable) -> Self {
    var term = self
    if let distribution = pythonDistribution, let package = table.debianPackage(of: distribution) {
      term.name = package.name
      if !package.epoch.isEmpty, let version, !version.number.contains(":") {
        term.version?.number = "\(package.epoch):\(version.number)"
      }
    }
    return term
  }

  fileprivate func debianText(_ kind: Relations.Kind, _ option: String) throws(Failure) -> String {
    // Names of packages that exist have + too, and capital letters never (Policy 5.6.1).
    let isName =
      name.utf8.count >= 2 && name.utf8.first.map { $0.isASCIILower || $0.isASCIIDigit } == true
      && name.utf8.allSatisfy { $0.isASCIILower || $0.isASCIIDigit || "+-.".utf8.contains($0) }
    guard isName else {
      throw Failure.usage(
        .relation, "\(option): no Debian package can be called \(quoted(name)) (Policy 5.6.1)",
        remedy: "keep it to RPM with rpm: before it")
    }
    var text = name
    if let architecture {
      guard !architecture.isEmpty,
        architecture.utf8.allSatisfy({ $0.isASCIILower || $0.isASCIIDigit || $0 == UInt8(ascii: "-") })
      else {
        throw Failure.usage(
          .relation, "\(option) has no architecture after the colon: \(quoted(architecture))", remedy: "write :any")
      }
      text += ":\(architecture)"
    }
    guard let version else { return text }
    guard version.isDebian else {
      throw Failure.usage(
        .relation, "\(option) has a version that Debian does not allow: \(quoted(version.number)) (Policy 5.6.12)",
        remedy: "check the version, or keep it to RPM with rpm: before it")
    }
    guard kind != .provides || version.comparison == "=" else { throw Self.inexact(option) }
    return "\(text) (\(version.comparison) \(version.number))"
  }
}

extension Relation.Version {
  /// Policy 5.6.12.
  fileprivate var isDebian: Bool {
    guard let upstream = withoutEpoch else { return false }
    return upstream.utf8.first?.isASCIIDigit == true && !upstream.hasSuffix("-")
      && upstream.utf8.allSatisfy { $0.isASCIIAlphanumeric || ".+~-".utf8.contains($0) }
  }
}

extension VersionSpecifier {
  /// The conditions on a Debian package's version, as in `>= 1.4`; empty for what Debian cannot say.
  ///
  /// A Debian version goes on after the distribution's, as `1.4-2` or `1.4+dfsg-1`; so nothing is asked to be equal.
  fileprivate func debianConditions(epoch: String) -> [String] {
    guard version.epoch == "0" else { return [] }
    let before = epoch.isEmpty ? "" : "\(epoch):"
    let text = version.text(postRelease: ".", isTrimmed: !version.isBeforeRelease && version.post == nil)
    let low = ">= \(before)\(text)"
    // All of 1.4-2, 1.4+dfsg-1 and 1.4.0-1 come before 1.4.0.1~.
    let justAbove = "\(before)\(text).0\(version.isBeforeRelease ? "" : ".1")~"
    switch comparison {
    case .atLeast: return [low]
    case .above: return [">= \(justAbove)"]
    case .atMost: return ["<< \(justAbove)"]
    case .below: return ["<< \(before)\(text)\(version.isBeforeRelease ? "" : "~")"]
    case .equal where isPrefix: return [low] + (version.next.map { ["<< \(before)\($0)~"] } ?? [])
    case .equal, .identical: return [low, "<< \(justAbove)"]
    case .compatible: return [low] + (version.series?.next.map { ["<< \(before)\($0)~"] } ?? [])
    case .different: return []
    }
  }
}
