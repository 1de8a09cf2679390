import TestSupport
import Testing

extension SystemTests {
  /// The service's own user is the attacker: it puts whatever it can make where it may write, while root calls every verb
  /// of the init script and every script of the package. Root is never kept waiting, never fooled, and touches nothing
  /// that is not the service's.
  @Suite struct HostileUserTests {
    /// Each is shell that the service's user runs with a path of its own to fill.
    enum Trap: String, CaseIterable, Sendable {
      case fifo = "mkfifo -m 666"
      case folder = "mkdir -p -m 777"
      case linkToFile = "ln -sfn /victim/secret"
      case linkToFolder = "ln -sfn /victim"
      case hugeFile = "truncate -s 1T"
      case escapes = #"printf "\033]0;owned\007\n-1 1\n" >"#
    }

    @Test(.timeLimit(.minutes(15)), arguments: LifecycleRow.Format.allCases)
    func neitherHangsNorFoolsRoot(format: LifecycleRow.Format) throws {
      let root = try DebianRoot()
      let siege = try Siege(of: format, in: root)
      for trap in wantsEverything ? Trap.allCases : [.fifo] {
        try siege.plant(trap)
        try siege.call("stop", 0, after: trap)
        try siege.plant(trap)
        try siege.call("status", 3, after: trap)
        try siege.call("try-restart", 0, after: trap)
        try siege.call("stop", 0, after: trap)
        try siege.call("start", 0, after: trap)
        #expect(try siege.owners() == ["_twisted-web"], "\(trap)")
        try siege.plant(trap)
        try siege.call("status", 0, after: trap)
        try siege.call("restart", 0, after: trap)
        if wantsEverything { try siege.call("force-reload", 0, after: trap) }
        try siege.plant(trap)
        try siege.manage(.installAgain, after: trap)
      }
      try siege.plant(.fifo)
      try siege.manage(.remove, after: .fifo)
      #expect(try siege.owners().isEmpty, "it runs on after its package has gone")
      if format == .deb {
        try siege.plant(.linkToFolder)
        try siege.manage(.purge, after: .linkToFolder)
        #expect(try root.shell("ls -d /var/lib/twisted-web /var/log/twisted-web /run/twisted-web.*").output.isEmpty)
      }
    }

    /// A process of the service's user that looks like the service is not what root started.
    @Test(.timeLimit(.minutes(15)), arguments: LifecycleRow.Format.allCases)
    func onlyWhatRootStartedIsTheService(format: LifecycleRow.Format) throws {
      let root = try DebianRoot()
      let siege = try Siege(of: format, in: root)
      try siege.call("stop", 0, after: nil)
      try root.shell(
        "setpriv --reuid=_twisted-web --clear-groups sh -c 'sleep 600' sleep --prefix=twisted-web >/dev/null 2>&1 &"
      ).successful()
      try siege.call("status", 3, after: nil)
      try siege.call("start", 0, after: nil)
      try siege.call("status", 0, after: nil)
      try siege.call("stop", 0, after: nil)
      #expect(try root.shell("pgrep -fc '[p]refix=twisted-web'").output == "1\n", "a stranger was killed")
      #expect(try root.shell("pgrep -f '[t]wistd.*web.tac'").output.isEmpty, "the service was not stopped")
    }

    /// What a service that has been broken into does to stay, by the Python that it runs when it starts.
    enum Disguise: String, CaseIterable {
      /// Another name and other arguments.
      case exec = "os.execv('/bin/sh', ['nginx', '-c', 'sleep 600; :'])"
      /// A name that looks like the end of /proc/PID/stat and more.
      case name = "libc.prctl(15, b'a) Z 1\\n2 (b) Z 1')"
      /// The first thread ends, so that the process looks like one that is only to be buried.
      case thread = "threading.Thread(target=time.sleep, args=(600,)).start(); libc.syscall(60, 0)"
      /// A child traces it, so that it cannot be buried.
      case tracer = """
        libc.prctl(0x59616d61, libc.strlen(b'') - 1, 0, 0, 0)
        if os.fork() == 0:
            os.setsid()
            libc.ptrace(0x4206, os.getppid(), None, None)
            time.sleep(600)
        time.sleep(0.5)
        """
    }

    /// The process that root started is the service, whatever it makes itself look like.
    @Test(.timeLimit(.minutes(15)), arguments: LifecycleRow.Format.allCases)
    func noDisguiseKeepsTheServiceRunning(format: LifecycleRow.Format) throws {
      let root = try DebianRoot()
      let siege = try Siege(of: format, in: root)
      try siege.call("stop", 0, after: nil)
      // Some of them ignore all but SIGKILL.
      try root.shell("sed -i 's/terminate 90/terminate 2/' /etc/init.d/twisted-web").successful()
      for disguise in Disguise.allCases {
        try siege.begin("import ctypes, os, threading, time\nlibc = ctypes.CDLL(None)\n" + disguise.rawValue)
        let start = try root.shell("timeout 45 /etc/init.d/twisted-web start")
        #expect(start.status == 0, "\(format), \(disguise): \(start)")
        let pid = try root.shell("head -n 1 /run/twisted-web.pid").output.filter { $0 != "\n" }
        try siege.call("status", 0, after: nil)
        try siege.call("stop", 0, after: nil)
        // A process that has ended and is traced still has a place, but no memory.
        let left = try root.shell("grep -s '^VmSize' /proc/\(pid)/task/*/status").output
        #expect(!pid.isEmpty && left.isEmpty, "\(format), \(disguise): \(pid) \(left)")
        try siege.call("status", 3, after: nil)
        try root.shell("pkill -KILL -U _twisted-web; :").successful()
      }
      // It ends at once, and leaves more to be told of than anyone could read.
      try siege.begin("import os; os.ftruncate(2, 1 << 60); os._exit(1)")
      try siege.call("start", 1, after: nil)
      try siege.call("status", 3, after: nil)
    }

    /// The same under systemd, which makes and removes the folders.
    @Test(
      .timeLimit(.minutes(15)), .enabled(if: wantsEverything, "booting is for `make check-system`"),
      arguments: LifecycleRow.Format.allCases)
    func systemdIsNotFooledEither(format: LifecycleRow.Format) throws {
      let root = try BootedRoot(.systemd)
      let siege = try Siege(of: format, in: root)
      for trap in Trap.allCases {
        try siege.succeed("systemctl start twisted-web", after: trap)
        try siege.plant(trap)
        try siege.succeed("systemctl restart twisted-web", after: trap)
        try siege.plant(trap)
        try siege.manage(.installAgain, after: trap)
        try siege.plant(trap)
        try siege.succeed("systemctl stop twisted-web", after: trap)
      }
      try siege.succeed("systemctl start twisted-web", after: nil)
      try siege.plant(.linkToFolder)
      try siege.manage(.remove, after: .linkToFolder)
      #expect(try siege.owners().isEmpty)
      if format == .deb { try siege.manage(.purge, after: .linkToFolder) }
    }
  }
}
