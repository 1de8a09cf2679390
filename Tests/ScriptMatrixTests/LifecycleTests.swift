import TestSupport
import Testing

/// Whole actions of dpkg and rpm, script after script in their order, and what has become of the service after each.
@Suite struct LifecycleTests {
  struct Action: Sendable, CustomTestStringConvertible {
    let name: String
    let format: PackageFormat
    /// Script and arguments, in the order of the package manager.
    let calls: [String]
    /// Whether a service that ran runs afterwards.
    var keepsRunning = true
    var testDescription: String { "\(format) \(name)" }
  }

  static let actions = [
    Action(
      name: "upgrade", format: .deb,
      calls: [
        "prerm upgrade 2.0", "preinst upgrade 1.0 2.0", "postrm upgrade 2.0", "postinst configure 1.0",
      ]),
    Action(
      name: "upgrade whose preinst fails", format: .deb,
      calls: [
        "prerm upgrade 2.0", "preinst upgrade 1.0 2.0", "postrm abort-upgrade 1.0 2.0", "postinst abort-upgrade 2.0",
      ]),
    Action(
      name: "upgrade whose first prerm fails", format: .deb,
      calls: [
        "prerm upgrade 2.0", "prerm failed-upgrade 1.0 2.0", "preinst upgrade 1.0 2.0", "postrm upgrade 2.0",
        "postinst configure 1.0",
      ]),
    Action(
      name: "upgrade whose prerm fails", format: .deb, calls: ["prerm upgrade 2.0", "postinst abort-upgrade 2.0"]),
    Action(name: "failed removal", format: .deb, calls: ["prerm remove", "postinst abort-remove"]),
    Action(
      name: "failed removal in favour of another", format: .deb,
      calls: ["prerm remove in-favour other 1.0", "postinst abort-remove in-favour other 1.0"]),
    Action(
      name: "failed deconfiguration", format: .deb,
      calls: ["prerm deconfigure in-favour other 1.0", "postinst abort-deconfigure in-favour other 1.0"]),
    Action(name: "reconfiguration", format: .deb, calls: ["postinst configure 1.0"]),
    Action(name: "removal", format: .deb, calls: ["prerm remove", "postrm remove"], keepsRunning: false),
    Action(
      name: "reinstallation after a removal", format: .deb,
      calls: ["prerm remove", "postrm remove", "preinst install 1.0 2.0", "postinst configure 1.0"]),
    Action(
      name: "upgrade", format: .rpm, calls: ["pre 2", "post 2", "preun 1", "postun 1", "posttrans 1"]),
    Action(name: "erasure", format: .rpm, calls: ["preun 0", "postun 0"], keepsRunning: false),
  ]

  static let sets = [OptionSet.plain, .stop, .socket, .socketAndStop]

  /// Runs an action; ends with the system's state.
  private func state(
    after action: Action, _ set: OptionSet, in situation: Situation, _ check: (Sandbox.Outcome) -> Void = { _ in }
  ) throws -> Set<String> {
    let scripts = try PackageScripts.of(set).texts[action.format] ?? [:]
    return try Sandbox.with(set) { sandbox in
      try sandbox.prepare(situation, action.format)
      for call in action.calls {
        let words = call.split(separator: " ", maxSplits: 1).map(String.init)
        guard let text = scripts[words[0]] else { continue }
        let outcome = try sandbox.execute(sandbox.write(text), ScriptCall(words[1]), in: situation)
        #expect(outcome.status == 0, "\(set.name): \(call): \(outcome)")
        check(outcome)
      }
      return sandbox.state
    }
  }

  private func situations(for set: OptionSet) -> [Situation.Init] {
    set.options.contains("--socket") ? [.systemd] : [.systemd, .sysvinit]
  }

  @Test(arguments: actions, sets)
  func whatRanRunsAgain(action: Action, set: OptionSet) throws {
    for system in situations(for: set) {
      let state = try state(after: action, set, in: Situation(system: system, runs: true))
      #expect(state.contains("active/\(set.enabledUnit)") == action.keepsRunning, "\(set.name), \(system): \(state)")
      #expect(!state.contains("/run/xx.start"))
      if action.name == "upgrade" && set.name != "socket-stop-during-upgrade" {
        #expect(state.contains("started"), "the old code runs on: \(set.name), \(system)")
      }
    }
  }

