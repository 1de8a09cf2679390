import TestSupport
import Testing

extension SystemTests {
  /// The exit statuses of both init scripts (LSB 5.0, "Init Script Actions"), where no init system is in between.
  @Suite struct InitScriptTests {
    @Test(.timeLimit(.minutes(15)), arguments: LifecycleRow.Format.allCases)
    func exitStatusesAreThoseOfLSB(format: LifecycleRow.Format) throws {
      let root = try DebianRoot()
      try root.install(format)
      let service = InstalledService(root: root)
      try service.addPage()
      if format == .deb { try service.initScript("stop").successful() }
      func expect(_ verb: String, status: Int32, in situation: String) throws {
        let result = try service.initScript(verb)
        #expect(result.status == status, "\(verb), \(situation): \(result)")
      }

      try expect("status", status: 3, in: "stopped")
      try expect("stop", status: 0, in: "stopped")
      try expect("try-restart", status: 0, in: "stopped")
      try expect("status", status: 3, in: "after the try-restart of a stopped service")
      try expect("start", status: 0, in: "stopped")
      try expect("start", status: 0, in: "running")
      #expect(try root.shell("pgrep -fc '[t]wistd.*web.tac'").output == "1\n", "started twice")
      try expect("status", status: 0, in: "running")
      for verb in ["restart", "force-reload", "try-restart"] {
        let old = try pid(root)
        try expect(verb, status: 0, in: "running")
        #expect(try pid(root) != old, "\(verb) leaves the old process")
        #expect(try service.page().contains("It works"))
      }
      try expect("stop", status: 0, in: "running")
      try expect("stop", status: 0, in: "stopped")
      #expect(try service.owners().isEmpty)
      try expect("restart", status: 0, in: "stopped")
      try expect("force-reload", status: 0, in: "running")
      try expect("stop", status: 0, in: "running")
      try expect("no-such-verb", status: format == .deb ? 3 : 2, in: "usage")
      try expect("", status: format == .deb ? 3 : 2, in: "usage")
    }

    /// What a crash leaves: a pid file of nobody, or one whose number another process has got since.
    @Test(.timeLimit(.minutes(15)), arguments: LifecycleRow.Format.allCases)
    func stalePidFilesAreSeenThrough(format: LifecycleRow.Format) throws {
      let root = try DebianRoot()
      try root.install(format)
      let service = InstalledService(root: root)
      try service.addPage()
      try service.initScript("start").successful()
      try root.shell("pkill -KILL -f '[t]wistd.*web.tac'; sleep 0.2").successful()
      #expect(try service.initScript("status").status == 1, "dead, and its pid file exists")
      try service.initScript("start").successful()
      #expect(try service.page().contains("It works"))

      try root.shell("pkill -KILL -f '[t]wistd.*web.tac'; sleep 0.2").successful()
      for owner in ["root", service.user] {
        try root.shell(
          "setpriv --reuid=\(owner) --clear-groups sleep 600 >/dev/null 2>&1 & echo $! >\(Self.pidFile)"
        ).successful()
        #expect(try service.initScript("status").status != 0, "the process of \(owner) is another")
        try service.initScript("stop").successful()
        #expect(try root.shell("pgrep -xc sleep").output == "1\n", "stop killed a process of \(owner)")
        try root.shell("pkill -x sleep").successful()
      }
      try service.initScript("start").successful()
      #expect(try service.page().contains("It works"))
    }

