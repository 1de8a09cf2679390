import Dependencies
import Diagnostics
import PackageModel
import Text

extension RelationGrammar {
  /// The tags of a spec ("Dependencies" and "Boolean Dependencies" of rpm's manual).
  package static let rpm = rpm(by: .usual)

  /// - Parameter table: What Debian calls packages, whose names are taken for those of their distributions.
  static func rpm(by table: DistributionTable) -> RelationGrammar {
    RelationGrammar(
      format: "rpm", system: "RPM", table: table,
      text: { (relation: Relation, kind: Relations.Kind, option: String) throws(Failure) in
        try relation.rpmText(kind, option: option, in: table)
      },
      term: { $0.mappedToRPM(table) }, name: { "python3dist(\($0))" },
      relations: { distribution, versions in
        let capability = "python3dist(\(distribution))"
        let conditions = versions.flatMap { $0.rpmConditions(capability) }
        switch conditions.count {
        case 0: return [capability]
        case 1: return conditions
        // One package must meet them all.
        default: return ["(\(conditions.joined(separator: " with ")))"]
        }
      },
      says: { _ in true })
  }
}

extension Relation {
  fileprivate func rpmText(
    _ kind: Relations.Kind, option: String, in table: DistributionTable
  ) throws(Failure) -> String {
    for term in terms { try term.mappedToRPM(table).checkRPM(kind, option) }
    let isPlain = [.provides, .replaces].contains(kind)
    switch form {
    case .alternatives(let terms):
      let texts = terms.map { $0.mappedToRPM(table).description }
      guard let only = texts.first, texts.count == 1 else {
        guard !isPlain else { throw Self.noAlternatives(option) }
        return "(\(texts.joined(separator: " or ")))"
      }
      return only
    case .rich(let rich):
      guard !isPlain else { throw Self.noAlternatives(option) }
      return rich.text { $0.mappedToRPM(table).description }
    }
  }

  private static func noAlternatives(_ option: String) -> Failure {
    Failure.usage(
      .relation, "\(option) has a boolean dependency, which RPM does not allow there", remedy: "give each by itself")
  }
}

extension Relation.Term {
  /// With a package of Python's in Debian as the distribution that is in it.
  fileprivate func mappedToRPM(_ table: DistributionTable) -> Self {
    var term = self
    term.architecture = nil
    if let distribution = table.distribution(ofDebianPackage: name) {
      term.name = "python3dist(\(distribution))"
      if let number = version?.number, let colon = number.firstIndex(of: ":") {
        term.version?.number = String(number[number.index(after: colon)...])
      }
    }
    return term
  }

  fileprivate func checkRPM(_ kind: Relations.Kind, _ option: String) throws(Failure) {
    // A percent sign would be a macro of the spec.
    let isName =
      name.utf8.first.map { $0.isASCIIAlphanumeric || "/_".utf8.contains($0) } == true
      && name.utf8.allSatisfy { $0.isASCIIAlphanumeric || "+-._/()[]:~^@*".utf8.contains($0) }
    guard isName else {
      throw Failure.usage(
        .relation, "\(option): no RPM package or capability can be called \(quoted(name))",
        remedy: "keep it to Debian with deb: before it")
    }
    guard let version else { return }
    guard version.isRPM else {
      throw Failure.usage(
        .relation, "\(option) has a version that RPM does not allow: \(quoted(version.number))",
        remedy: "check the version, or keep it to Debian with deb: before it")
    }
    guard kind != .provides || version.comparison == "=" else { throw Self.inexact(option) }
  }
}

extension Relation.Version {
  /// `[EPOCH:]VERSION[-RELEASE]`.
  fileprivate var isRPM: Bool {
    guard let rest = withoutEpoch else { return false }
    return rest.utf8.first?.isASCIIAlphanumeric == true && !rest.hasSuffix("-") && rest.filter { $0 == "-" }.count <= 1
      && rest.utf8.allSatisfy { $0.isASCIIAlphanumeric || "._+~^-".utf8.contains($0) }
  }
}

extension VersionSpecifier {
  /// The condition as a boolean dependency of RPM on `capability`, in the words of rpm's own pythondistdeps.
  fileprivate func rpmConditions(_ capability: String) -> [String] {
    guard version.epoch == "0" else { return [] }
    let text = version.text(postRelease: "^", isTrimmed: true)
    let low = "\(capability) >= \(text)"
    switch comparison {
    case .atLeast: return [low]
    case .above: return ["\(capability) > \(text)"]
    case .atMost: return ["\(capability) <= \(text)"]
    case .below: return ["\(capability) < \(text)\(version.isBeforeRelease ? "" : "~~")"]
    case .equal where isPrefix: return [low] + (version.next.map { ["\(capability) < \($0)~~"] } ?? [])
    case .equal, .identical: return ["\(capability) = \(text)"]
    case .compatible: return [low] + (version.series?.next.map { ["\(capability) < \($0)~~"] } ?? [])
    case .different where isPrefix:
      return version.next.map { ["(\(capability) < \(text)~~ or \(capability) >= \($0))"] } ?? []
    case .different: return ["(\(capability) < \(text) or \(capability) > \(text))"]
    }
  }
}
