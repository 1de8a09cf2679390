import Diagnostics
import Text
import Toolbox

/// What is asked of a service that is installed.
extension Trial {
  /// Every service is up, and stays so.
  func start(seconds: Int = Trial.steadiness) throws(Failure) -> Result {
    guard !services.isEmpty else {
      return .skipped(
        package.services.isEmpty
          ? "no service"
          : package.services.contains(where: \.isTemplate) ? "the administrator names instances" : "no init script")
    }
    if root.mode == .plain { return try startByInitScript() }
    for service in services {
      // One that is not to start by itself is started by its administrator.
      _ = try root.shell(
        #"[ "$(systemctl is-active "$1")" != inactive ] || systemctl start "$1""#, [service.unit])
    }
    return .seen("", try unsteady(seconds))
  }

  /// The services that do not stay up, with the cause.
  private func unsteady(_ seconds: Int) throws(Failure) -> [Finding] {
    let answer = try root.shell(
      #"""
      seconds=$1
      shift
      for _ in $(seq $((seconds * 4))); do
        sleep 0.25
        for unit in "$@"; do
          [ "$(systemctl is-active "$unit")" = active ] && [ "$(systemctl show -P NRestarts "$unit")" = 0 ] && continue
          [ "$(systemctl is-active "$unit")" = activating ] &&
            [ "$(systemctl show -P SubState "$unit")" != auto-restart ] && continue
          # systemd may not have told all yet.
          sleep 0.5
          break 2
        done
      done
      for unit in "$@"; do echo "$unit $(systemctl show -P ActiveState "$unit") $(systemctl show -P NRestarts "$unit")"; done
      """#, [String(seconds)] + services.map(\.unit), timeout: 60)
    var findings: [Finding] = []
    for line in answer.output.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 3, words[1] != "active" || words[2] != "0",
        let service = services.first(where: { $0.unit == words[0] })
      else { continue }
      findings += try causes(of: service, state: String(words[1]))
    }
    return findings
  }

  private func startByInitScript() throws(Failure) -> Result {
    var findings: [Finding] = []
    for service in services {
      let answer = try root.shell(#""/etc/init.d/$1" start 2>&1"#, [service.name])
      if answer.status != 0 {
        let told = ServiceLog(answer.output).findings
        findings += told.isEmpty ? try causes(of: service, state: "not started by its init script") : told
      }
    }
    if !findings.isEmpty { return .seen("", findings) }
    _ = try root.shell("sleep \(Self.steadiness)")
    for service in services {
      let answer = try root.shell(#""/etc/init.d/$1" status"#, [service.name])
      if answer.status != 0 { findings += try causes(of: service, state: "no longer running") }
    }
    return .seen("", findings)
  }

  /// Why a service is not up: what its log tells, else how it ended.
  private func causes(of service: PackagedService, state: String) throws(Failure) -> [Finding] {
    let log = try log(of: service)
    if !log.findings.isEmpty { return log.findings }
    let end = log.ending.map { ": it ended with \($0)" } ?? ""
    if log.ending != nil {
      return [
        Finding(
          .crash, "\(service.name) does not stay up for \(Self.steadiness) seconds\(end)",
          remedy: "read its messages: \(try lastLine(of: service))")
      ]
    }
    return [
      Finding(.inactive, "\(service.name) is \(state)", remedy: "read its messages: \(try lastLine(of: service))")
    ]
  }

  private func lastLine(of service: PackagedService) throws(Failure) -> String {
    try logText(of: service).split(separator: "\n").last { !$0.contains("systemd") }.map(String.init)
      ?? "there are none"
  }

  func log(of service: PackagedService) throws(Failure) -> ServiceLog {
    let text = try logText(of: service)
    let log = ServiceLog(text)
    // The kernel counts users as the machine does, not as the root's namespace (user_namespaces(7)).
    let user = #"read -r _ first _ </proc/self/uid_map; echo $((first + $(id -u "$1")))"#
    guard log.findings.contains(where: { $0.cause == .systemCall }),
      let user = Int(try root.shell(user, [service.user]).output.trimmed)
    else { return log }
    return ServiceLog(text, deniedCalls: KernelLog(of: user, since: begun).deniedCalls)
  }

  private func logText(of service: PackagedService) throws(Failure) -> String {
    if root.mode == .booted {
      return try root.shell(
        #"journalctl --sync; journalctl --no-pager --quiet --output=cat --lines=2000 --unit="$1""#, [service.unit]
      ).output
    }
    return try root.shell(
      #"grep -F "$1" /root/messages | sed 's/^<[0-9]*>[A-Z][a-z]* *[0-9]* [0-9:]* [^ ]* //'; cat "/run/$1.errors" 2>/dev/null"#,
      [service.name]
    ).output
  }

  /// Where no init runs there is no log either: what services say is kept in a file.
  func prepareLog() throws(Failure) {
    _ = try root.shell(
      """
      : >/root/messages
      setsid python3 -c '
      import socket
      log = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
      log.bind("/dev/log")
      __import__("os").chmod("/dev/log", 0o666)
      with open("/root/messages", "ab", buffering=0) as messages:
          while True:
              messages.write(log.recv(65536).rstrip(b"\\0\\n") + b"\\n")
      ' </dev/null >/dev/null 2>&1 &
      for _ in 1 2 3 4 5 6 7 8 9 10; do [ -S /dev/log ] && exit; sleep 0.2; done
      """)
  }

  /// Every port of the facts answers.
  func answers(seconds: Int) throws(Failure) -> Result {
    let expected = services.flatMap(\.endpoints)
    guard !expected.isEmpty else { return .skipped("no port is known") }
    let answer = try root.shell(
      #"exec python3 - "$@" <<'END'"# + "\n\(RootHolder.script("probe.py"))\nEND\n",
      [String(seconds), ProbeReport.question(expected)], timeout: seconds + 60)
    let report = try ProbeReport(answer.output, of: expected, errors: answer.errors)
    return .seen(report.detail, report.findings)
  }

  func restart() throws(Failure) -> Result {
    for service in services {
      let answer = try root.shell(
        root.mode == .booted ? #"systemctl restart "$1" 2>&1"# : #""/etc/init.d/$1" restart 2>&1"#,
        [root.mode == .booted ? service.unit : service.name])
      if answer.status != 0 { return .seen("", try causes(of: service, state: "not up after a restart")) }
    }
    if case .seen(_, let findings) = try answers(seconds: 15), !findings.isEmpty { return .seen("", findings) }
    return .seen("", [])
  }

  /// A unit that can reload does so, and stays the same process.
  func reload() throws(Failure) -> Result {
    var count = 0
    for service in services {
      let answer = try root.shell(
        #"""
        [ "$(systemctl show -P CanReload "$1")" = yes ] || exit 77
        pid=$(systemctl show -P MainPID "$1")
        systemctl reload "$1" || exit
        sleep 1
        [ "$(systemctl is-active "$1")" = active ] && [ "$(systemctl show -P MainPID "$1")" = "$pid" ]
        """#, [service.unit])
      if answer.status == 77 { continue }
      if answer.status != 0 {
        return .seen("", try causes(of: service, state: "another process, or none, after a reload"))
      }
      count += 1
    }
    return count == 0 ? .skipped("the unit has no reload") : .seen("", [])
  }
}
