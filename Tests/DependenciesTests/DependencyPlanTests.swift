import RPM
import Debian
import Dependencies
import Diagnostics
import PackageModel
import Testing
import ApplicationFacts

/// What applications need, by their facts.
@Suite struct DependencyPlanTests {
  private static func at(_ line: Int) -> Diagnostics.SourceLocation {
    Diagnostics.SourceLocation(file: "web.tac", line: line)
  }

  private static func application(_ modules: [(String, Module.Kind, Certainty)]) -> Application {
    var application = Application(format: .tac)
    application.modules = modules.enumerated().map { Module($1.0, $1.1, certainty: $1.2, at: at($0 + 1)) }
    return application
  }

  @Test func needsWhatIsImported() throws {
    let application = Self.application([
      ("treq", .thirdParty, .sure), ("treq.content", .thirdParty, .conditional),
      ("simplejson", .thirdParty, .conditional),
      ("os", .standardLibrary, .sure), ("shop", .local, .sure), ("autobahn.twisted", .thirdParty, .conditional),
      ("autobahn", .thirdParty, .sure), ("twisted.web.server", .twisted, .sure),
    ])
    let debian = try DependencyPlan(for: .debian, application: application)
    #expect(debian.relations[.depends] == ["python3-treq", "python3-autobahn"])
    #expect(debian.relations[.recommends] == ["python3-simplejson"])
    #expect(debian.diagnostics.isEmpty)
    let rpm = try DependencyPlan(for: .rpm, application: application)
    #expect(rpm.relations[.depends] == ["python3dist(treq)", "python3dist(autobahn)"])
  }

  @Test func saysWhatItDoesNotKnow() throws {
    let application = Self.application([
      ("shopstuff.models", .thirdParty, .sure), ("shopstuff", .thirdParty, .sure), ("klein", .thirdParty, .sure),
      ("fancy", .thirdParty, .conditional),
    ])
    let plan = try DependencyPlan(for: .debian, application: application)
    #expect(plan.relations[.depends].isEmpty)
    #expect(plan.diagnostics.map(\.severity) == [.warning, .warning, .note])
    #expect(plan.diagnostics.allSatisfy { $0.remedy?.contains("--depends") == true && $0.location != nil })
    var wishes = RelationWishes()
    wishes.formats = ["deb", "rpm"]
    wishes[.depends] = ["python3-shopstuff, deb:python3-klein", "rpm:python3dist(shopstuff)"]
    wishes[.suggests] = ["python3-fancy"]
    for grammar in [RelationGrammar.debian, .rpm] {
      #expect(try DependencyPlan(for: grammar, application: application, wishes: wishes).diagnostics.isEmpty)
    }
  }

  @Test func asksOnlyAboutWhatItDoesNotKnow() throws {
    var asked: [[String]] = []
    _ = try DependencyPlan(for: .debian, application: Self.application([("treq", .thirdParty, .sure)])) { names in
      asked.append(names)
      return [:]
    }
    #expect(asked.isEmpty)
    let unknown = Self.application([("shopstuff.x", .thirdParty, .sure), ("other", .thirdParty, .conditional)])
    let plan = try DependencyPlan(for: .debian, application: unknown) { names in
      asked.append(names)
      return ["shopstuff": "shop-tools"]
    }
    #expect(asked == [["shopstuff", "other"]])
    #expect(plan.relations[.depends] == ["shop-tools"] && plan.diagnostics.count == 1)
  }

  @Test func saysWhatItConcludes() throws {
    let plan = try DependencyPlan(for: .debian, application: Self.application([("aafigure", .thirdParty, .sure)]))
    #expect(plan.relations[.depends] == ["python3-aafigure"])
    #expect(plan.diagnostics.map(\.severity) == [.note])
  }

  @Test func leavesAloneWhatWasAskedFor() throws {
    var wishes = RelationWishes()
    wishes.formats = ["deb", "rpm"]
    wishes[.depends] = ["python3-treq (>= 30)"]
    let application = Self.application([("treq", .thirdParty, .sure)])
    #expect(
      try DependencyPlan(for: .debian, application: application, wishes: wishes).relations[.depends]
        == ["python3-treq (>= 30)"])
    #expect(
      try DependencyPlan(for: .rpm, application: application, wishes: wishes).relations[.depends]
        == ["python3dist(treq) >= 30"])
  }

  @Test func needsTheExtrasOfTwisted() throws {
    var application = Self.application([
      ("twisted.conch.manhole", .twisted, .sure), ("twisted.internet.serialport", .twisted, .conditional),
      ("twisted.web.server", .twisted, .sure),
    ])
    application.listeners = [Listener(.ssl, at: Self.at(4))]
    application.reactor = Fact("gtk3", at: Self.at(5))
    let plan = try DependencyPlan(for: .debian, application: application)
    #expect(
      plan.relations[.depends] == [
        "python3-openssl", "python3-service-identity", "python3-bcrypt", "python3-cryptography", "python3-pyasn1",
        "python3-gi",
      ])
    #expect(plan.relations[.recommends] == ["python3-serial"])
    #expect(plan.relations[.suggests] == ["python3-h2", "python3-priority"])
    application.listeners = []
    application.modules = []
    application.reactor = nil
    application.clients = [Client(.ssl, certainty: .conditional, at: Self.at(1))]
    #expect(
      try DependencyPlan(for: .rpm, application: application).relations[.recommends]
        == ["python3dist(pyopenssl)", "python3dist(service-identity)"])
  }
}