    /// What a person needs to know stands on the terminal, without the signs that a terminal would act on.
    @Test(.timeLimit(.minutes(15)), arguments: LifecycleRow.Format.allCases)
    func saysWhyItDoesNotStart(format: LifecycleRow.Format) throws {
      let root = try DebianRoot()
      try root.install(format)
      let service = InstalledService(root: root)
      try service.initScript("stop").successful()
      try root.shell(
        #"""
        printf 'import sys\nsys.stderr.write("\\033]0;owned\\007" * 9)\nraise ValueError("no such luck")\n' \
          >/etc/twisted-web/web.tac
        """#
      ).successful()
      let result = try service.initScript("start")
      #expect(result.status == 1 && result.errors.contains("no such luck"), "\(result)")
      #expect(
        !(result.output + result.errors).unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 }, "\(result)")
      #expect(try service.initScript("status").status == 3)
      #expect(try root.shell("ls /run/twisted-web.*").output.isEmpty)

      // Its port is taken: it has loaded, and ends when it listens.
      try root.shell(
        """
        printf '%s\\n' 'from twisted.application import service, internet' 'from twisted.internet import protocol' \
          'application = service.Application("web")' \
          'internet.TCPServer(8080, protocol.Factory()).setServiceParent(application)' >/etc/twisted-web/web.tac
        python3 -c 'import socket, time; s = socket.create_server(("", 8080)); time.sleep(600)' >/dev/null 2>&1 &
        """
      ).successful()
      try waitUntil("the port is taken", timeout: .seconds(10)) { try service.answersAtAll() }
      #expect(try service.initScript("start").status == 1)
      #expect(try service.initScript("status").status == 3)
    }

    @Test(.timeLimit(.minutes(15)), arguments: LifecycleRow.Format.allCases)
    func missingProgramIsFive(format: LifecycleRow.Format) throws {
      let root = try DebianRoot()
      try root.install(format)
      let service = InstalledService(root: root)
      try service.initScript("stop").successful()
      try root.shell("rm /usr/bin/twistd3").successful()
      // Debian's init scripts are conffiles and outlive their package, so that has to be no error (Policy 9.3.2).
      #expect(try service.initScript("start").status == (format == .deb ? 0 : 5))
      #expect(try service.initScript("status").status == 3)
    }

    /// The environment file is for the service: no program of root's is looked for or changed by what it sets.
    @Test(.timeLimit(.minutes(15)), arguments: LifecycleRow.Format.allCases)
    func rootHasNoVariableOfTheServices(format: LifecycleRow.Format) throws {
      let root = try DebianRoot()
      try root.install(format)
      let service = InstalledService(root: root)
      try service.initScript("stop").successful()
      try root.shell(
        """
        mkdir /evil && : >/evil/log && chmod 666 /evil/log
        for name in sh env id stat head tr cut sed find grep ps sleep kill install chown cp mkdir rm touch prlimit nice setsid \
          setpriv start-stop-daemon xargs printf logger; do
          printf '#!/bin/sh\nid -u >>/evil/log\nPATH=/usr/sbin:/usr/bin:/sbin:/bin exec %s "$@"\n' "$name" >"/evil/$name"
          chmod 755 "/evil/$name"
        done
        echo 'id -u >>/evil/log' >/evil/env
        cat >>\(format == .deb ? "/etc/default" : "/etc/sysconfig")/twisted-web <<'END'
        PATH=/evil:/usr/bin:/bin
        LD_PRELOAD=/evil/none.so
        BASH_ENV=/evil/env
        ENV=/evil/env
        IFS=/
        PIDFILE=/victim
        USER=root
        END
        """
      ).successful()
      for (verb, status) in [("start", 0), ("status", 0), ("restart", 0), ("try-restart", 0)] {
        let result = try service.initScript(verb)
        #expect(result.status == Int32(status) && !result.errors.contains("none.so"), "\(verb): \(result)")
      }
      #expect(try service.owners() == [service.user])
      let environment = try root.shell("tr '\\0' '\\n' </proc/$(head -n 1 \(Self.pidFile))/environ").output
        .split(separator: "\n")
      for line in ["PATH=/evil:/usr/bin:/bin", "LD_PRELOAD=/evil/none.so", "IFS=/", "PIDFILE=/victim"] {
        #expect(environment.contains { $0 == line }, "\(line): \(environment)")
      }
      #expect(!environment.contains { $0.hasPrefix("SETTINGS=") })
      let stop = try service.initScript("stop")
      #expect(stop.succeeded && !stop.errors.contains("none.so"), "\(stop)")
      let callers = try root.shell("sort -u /evil/log; ls /victim 2>/dev/null").output
      #expect(!callers.split(separator: "\n").contains("0") && !callers.contains("victim"), "\(callers)")
    }

    private func pid(_ root: DebianRoot) throws -> String {
      try root.run("cat", Self.pidFile).successful().output
    }

    private static let pidFile = "/run/twisted-web.pid"
  }
}
