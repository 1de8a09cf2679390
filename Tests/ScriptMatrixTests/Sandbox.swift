import Foundation
import TestSupport

/// A folder that stands for a system, in which scripts run with stand-ins for the programs that they call.
///
/// The scripts name absolute paths; those are written anew, and what they call comes from the sandbox alone.
struct Sandbox {
  let folder: String
  let set: OptionSet

  private static let stand = "\(Places.repository)/Tests/ScriptMatrixTests/StandIns/program"
  private static let files = [
    "install", "chmod", "rm", "rmdir", "touch", "find", "cut", "mv", "stat", "unlink", "head", "grep", "sed", "tr",
  ]
  private static let accounts = ["getent", "useradd", "groupadd", "adduser", "addgroup"]
  private static let systemd = ["systemctl", "systemd-sysusers"]
  private static let debian = [
    "deb-systemd-helper", "deb-systemd-invoke", "update-rc.d", "invoke-rc.d", "py3compile", "dpkg-query",
  ]

  /// Calls `body` with a new sandbox.
  static func with<Result>(_ set: OptionSet, _ body: (Sandbox) throws -> Result) throws -> Result {
    try withTemporaryFolder { path in
      let sandbox = Sandbox(folder: path, set: set)
      // Run from the sandbox and changed there; copied by another process, so that no fork keeps it open for writing.
      try run("install", "-D", "-m", "755", stand, "\(path)/master/xx").successful()
      try run("install", "-D", "-m", "755", stand, "\(path)/root-master/xx").successful()
      try run("install", "-D", "-m", "755", stand, "\(path)/master/twisted-night").successful()
      return try body(sandbox)
    }
  }

  private var system: String { "\(folder)/system" }
  private func bin(_ system: Situation.Init) -> String { "\(folder)/programs \(system.rawValue)" }
  private var log: String { "\(folder)/calls" }
  /// What `DPKG_ROOT` names.
  private var otherRoot: String { "\(folder)/system/other" }

  /// Makes the sandbox a system on which the package was installed before, unless it comes for the first time.
  func prepare(_ situation: Situation, _ format: PackageFormat, isFirst: Bool = false) throws {
    try? FileManager.default.removeItem(atPath: system)
    try makeFolders([
      "run", "var/lib", "var/log", "etc/init.d", "sbin", "state/active", "state/enabled", "state/failed",
    ])
    try makeFolders(["state/known", "state/passwd", "state/group"])
    try makePrograms(situation.system, format)
    if situation.system.hasBooted { try makeFolders(["run/systemd/system"]) }
    if situation.isForbidden { try place("state/policy") }
    if set.hasInitScript {
      try link("\(folder)/master/xx", "etc/init.d/xx")
      chmod("\(folder)/master/xx", 0o755)
    }
    if set.name == "two-services" {
      try link("\(folder)/master/twisted-night", "etc/init.d/twisted-night")
      chmod("\(folder)/master/twisted-night", 0o755)
    }
    if situation.system == .otherRoot {
      try makeFolders(["other/etc/init.d", "other/var/lib/xx", "other/var/log/xx"])
      if set.hasInitScript { try link("\(folder)/root-master/xx", "other/etc/init.d/xx") }
      chmod("\(folder)/root-master/xx", 0o644)
    }
    if situation.isMarked { try place("run/xx.start") }
    try makeFolders(["usr/lib/systemd/system"])
    for unit in ["xx.service", "xx@.service", "twisted-night.service"] { try place("usr/lib/systemd/system/\(unit)") }
    // What is made of the files that the package has brought.
    for root in situation.system == .otherRoot ? ["", "other/"] : [""] {
      for folder in set.codeFolders { try makeFolders(["\(root)usr/\(folder)/__pycache__"]) }
    }
    guard !isFirst else { return }
    for entry in ["passwd/\(set.account)", "group/\(set.account)", "group/www"] { try place("state/\(entry)") }
    try makeFolders(["var/lib/xx", "var/log/xx"])
    if situation.hasOtherUser { try place("state/owner", "other\n") }
    try place("state/known/\(set.enabledUnit)")
    if situation.isEnabled { try place("state/enabled/\(set.enabledUnit)") }
    try place("state/links", situation.isEnabled ? "enabled\n" : "disabled\n")
    if situation.runs {
      if !situation.isIdle { try place("state/active/\(set.serviceUnit)") }
      try place("state/active/\(set.enabledUnit)")
      try makeFolders(["run/xx"])
    }
    if situation.hasFailed { try place("state/failed/\(set.enabledUnit)") }
  }

