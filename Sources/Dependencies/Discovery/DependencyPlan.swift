import Diagnostics
import PackageModel
import ApplicationFacts

/// What a package needs of others beside a service's basics: what was asked for, and what the application imports.
package struct DependencyPlan: Sendable, Equatable {
  package private(set) var relations: Relations
  package private(set) var diagnostics: [Diagnostic] = []

  /// Finds the installed packages that have modules of these names; asked only about those that the tables do not know.
  package typealias Installed = ([String]) throws(Failure) -> [String: String]

  private let grammar: RelationGrammar
  private let bundled: BundledModules?
  /// The names in relations that were asked for: nothing is added to what is said of them.
  private let told: Set<String>
  /// The same as distributions of PyPI, in any format's manner.
  private let toldDistributions: Set<DistributionName>
  private var needs: [PythonDependency] = []
  private var places: [DistributionName: Int] = [:]
  /// What was said of the bundled environment.
  private var missing: Set<String> = []

  /// - Parameters:
  ///   - application: What was found in the application file; `nil` to find nothing by oneself.
  ///   - wishes: What the packager asked for, which goes before what is found.
  ///   - bundled: What the package brings itself. Without a sight of the system's modules, nothing else is of use.
  /// - Throws: A usage failure for wishes that the format's grammar does not allow.
  package init(
    for grammar: RelationGrammar, application: Application?, requirements: [Requirement] = [],
    wishes: RelationWishes = RelationWishes(), bundled: BundledModules? = nil, installed: Installed = { _ in [:] }
  ) throws(Failure) {
    self.grammar = grammar
    self.bundled = bundled
    (relations, told) = try wishes.relations(by: grammar)
    toldDistributions = Set(told.compactMap(Self.distribution(toldAs:)))
    for requirement in requirements where requirement.applies != false { require(requirement) }
    if bundled == nil { tellPins(requirements) }
    var unknown = UnknownModules()
    if let application {
      for module in application.modules where module.kind == .thirdParty { add(module, unknown: &unknown) }
      for need in TwistedExtras.needs(of: application) {
        guard let name = DistributionName(need.distribution) else { continue }
        add(PythonDependency(distribution: name, kind: need.kind, location: need.location))
      }
    }
    for need in needs { try state(need) }
    if !unknown.modules.isEmpty { try state(unknown.modules, in: try installed(unknown.modules.map(\.top))) }
  }

  /// Takes in what was noticed while the requirements were read.
  package mutating func add(_ notes: [Diagnostic]) { diagnostics = notes + diagnostics }

  /// One version alone is seldom that of a distribution.
  private mutating func tellPins(_ requirements: [Requirement]) {
    let pinned = requirements.filter { $0.applies != false && $0.specifiers.contains(where: \.isExact) }
    guard let first = pinned.first else { return }
    let others = pinned.count > 1 ? " and \(pinned.count - 1) more" : ""
    diagnostics.append(
      .note(
        .requirementPinned, "the exact version of \(first.name)\(others) is asked for, which a distribution seldom has",
        at: first.location, remedy: "package them with --bundle"))
  }

  private mutating func require(_ requirement: Requirement) {
    if requirement.address != nil {
      diagnostics.append(
        .note(
          .requirementAddress, "\(requirement.name) is asked for from an address; a package of any version is taken",
          at: requirement.location)
      )
    }
    let place = requirement.location
    add(
      PythonDependency(
        distribution: requirement.name, kind: .depends, specifiers: OrderedSet(requirement.specifiers), location: place)
    )
    if requirement.name.description == "twisted" {
      for part in requirement.extras.flatMap(TwistedExtras.distributions) {
        guard let name = DistributionName(part) else { continue }
        add(PythonDependency(distribution: name, kind: .depends, location: place))
      }
    }
    let lost = requirement.specifiers.filter { !grammar.says($0) }
    if !lost.isEmpty {
      diagnostics.append(
        .note(
          .relationUnsaid, "\(grammar.system)'s relations cannot exclude a version of \(requirement.name)", at: place,
          remedy: "give --conflicts where it matters"))
    }
  }

  private mutating func add(_ module: Module, unknown: inout UnknownModules) {
    if let bundled {
      if bundled.modules.contains(module.top) { return }
      if !bundled.seesSystem {
        return tellMissing(
          "the module \(module.name)", kind: TwistedExtras.kind(module.certainty), at: module.location, bundled)
      }
    }
    guard let (name, isGuess) = grammar.table.distribution(ofModule: module.name) else {
      if !isTold(module.top) { unknown.add(module) }
      return
    }
    let need = PythonDependency(
      distribution: name, kind: TwistedExtras.kind(module.certainty), location: module.location)
    if isGuess, places[name] == nil, let package = grammar.name(need.distribution), !told.contains(package) {
      diagnostics.append(
        .note(
          .dependencyGuessed, "the module \(module.top) is taken for that of \(package)", at: module.location,
          remedy: "where it is another, give --no-auto-depends and --depends"))
    }
    add(need)
  }

  private mutating func add(_ need: PythonDependency) {
    if let index = places[need.distribution] {
      needs[index].merge(need)
    } else {
      places[need.distribution] = needs.count
      needs.append(need)
    }
  }

  private mutating func tellMissing(
    _ what: String, kind: Relations.Kind, at location: SourceLocation, _ bundled: BundledModules
  ) {
    let message = "the bundled environment lacks \(what)"
    let remedy = "add what has it to \(quoted(bundled.subject))"
    let note: Diagnostic =
      kind == .depends
      ? .warning(.dependencyUnknown, message, at: location, remedy: remedy)
      : .note(.dependencyUnknown, message, at: location, remedy: remedy)
    if missing.insert(message).inserted { diagnostics.append(note) }
  }

  private mutating func state(_ need: PythonDependency) throws(Failure) {
    if let bundled {
      if bundled.distributions.contains(need.distribution) { return }
      if !bundled.seesSystem {
        return tellMissing(need.distribution.description, kind: need.kind, at: need.location, bundled)
      }
    }
    if let name = grammar.name(need.distribution), told.contains(name) { return }
    guard let texts = grammar.relations(need.distribution, need.specifiers.elements) else {
      guard !isTold(need.distribution.description) else { return }
      let message = "\(grammar.system) has no package of \(need.distribution) that is known here"
      diagnostics.append(
        need.kind == .depends
          ? .warning(.dependencyUnknown, message, at: need.location, remedy: Self.wayOut)
          : .note(.dependencyUnknown, message, at: need.location, remedy: Self.wayOut))
      return
    }
    for text in texts { relations.add(try RelationText(text), to: need.kind) }
  }

  private mutating func state(_ modules: [Module], in packages: [String: String]) throws(Failure) {
    for module in modules {
      if let package = packages[module.top] {
        if !told.contains(package) {
          relations.add(try RelationText(package), to: TwistedExtras.kind(module.certainty))
        }
        continue
      }
      let message = "no package is known to have the module \(module.name)"
      diagnostics.append(
        module.certainty == .sure
          ? .warning(.dependencyUnknown, message, at: module.location, remedy: Self.wayOut)
          : .note(.dependencyUnknown, message, at: module.location, remedy: Self.wayOut))
    }
  }

  private static let wayOut = "name one that has it with --depends, e.g. --depends python3-NAME"

  /// Whether what was asked for names a module or distribution.
  private func isTold(_ word: String) -> Bool {
    DistributionName(word).map(toldDistributions.contains) ?? false
  }

  /// The distribution that a name in a relation is about, in any format's manner.
  private static func distribution(toldAs name: String) -> DistributionName? {
    let bare =
      name.hasPrefix("python3-")
      ? name.dropFirst("python3-".count)
      : name.hasPrefix("python3dist(") ? name.dropFirst("python3dist(".count).dropLast() : name[...]
    return DistributionName(bare)
  }
}

/// The modules that no table knows, the first of each top-level name.
private struct UnknownModules {
  private(set) var modules: [Module] = []
  private var places: [String: Int] = [:]

  mutating func add(_ module: Module) {
    if let place = places[module.top] {
      if module.certainty == .sure { modules[place].certainty = .sure }
    } else {
      places[module.top] = modules.count
      modules.append(module)
    }
  }
}

extension Module {
  /// The first part of its name, which is what is installed.
  fileprivate var top: String { String(name.prefix { $0 != "." }) }
}
