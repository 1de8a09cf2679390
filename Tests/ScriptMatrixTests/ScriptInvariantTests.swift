import TestSupport
import Testing

/// What holds for every script, whatever the options, the arguments and the system.
@Suite struct ScriptInvariantTests {
  static let sets = [OptionSet.plain, .stop, .socketAndStop, OptionSet.all[6], OptionSet.all[9]]

  /// Calls `body` with each run of each script.
  private func forEachRun(
    _ set: OptionSet, _ format: PackageFormat, where isWanted: (_ script: String, ScriptCall, Situation) -> Bool,
    body: (_ sandbox: Sandbox, _ path: String, ScriptCall, Situation, _ title: Comment) throws -> Void
  ) throws {
    let scripts = try PackageScripts.of(set).texts[format] ?? [:]
    try Sandbox.with(set) { sandbox in
      for (name, text) in scripts {
        let path = try sandbox.write(text)
        for call in format.calls[name] ?? [] {
          for situation in Situation.all(for: format) where isWanted(name, call, situation) {
            guard !(call.isFirst && situation.isOfInstalled) else { continue }
            try sandbox.prepare(situation, format, isFirst: call.isFirst)
            try body(sandbox, path, call, situation, "\(set.name) \(format) \(name) \(call), \(situation)")
          }
        }
      }
    }
  }

  /// Policy 6.2: a script that is run again where it had ended, or had not, does what is left.
  @Test(arguments: [OptionSet.plain, .socketAndStop], PackageFormat.allCases)
  func aSecondRunChangesNothing(set: OptionSet, format: PackageFormat) throws {
    let isWanted = { (_: String, call: ScriptCall, situation: Situation) in
      call.isEssential && situation.system != .bare && !situation.isMarked
    }
    try forEachRun(set, format, where: isWanted) { sandbox, path, call, situation, title in
      let first = try sandbox.execute(path, call, in: situation)
      let second = try sandbox.execute(path, call, in: situation, before: first.after)
      #expect(first.status == 0 && second.status == 0, title)
      // A restart is a restart each time.
      #expect(second.after == first.after, title)
    }
  }

  /// What dpkg takes back must succeed, and so must what nobody has heard of, whichever program is missing or fails.
  @Test(arguments: sets)
  func takingBackSucceedsThoughEverythingFails(set: OptionSet) throws {
    let programs = [
      "systemctl", "systemd-sysusers", "deb-systemd-helper", "deb-systemd-invoke", "update-rc.d", "invoke-rc.d",
      "getent", "adduser", "addgroup", "install", "touch", "xx",
    ]
    let systems: [Situation.Init] = [.systemd, .sysvinit, .bare]
    let isWanted = { (_: String, call: ScriptCall, situation: Situation) in
      let verb = call.arguments.first ?? ""
      return
        (verb.hasPrefix("abort-") || ["", "unheard-of", "disappear", "deconfigure", "failed-upgrade"].contains(verb))
        && systems.contains(situation.system) && (situation.runs || situation.isMarked || situation.system == .bare)
        && situation.isEnabled && !situation.isForbidden
    }
    try forEachRun(set, .deb, where: isWanted) { sandbox, path, call, situation, title in
      let outcome = try sandbox.execute(path, call, in: situation, failing: programs)
      #expect(outcome.status == 0, title)
    }
  }

  @Test(arguments: OptionSet.all)
  func purgeNeedsNoTool(set: OptionSet) throws {
    try forEachRun(set, .deb, where: { $0 == "postrm" && $1.arguments == ["purge"] && $2.system == .bare }) {
      sandbox, path, call, situation, title in
      let outcome = try sandbox.execute(path, call, in: situation)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, title)
      #expect(outcome.after.isDisjoint(with: ["/var/lib/xx", "/var/log/xx"]), title)
    }
  }

  /// dpkg(1), `--root`: the system that dpkg runs on is not the one that the package comes to.
  @Test(arguments: sets)
  func anotherRootIsTheOnlyOneTouched(set: OptionSet) throws {
    try forEachRun(set, .deb, where: { $2.system == .otherRoot }) { sandbox, path, call, situation, title in
      let outcome = try sandbox.execute(path, call, in: situation)
      #expect(outcome.status == 0, title)
      #expect(outcome.changes.allSatisfy { $0.dropFirst().hasPrefix("/other") }, "\(title): \(outcome.changes)")
      // These alone know the other root by themselves.
      for line in outcome.calls where !line.hasPrefix("deb-systemd-helper ") && !line.hasPrefix("added ") {
        #expect(line.contains(" /other/") || line.contains("--root=/other "), "\(title): \(line)")
      }
    }
  }

  /// Whoever upgrades does not want the service down, and keeps what the administrator chose.
  @Test(arguments: OptionSet.all.filter { !$0.options.contains("--stop-during-upgrade") }, PackageFormat.allCases)
  func anUpgradeStopsAndEnablesNothing(set: OptionSet, format: PackageFormat) throws {
    let upgrades: Set = [
      "prerm upgrade 2.0", "preinst upgrade 0.9 1.0", "postrm upgrade 2.0", "postinst configure 0.9",
    ]
    let counts: Set = ["pre 2", "post 2", "preun 1", "postun 1", "posttrans 1", "posttrans 2"]
    let isWanted = { (name: String, call: ScriptCall, situation: Situation) in
      (upgrades.contains("\(name) \(call)") || counts.contains("\(name) \(call)")) && situation.system != .bare
        && !situation.isMarked && !situation.hasOtherUser && (situation.isEssential || !situation.isEnabled)
    }
    try forEachRun(set, format, where: isWanted) { sandbox, path, call, situation, title in
      let outcome = try sandbox.execute(path, call, in: situation)
      for line in outcome.calls {
        let words = Set(line.split(separator: " "))
        #expect(words.isDisjoint(with: ["stop", "disable", "preset", "--add", "--del", "off"]), "\(title): \(line)")
      }
      #expect(outcome.status == 0, title)
      // The second of two services is new to this system, and comes as at a first installation.
      let changes = outcome.changes.filter { !$0.contains("twisted-night") }
      #expect(changes.allSatisfy { !$0.contains("enabled") && !$0.contains("active/") }, "\(changes)")
      #expect(situation.runs || !outcome.after.contains("started"), title)
    }
  }

  /// /bin/sh is bash on the systems of RPM.
  @Test(arguments: [OptionSet.plain, .stop, OptionSet.all[9]], PackageFormat.allCases)
  func bashDoesTheSame(set: OptionSet, format: PackageFormat) throws {
    let systems: [Situation.Init] = [.systemd, .sysvinit]
    let isWanted = { (_: String, call: ScriptCall, situation: Situation) in
      call.isEssential && situation.runs && situation.isEnabled && systems.contains(situation.system)
    }
    try forEachRun(set, format, where: isWanted) { sandbox, path, call, situation, title in
      let dash = try sandbox.execute(path, call, in: situation)
      try sandbox.prepare(situation, format, isFirst: call.isFirst)
      let bash = try sandbox.execute(path, call, in: situation, shell: ["bash", "--posix"])
      #expect(dash == bash, title)
    }
  }
}
