import Diagnostics
import Glibc
import Toolbox

/// A disposable root in which shell commands run as root, each within a time.
struct TrialRoot {
  let mode: RootHolder.Mode
  private let holder: RootHolder
  private let environment: [String: String]
  private let workspace: Workspace

  /// Boots it, or makes it ready without an init.
  init(of archive: String, _ mode: RootHolder.Mode, _ context: BuildContext, in workspace: Workspace)
    throws(Failure)
  {
    self.mode = mode
    self.workspace = workspace
    // The root is no file of the workspace: it goes by itself.
    environment = workspace.environment(from: context)
    var outside = environment
    outside["TMPDIR"] = context.environment["TMPDIR"] ?? "/tmp"
    holder = try RootHolder(of: archive, mode, environment: outside)
    if mode == .booted { try waitUntilBooted() }
  }

  /// What shell commands say and how they end.
  ///
  /// - Parameter words: `$1` and so on.
  func shell(_ commands: String, _ words: [String] = [], timeout: Int = 120) throws(Failure) -> Program.Answer {
    try ask(holder.command(["sh", "-c", commands, "sh"] + words), timeout: timeout)
  }

  func copy(_ file: String, to target: String) throws(Failure) {
    let answer = try ask(holder.copyCommand(file, to: target), timeout: 60)
    guard answer.status == 0 else {
      throw Failure.build(.verification, "cannot copy \(file) into the root: \(answer.errors)")
    }
  }

  private func ask(_ words: [String], timeout: Int) throws(Failure) -> Program.Answer {
    let program = Program(words[0], package: "util-linux")
    do throws(Program.Problem) {
      return try program.ask(
        Array(words.dropFirst()), environment: environment, in: workspace, limits: ResourceLimits(), timeout: timeout,
        outputLimit: 256 << 20)
    } catch {
      // What does not end is an answer, too: timeout(1)'s.
      if case .timedOut(let seconds, _) = error {
        return Program.Answer(output: "", errors: "not done within \(seconds) seconds", status: 124)
      }
      throw program.failure(error)
    }
  }

  private func waitUntilBooted() throws(Failure) {
    let deadline = Clock.uptime + .seconds(90)
    // At first there may be no root yet to look into, so a look that fails is no answer.
    while true {
      let answer = try shell(
        """
        for _ in $(seq 100); do
          case $(systemctl is-system-running 2>/dev/null) in running | degraded) exit 0 ;; esac
          sleep 0.1
        done
        exit 1
        """)
      if answer.status == 0 { return }
      guard Clock.uptime < deadline else {
        throw Failure.build(
          .verification,
          "the root did not boot within 90 seconds\(answer.errors.isEmpty ? "" : ": \(answer.errors.oneLine)")",
          remedy: "check that its init is systemd")
      }
      usleep(200_000)
    }
  }
}
