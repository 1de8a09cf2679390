import Testing

@testable import Verification

/// What is read in the words of a service, of Twisted and of systemd.
@Suite struct ServiceLogTests {
  static let failedLoad = """
    Unhandled Error
    Traceback (most recent call last):
      File "/usr/lib/python3/dist-packages/twisted/application/app.py", line 674, in run
        runApp(config)
      File "/etc/twisted-web/web.tac", line 3, in <module>
        import shop
    builtins.ModuleNotFoundError: No module named 'shop'
    Failed to load application: No module named 'shop'
    twisted-web.service: Main process exited, code=exited, status=1/FAILURE
    """

  private func traceback(_ error: String, source: String = "run()") -> String {
    """
    2026-11-26T18:00:00+0000 [-] Unhandled Error
    \tTraceback (most recent call last):
    \t  File "/usr/lib/python3.11/os.py", line 679, in __getitem__
    \t    raise KeyError(key) from None
    \t  File "/etc/twisted-web/web.tac", line 12, in render_GET
    \t    \(source)
    \t\(error)
    """
  }

  private func first(_ error: String, source: String = "run()") -> Finding? {
    ServiceLog(traceback(error, source: source)).findings.first
  }

  @Test func aModuleThatIsMissing() {
    let log = ServiceLog(Self.failedLoad)
    #expect(log.findings.map(\.cause) == [.module])
    #expect(log.findings.first?.message == "/etc/twisted-web/web.tac:3: there is no module shop")
    #expect(log.ending == "code=exited, status=1/FAILURE")
    #expect(log.denials.isEmpty)
  }

  @Test func aVariableThatIsMissing() {
    let finding = first("builtins.KeyError: 'PORT'", source: "os.environ['PORT']")
    #expect(finding?.cause == .variable)
    #expect(finding?.remedy == "give --env PORT=VALUE")
    #expect(first("builtins.KeyError: 'PORT'", source: "table['PORT']")?.cause == .traceback)
  }

  @Test(arguments: [
    ("builtins.OSError: [Errno 30] Read-only file system: '/srv/www/log'", Finding.Cause.readOnly, "/srv/www"),
    ("builtins.PermissionError: [Errno 13] Permission denied: '/srv/list'", .access, "/var/lib/NAME"),
    ("builtins.PermissionError: [Errno 13] Permission denied: '/etc/ssl/private/a.key'", .key, "ssl-cert"),
    ("builtins.PermissionError: [Errno 1] Operation not permitted", .systemCall, "SystemCallFilter="),
    (
      "builtins.OSError: [Errno 97] Address family not supported by protocol", .addressFamily,
      "RestrictAddressFamilies="
    ),
    (
      "twisted.internet.error.CannotListenError: Couldn't listen on any:80: [Errno 13] Permission denied.", .lowPort,
      "--port"
    ),
  ])
  func aDenial(error: String, cause: Finding.Cause, remedy: String) throws {
    let log = ServiceLog(traceback(error))
    #expect(log.denials == log.findings)
    let finding = try #require(log.denials.first)
    #expect(finding.cause == cause)
    #expect(finding.remedy?.contains(remedy) == true, "\(finding)")
  }

