import Diagnostics
import Toolbox

/// One package in one root, from its installation until nothing of it is left.
struct Trial {
  let package: PackageFile
  /// The version that is upgraded from; the package itself where nobody names one.
  let former: PackageFile?
  let root: TrialRoot
  let context: BuildContext
  private(set) var cells: [Verdict.Cell] = []

  /// When it began, by the machine's uptime.
  let begun = Clock.uptime
  private let commands: TrialCommands
  /// How long a service has to stay up before it is believed, in seconds.
  static let steadiness = 6

  private var place: Verdict.Place { root.mode == .booted ? .systemd : .initScript }

  /// What a check found: what it tells where nothing is wrong, or why it could not be made.
  enum Result {
    case seen(String, [Finding])
    case skipped(String)
  }

  init(_ package: PackageFile, from former: PackageFile?, in root: TrialRoot, _ context: BuildContext) {
    (self.package, self.former, self.root, self.context) = (package, former, root, context)
    commands = TrialCommands(package.format)
  }

  /// Services that this root can start.
  var services: [PackagedService] {
    package.services.filter { !$0.isTemplate && (root.mode == .booted || $0.hasInitScript) }
  }

  mutating func run() throws(Failure) {
    _ = try root.shell(commands.prepare)
    let before = FileListing(try root.shell(FileListing.commands).output)
    try root.copy(package.path, to: commands.file)
    if let former { try root.copy(former.path, to: commands.formerFile) }
    if root.mode == .plain { try prepareLog() }
    let isInstalled = try check(.install) { trial throws(Failure) in try trial.install() }
    if isInstalled {
      let runs = try check(.start) { trial throws(Failure) in try trial.start() }
      if runs, !services.isEmpty {
        try check(.ports) { trial throws(Failure) in try trial.answers(seconds: 15) }
        try checkLog()
        try check(.restart) { trial throws(Failure) in try trial.restart() }
        if root.mode == .booted { try check(.reload) { trial throws(Failure) in try trial.reload() } }
      } else if !services.isEmpty {
        try checkLog()
      }
      if root.mode == .booted {
        let isUpgraded = try check(.upgrade) { trial throws(Failure) in try trial.upgrade(isRunning: runs) }
        if former != nil, isUpgraded {
          try check(.downgrade) { trial throws(Failure) in try trial.downgrade(isRunning: runs) }
        }
      }
      try check(.remove) { trial throws(Failure) in try trial.remove() }
    }
    try check(.purge) { trial throws(Failure) in try trial.purge(before) }
  }

  /// Makes a check and keeps what came of it.
  ///
  /// - Returns: Whether nothing is wrong.
  @discardableResult
  private mutating func check(
    _ check: Verdict.Check, _ body: (Trial) throws(Failure) -> Result
  ) throws(Failure) -> Bool {
    context.progress("\(package.name), \(place.title): \(check.rawValue)")
    let start = Clock.uptime
    let result = try body(self)
    let cell = Verdict.Cell(place, check, of: result, since: start)
    cells.append(cell)
    return cell.outcome != .failed
  }

  /// The causes that no earlier check of this root has named.
  private func unnamed(_ findings: [Finding]) -> [Finding] {
    let named = Set(cells.flatMap(\.findings))
    return findings.filter { !named.contains($0) }
  }

  private mutating func checkLog() throws(Failure) {
    let logs = try services.map { service throws(Failure) in try log(of: service) }
    let errors = unnamed(logs.flatMap(\.errors))
    try check(.log) { _ in .seen("", errors) }
    if root.mode == .booted {
      // Here every denial is told, also one that is named as the reason of something else already.
      let denials = logs.flatMap(\.denials)
      try check(.sandbox) { _ in .seen("", denials) }
    } else {
      let denials = unnamed(logs.flatMap(\.denials))
      if !denials.isEmpty, let last = cells.indices.last {
        cells[last].outcome = .failed
        cells[last].findings += denials
      }
    }
  }

  /// Installs the package as its administrator does, over what is there.
  func install() throws(Failure) -> Result {
    try install(commands.file)
  }

  func installFormer() throws(Failure) -> Result { try install(commands.formerFile) }

  private func install(_ file: String) throws(Failure) -> Result {
    let answer = try root.shell(commands.install, [file], timeout: 300)
    let text = answer.output + answer.errors
    // To rpm, a script that fails after the files are in place is a warning: dnf and rpm end with status 0, and only their
    // words tell.
    let isDone = answer.status == 0 && !text.contains("scriptlet failed")
    return .seen("", isDone ? [] : InstallationLog(text).findings)
  }

  /// Takes the package off with all that it left, as far as its manager does so.
  func takeOff() throws(Failure) {
    _ = try root.shell(commands.purge ?? commands.remove, [package.name], timeout: 300)
  }

  private func remove() throws(Failure) -> Result {
    // Where no init runs, invoke-rc.d stops nothing, so the administrator does.
    var stops: [Finding] = []
    if root.mode == .plain {
      for service in services {
        let answer = try root.shell(#""/etc/init.d/$1" stop"#, [service.name])
        if answer.status != 0 {
          stops.append(Finding(.process, "the init script cannot stop \(service.name): \(answer.errors.oneLine)"))
        }
      }
    }
    let answer = try root.shell(commands.remove, [package.name], timeout: 300)
    if answer.status != 0 { stops += InstallationLog(answer.output + answer.errors).findings }
    return .seen("", stops + (try processes()))
  }

  /// What still runs as a service's user.
  private func processes() throws(Failure) -> [Finding] {
    var findings: [Finding] = []
    for user in Set(package.services.map(\.user)).subtracting(["root"]).sorted() {
      // systemd's own helper may need a moment to end.
      let answer = try root.shell(
        #"""
        for _ in 1 2 3 4 5 6; do
          pgrep -u "$1" >/dev/null || exit 0
          sleep 0.5
        done
        ps -o pid=,args= -u "$1"
        """#, [user])
      for line in answer.output.split(separator: "\n") {
        let words = line.split(separator: " ", maxSplits: 1)
        findings.append(
          Finding(
            .process, "a process of \(user) still runs after the removal: \(words.last ?? line)",
            remedy: "have the prerm stop it, and let KillMode= be control-group or mixed"))
      }
    }
    return findings
  }

  private func purge(_ before: FileListing) throws(Failure) -> Result {
    if let purge = commands.purge {
      let answer = try root.shell(purge, [package.name], timeout: 300)
      if answer.status != 0 { return .seen("", InstallationLog(answer.output + answer.errors).findings) }
    }
    let after = FileListing(try root.shell(FileListing.commands).output)
    let changes = after.changes(since: before, except: FileListing.systemChanges + FileListing.runtimeChanges)
    let findings = changes.compactMap { line -> Finding? in
      let path = String(line.dropFirst(2).split(separator: " ").first ?? "")
      // A folder stays for the administrator's file in it.
      if commands.kept.contains(where: { end in changes.contains { $0.contains(path) && $0.contains(end) } }) {
        return nil
      }
      switch line.first {
      case "+":
        return Finding(
          .leftover, "\(path) is left after the \(commands.purge == nil ? "removal" : "purge")",
          remedy: commands.purge == nil ? "have the %postun remove it" : "have the postrm remove it at purge")
      case "-": return Finding(.leftover, "\(path) was there before the installation, and is gone")
      default: return Finding(.leftover, "\(path) is another than before the installation")
      }
    }
    return .seen(commands.purge == nil ? "of what is left" : "", findings)
  }
}

extension String {
  /// The last line that says something.
  var oneLine: String { split(separator: "\n").last.map(String.init) ?? "it says nothing" }
}
