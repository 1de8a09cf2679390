import Diagnostics
import Glibc
import Toolbox

/// A root file system in namespaces of its own (mount, pid, network, host name, IPC), alive as long as this value.
///
/// The process behind it ends when its standard input closes, so that whatever ends this process, SIGKILL too, leaves no
/// process, mount or file.
package final class RootHolder: Sendable {
  /// What the first process of the namespaces is.
  package enum Mode: String, Sendable, Equatable, CaseIterable {
    /// It only lives: no init runs.
    case plain = "enter-root"
    /// systemd-nspawn, which boots the root with its own init.
    case booted = "boot-root"
  }

  /// The first process of the namespaces, as this process's own namespace counts.
  package let identifier: String
  /// The booted init, as the holder's namespace counts.
  private let leader: String?

  private let child: pid_t
  private let input: Int32

  /// - Parameters:
  ///   - archive: A tarball of a root, or a folder that is copied.
  ///   - elevation: The words before a command that give it root's rights; none for root.
  ///   - errors: The descriptor that takes messages.
  package init(
    of archive: String, _ mode: Mode, elevation: [String] = [], environment: [String: String], errors: Int32 = 2
  ) throws(Failure) {
    var (toChild, fromChild): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { throw SystemError().failure(.build, to: "make", "a pipe") }
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer {
      close(toChild[0])
      close(fromChild[0])
    }
    let words =
      elevation + ["sh", "-c", Self.script("hold-root"), "hold-root", archive, Self.script(mode.rawValue)]
    let started = Program.startInSession(
      words, environment: environment, input: toChild[0], output: fromChild[1], errors: errors)
    close(fromChild[1])
    guard case .success(let child) = started else {
      close(toChild[1])
      throw Failure.build(.verification, "cannot start a root: \(words.first ?? "") is not installed")
    }
    (self.child, input) = (child, toChild[1])
    let fields = Self.firstLine(of: fromChild[0], seconds: 120).split(separator: " ").map(String.init)
    guard fields.count > 1, fields[0] == "ready", mode == .plain || fields.count > 2 else {
      close(toChild[1])
      Self.await(child)
      throw Failure.build(
        .verification, "the root did not become ready",
        remedy:
          "check that it is a root of a Debian system with systemd and iproute2, and that user namespaces are allowed here"
      )
    }
    identifier = fields[1]
    leader = fields.count > 2 ? fields[2] : nil
  }

  deinit {
    close(input)
    // The script ends by itself and removes its folder.
    Self.await(child)
  }

  /// The command line that runs a command inside, as root.
  package func command(_ words: [String]) -> [String] {
    let inner = ["env", "--ignore-environment"] + Self.variables + words
    guard let leader else {
      return ["nsenter", "--target", identifier, "--user", "--mount", "--pid", "--net", "--uts", "--ipc", "--"] + inner
    }
    // Two steps: the leader's identifier and its /proc entry are those of the holder's namespace.
    return ["nsenter", "--target", identifier, "--user", "--mount", "--pid", "--", "nsenter", "--target", leader]
      + ["--mount", "--uts", "--ipc", "--net", "--pid", "--cgroup", "--root", "--wd", "--"] + inner
  }

  /// The command line that copies a file into the root, which sees none of those out here: one end of it is opened here.
  package func copyCommand(_ file: String, to target: String) -> [String] {
    ["sh", "-c", #"file=$1; shift; exec "$@" <"$file""#, "sh", file]
      + command(["sh", "-c", #"exec cat >"$1""#, "sh", target])
  }

  /// The environment of programs inside a root: nothing of the host's may change what they do.
  private static let variables = [
    "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LC_ALL=C.UTF-8",
    "DEBIAN_FRONTEND=noninteractive",
  ]

  /// A script that is part of the tools.
  package static func script(_ name: String) -> String { embeddedTables[name] ?? "exit 1" }

  private static func firstLine(of descriptor: Int32, seconds: Int) -> String {
    var line: [UInt8] = []
    let deadline = Clock.uptime + .seconds(seconds)
    while Clock.uptime < deadline {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 1000) > 0 else { continue }
      var byte: UInt8 = 0
      guard read(descriptor, &byte, 1) == 1, byte != UInt8(ascii: "\n") else { break }
      line.append(byte)
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Waits for the end, a minute at most.
  private static func await(_ child: pid_t) {
    var status: Int32 = 0
    for _ in 0..<600 {
      let result = waitpid(child, &status, WNOHANG)
      if result == child || (result < 0 && errno != EINTR) { return }
      usleep(100_000)
    }
    kill(child, SIGTERM)
  }
}