  @Test func namesTheSetOfAFilteredCall() throws {
    let finding = try #require(
      first("builtins.PermissionError: [Errno 1] Operation not permitted", source: "os.nice(5)"))
    #expect(finding.cause == .systemCall && finding.message.hasSuffix(" at: os.nice(5)"))
    #expect(finding.remedy?.contains("--unit SystemCallFilter=@resources,") == true)
  }

  @Test(arguments: [
    ("/srv/x", "ProtectSystem="), ("/home/ada/x", "ProtectHome="), ("/proc/sys/net/x", "ProtectKernelTunables="),
    ("/sys/fs/cgroup/x", "ProtectControlGroups="),
  ])
  func namesTheDirectiveOfAReadOnlyPath(path: String, directive: String) throws {
    let finding = try #require(first("builtins.OSError: [Errno 30] Read-only file system: '\(path)'"))
    #expect(finding.message.contains("because \(directive) makes it read-only"))
  }

  @Test(arguments: [
    ("builtins.FileNotFoundError: [Errno 2] No such file or directory: 'list.txt'", Finding.Cause.file),
    ("builtins.ZeroDivisionError: division by zero", .traceback),
    (
      "twisted.internet.error.CannotListenError: Couldn't listen on any:80: [Errno 98] Address already in use.",
      .portTaken
    ),
  ])
  func anError(error: String, cause: Finding.Cause) {
    let log = ServiceLog(traceback(error))
    #expect(log.errors.map(\.cause) == [cause])
    #expect(log.errors.first?.message.hasPrefix("/etc/twisted-web/web.tac:12: ") == true)
  }

  @Test(arguments: [
    ("code=killed, status=31/SYS", Finding.Cause.systemCall), ("code=exited, status=203/EXEC", .file),
    ("code=exited, status=217/USER", .unit), ("code=exited, status=226/NAMESPACE", .unit),
  ])
  func whatSystemdSaysOfTheEnd(ending: String, cause: Finding.Cause) {
    #expect(ServiceLog("web.service: Main process exited, \(ending)").findings.map(\.cause) == [cause])
  }

  @Test func linesOfTheSystemsLog() {
    let lines = traceback("builtins.KeyError: 'PORT'", source: "os.environ['PORT']").split(separator: "\n")
    let text = lines.map { "[-] \($0)" }.joined(separator: "\n")
    #expect(ServiceLog(text).findings.map(\.cause) == [.variable])
  }

  @Test func aQuietLogHasNone() {
    let text = """
      2026-11-26T18:00:00+0000 [-] Loading /etc/twisted-web/web.tac...
      2026-11-26T18:00:00+0000 [-] Site starting on 8080
      twisted-web.service: Deactivated successfully.
      """
    #expect(ServiceLog(text).findings.isEmpty)
  }

  @Test func everyCauseIsToldOnce() {
    let text = traceback("builtins.ZeroDivisionError: division by zero")
    #expect(ServiceLog("\(text)\n\(text)").findings.count == 1)
  }

  @Test func theKernelNamesTheSystemCall() {
    let ending = "twisted-web.service: Main process exited, code=killed, status=31/SYS"
    #expect(
      ServiceLog(ending, deniedCalls: [141, 203]).findings.first?.message
        == "the unit's SystemCallFilter= ended the service for the system calls 141, 203, which ausyscall 141 names")
    #expect(ServiceLog(ending).findings.first?.message.hasSuffix("ended the service for a system call") == true)
  }

  /// Only the records of the service's user since the trial began.
  @Test func theKernelsRecords() {
    func record(_ time: Int, _ type: Int, uid: Int, call: String) -> Substring {
      "6,812,\(time),-;audit: type=\(type) audit(1795776512.515:2): auid=4294967295 uid=\(uid) gid=998 pid=11570 "
        + "comm=\"twistd3\" exe=\"/usr/bin/python3.11\" sig=31 arch=c000003e syscall=\(call) compat=0"
    }
    let lines = [
      record(1_000_000, 1326, uid: 998, call: "1"), record(9_000_000, 1326, uid: 998, call: "141"),
      record(9_000_001, 1326, uid: 998, call: "141"), record(9_000_002, 1326, uid: 0, call: "2"),
      record(9_000_003, 1400, uid: 998, call: "3"), record(9_000_004, 1326, uid: 998, call: "x"), "6,813", "", ";",
      record(9_000_005, 1326, uid: 998, call: "203"),
    ]
    #expect(KernelLog(lines, of: 998, since: .seconds(5)).deniedCalls == [141, 203])
    #expect(KernelLog([], of: 998, since: .zero).deniedCalls == [])
  }
}