  /// What runs as the older version's user is stopped by the older version's script, and started again.
  @Test(arguments: PackageFormat.allCases, [OptionSet.plain, .stop])
  func anotherUserTakesOver(format: PackageFormat, set: OptionSet) throws {
    let upgrade = try #require(Self.actions.first { $0.format == format && $0.name == "upgrade" })
    for isRunning in [true, false] {
      var wasDown = false
      let situation = Situation(system: .sysvinit, runs: isRunning, hasOtherUser: true)
      let state = try state(after: upgrade, set, in: situation) { outcome in
        wasDown = wasDown || !outcome.after.contains("active/xx.service")
      }
      #expect(wasDown)
      #expect(state.contains("active/xx.service") == isRunning && state.contains("started") == isRunning, "\(state)")
      #expect(!state.contains("/run/xx.start"))
    }
  }

  /// Nobody has connected yet, so the socket listens and the service does not run.
  @Test(arguments: actions, [OptionSet.socket, .socketAndStop])
  func aSocketThatWaitedListensAgain(action: Action, set: OptionSet) throws {
    let state = try state(after: action, set, in: Situation(system: .systemd, runs: true, isIdle: true))
    #expect(state.contains("active/xx.socket") == action.keepsRunning, "\(set.name): \(state)")
    #expect(!state.contains("started"), "\(set.name): \(state)")
  }

  /// What the administrator stopped or disabled stays as it was; only a package that comes back is started.
  @Test(arguments: actions.filter { $0.name != "reinstallation after a removal" }, sets)
  func whatWasStoppedStaysStopped(action: Action, set: OptionSet) throws {
    for system in situations(for: set) {
      for isEnabled in [true, false] {
        let state = try state(after: action, set, in: Situation(system: system, isEnabled: isEnabled)) { outcome in
          #expect(!outcome.after.contains("started"), "\(set.name), \(system): \(outcome.calls)")
        }
        #expect(!state.contains("active/\(set.enabledUnit)") && !state.contains("/run/xx.start"))
        if action.format == .deb || action.name == "upgrade" {
          #expect(state.contains("enabled/\(set.enabledUnit)") == isEnabled)
        }
      }
    }
  }

  /// The service is down for no longer than a restart takes, or all the while that its files change.
  @Test(arguments: PackageFormat.allCases, sets)
  func isDownWhenAsked(format: PackageFormat, set: OptionSet) throws {
    let upgrade = try #require(Self.actions.first { $0.format == format && $0.name == "upgrade" })
    for system in situations(for: set) {
      var isDown: [Bool] = []
      _ = try state(after: upgrade, set, in: Situation(system: system, runs: true)) { outcome in
        isDown.append(!outcome.after.contains("active/xx.service") && !outcome.after.contains("active/xx.socket"))
      }
      #expect(
        isDown.contains(true) == set.options.contains("--stop-during-upgrade"), "\(set.name), \(system): \(isDown)")
      #expect(isDown.last == false)
    }
  }

  /// On SysV, as under systemd, a service that does not start keeps no package from being configured, and an upgrade starts
  /// nothing that does not run.
  @Test func aStartThatFailsStopsNoPackage() throws {
    let script = try #require(try PackageScripts.of(.plain).texts[.deb]?["postinst"])
    try Sandbox.with(.plain) { sandbox in
      let situation = Situation(system: .sysvinit)
      try sandbox.prepare(situation, .deb)
      let path = try sandbox.write(script)
      let failed = try sandbox.execute(path, ScriptCall("configure ''"), in: situation, failing: ["xx"])
      #expect(failed.status == 0 && failed.calls.contains("xx start") && !failed.after.contains("/run/xx.start"))
      let second = try sandbox.execute(path, ScriptCall("configure 0.9"), in: situation)
      #expect(second.status == 0 && !second.calls.contains("xx start"))
    }
  }
}
