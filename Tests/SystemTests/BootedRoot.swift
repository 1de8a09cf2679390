import Foundation
import TestSupport
import Verification

/// A Debian system that was booted by its own init, systemd or System V.
struct BootedRoot {
  private let root: SystemRoot

  /// Boots and waits until the init system says that everything it starts has been started.
  init(_ recipe: RootRecipe) throws {
    root = try SystemRoot(recipe, .booted)
    try waitUntilBooted()
  }

  /// Runs a program inside, as root.
  @discardableResult
  func run(_ name: String, _ arguments: String...) throws -> ProgramResult {
    try root.run([name] + arguments)
  }

  /// Runs shell commands inside, as root.
  @discardableResult
  func shell(_ commands: String) throws -> ProgramResult {
    try run("sh", "-c", commands)
  }

  /// Copies a file of the host into the root.
  func copy(_ file: String, to target: String) throws {
    try root.copy(file, to: target)
  }

  /// `running`, `degraded`, ... with systemd; the System V run level as `N 2` else.
  func state() throws -> String {
    try shell("if [ -d /run/systemd/system ]; then systemctl is-system-running; else runlevel; fi").output
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func waitUntilBooted() throws {
    try waitUntil("the root is booted", timeout: .seconds(90)) {
      try shell(
        """
        if [ -d /run/systemd/system ]; then
          case $(systemctl is-system-running) in running|degraded) exit 0 ;; *) exit 1 ;; esac
        fi
        case $(runlevel) in *[2345]) ;; *) exit 1 ;; esac
        ! pgrep -f '^/bin/sh /etc/init.d/rc ' >/dev/null
        """
      ).succeeded
    }
  }
}

/// Tries `condition` ten times a second until it holds.
func waitUntil(_ description: String, timeout: Duration, _ condition: () throws -> Bool) throws {
  let deadline = ContinuousClock.now + timeout
  while try !condition() {
    guard ContinuousClock.now < deadline else { throw RootFailure(message: "not within \(timeout): \(description)") }
    usleep(100_000)
  }
}
