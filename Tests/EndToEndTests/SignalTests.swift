import Foundation
import TestSupport
import Testing

/// A run that is ended while a package is being built.
@Suite struct SignalTests {
  /// A packer that says who it is and then waits, in its own process or in a child's.
  enum Packer: String, CaseIterable {
    case itself = "echo $$ >\"$PIDS\"; exec sleep 300"
    case child = "sleep 300 & echo $! >\"$PIDS\"; wait"
  }

  @Test(arguments: PackageFormat.allCases, Packer.allCases.flatMap { [($0, SIGTERM), ($0, SIGINT)] })
  func leavesNothing(format: PackageFormat, ending: (packer: Packer, signal: Int32)) throws {
    let (packer, signal) = ending
    try Workbench.with { bench in
      let pids = "\(bench.folder)/pids"
      let bin = try bench.standIn(for: format.packer.program, packer.rawValue.replacing("$PIDS", with: pids))
      // The shell starts the tool, waits for the packer, and sends the signal.
      let script = """
        "$0" -t web.tac -m 'Ada <ada@example.org>' &
        tries=0
        until [ -s "\(pids)" ] || [ $tries -gt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
        kill -\(signal) $!
        wait $!
        echo "ended with $?"
        """
      // A shell starts what is in the background with SIGINT ignored; `set -m` does not.
      let result = try run(
        "sh", "-c", "set -m\n" + script, format.tool,
        environment: bench.environment.merging(["PATH": "\(bin):\(Self.path)"]) { $1 }, in: bench.folder,
        timeout: .seconds(60))
      #expect(result.output.contains("ended with \(128 + signal)\n"), "\(result)")
      #expect(bench.leftovers.isEmpty)
      #expect(bench.files.filter { !$0.hasPrefix("bin") && $0 != "pids" }.isEmpty)
      let identifier = try #require(
        pid_t(String(contentsOfFile: pids, encoding: .utf8).trimmingCharacters(in: .newlines)))
      #expect(isGone(identifier), "process \(identifier) lives on")
    }
  }

  /// Between two workspaces, while nothing is there to be removed, a signal ends the run at once.
  @Test(arguments: PackageFormat.allCases)
  func endsWhereNothingIsToBeRemoved(format: PackageFormat) throws {
    try Workbench.with { bench in
      // The sums of so large a file take the tests' build a minute.
      let script = """
        mkdir large; truncate -s 3G large/file
        "$0" -t web.tac -m 'Ada <ada@example.org>' --include large &
        sleep 3; kill -TERM $!; wait $!; echo "ended with $?"
        """
      let result = try run(
        "sh", "-c", "set -m\n" + script, format.tool, environment: bench.environment, in: bench.folder,
        timeout: .seconds(20))
      #expect(result.output.contains("ended with \(128 + SIGTERM)\n"), "\(result)")
      #expect(bench.leftovers.isEmpty)
    }
  }

  private static let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"

  /// Whether a process has ended, a moment's delay allowed.
  private func isGone(_ identifier: pid_t) -> Bool {
    for _ in 0..<50 {
      let status = (try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8)) ?? ""
      // Ended, or waiting for its parent to notice.
      if status.isEmpty || status.contains(") Z ") { return true }
      usleep(20_000)
    }
    kill(identifier, SIGKILL)
    return false
  }
}