  /// What a run of a script called and changed.
  struct Outcome: Equatable {
    var calls: [String]
    var status: Int32
    /// The system before and after, one line for each thing on it.
    var before: Set<String>
    var after: Set<String>
    var errors: String

    var changes: [String] {
      after.subtracting(before).sorted().map { "+\($0)" } + before.subtracting(after).sorted().map { "-\($0)" }
    }
  }

  /// Writes a script anew, with the sandbox's paths in place of the system's.
  ///
  /// - Returns: Its path.
  func write(_ script: String, as name: String = "script") throws -> String {
    let path = "\(folder)/\(name)"
    let text = script.replacing(#/"\$\{DPKG_ROOT:-\}("?)\//#) { "\"${DPKG_ROOT:-\(system)}\($0.output.1)/" }
      .replacing(#/([\s<>'])\/(run|var\/lib|var\/log|etc|sbin|usr\/(?:lib|share)\/(?:xx|systemd))\b/#) {
        "\($0.output.1)\(system)/\($0.output.2)"
      }
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  /// Runs a script that was written into the sandbox, on the system as it is.
  func execute(
    _ path: String, _ call: ScriptCall, in situation: Situation, shell: [String] = ["dash"], failing: [String] = [],
    before known: Set<String>? = nil
  ) throws -> Outcome {
    let before = known ?? state
    try "".write(toFile: log, atomically: false, encoding: .utf8)
    var program = Program("/usr/bin/\(shell[0])", shell.dropFirst() + [path] + call.arguments)
    program.environment = [
      "PATH": bin(situation.system), "SANDBOX": system, "CALLS": log, "SERVICE": "xx", "ACCOUNT": set.account,
      "FAILING": failing.joined(separator: " "), "DPKG_ROOT": situation.system == .otherRoot ? otherRoot : nil,
    ]
    program.timeout = .seconds(20)
    let result = try program.run()
    let calls = try String(contentsOfFile: log, encoding: .utf8).replacing(system, with: "")
    return Outcome(
      calls: calls.split(separator: "\n").map(String.init), status: result.status, before: before, after: state,
      errors: result.errors)
  }

  /// What is on the system: files and folders, each with its content where it has any.
  var state: Set<String> {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: system)) ?? []
    var state = Set(
      paths.filter { !$0.hasPrefix("state/links") }.map { $0.hasPrefix("state/") ? String($0.dropFirst(6)) : "/\($0)" })
    if let links = try? String(contentsOfFile: "\(system)/state/links", encoding: .utf8) {
      state.insert("links \(links.dropLast())")
    }
    for script in ["etc/init.d/xx", "other/etc/init.d/xx"]
    where FileManager.default.isExecutableFile(atPath: "\(system)/\(script)") {
      state.insert("/\(script) x")
    }
    return state
  }

  private func makePrograms(_ system: Situation.Init, _ format: PackageFormat) throws {
    if format == .rpm && ![.bare, .none].contains(system) { try link(Self.stand, "sbin/chkconfig") }
    let bin = bin(system)
    guard !FileManager.default.fileExists(atPath: bin) else { return }
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    var names = Self.files + ["added"]
    if system != .bare {
      names += Self.accounts + (format == .deb ? Self.debian : [])
      if system.hasSystemdTools { names += Self.systemd }
    }
    for name in names {
      try FileManager.default.createSymbolicLink(atPath: "\(bin)/\(name)", withDestinationPath: Self.stand)
    }
  }

  private func link(_ target: String, _ path: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(system)/\(path)", withDestinationPath: target)
  }

  private func makeFolders(_ paths: [String]) throws {
    for path in paths {
      try FileManager.default.createDirectory(atPath: "\(system)/\(path)", withIntermediateDirectories: true)
    }
  }

  private func place(_ path: String, _ text: String = "") throws {
    try text.write(toFile: "\(system)/\(path)", atomically: false, encoding: .utf8)
  }
}
