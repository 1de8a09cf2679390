import Foundation
import TestSupport

/// A Debian system in which no init runs: packages install, init scripts start services, the loopback interface is up.
struct DebianRoot {
  private let holder: RootHolder

  init(_ recipe: RootRecipe = .plain) throws {
    holder = try RootHolder(recipe: recipe, script: "enter-root")
  }

  /// Runs a program inside, as root.
  @discardableResult
  func run(_ name: String, _ arguments: String...) throws -> ProgramResult {
    try Privilege.command(
      "nsenter",
      ["--target", holder.identifier, "--mount", "--pid", "--net", "--uts", "--ipc", "--", "chroot", holder.path]
        + ["env", "--ignore-environment"] + InnerEnvironment.variables + [name] + arguments
    ).run()
  }

  /// Runs shell commands inside, as root.
  @discardableResult
  func shell(_ commands: String) throws -> ProgramResult {
    try run("sh", "-c", commands)
  }

  /// What policy-rc.d answers to invoke-rc.d about every service: 0 allows, 101 forbids.
  func setPolicy(_ answer: Int) throws {
    try shell("printf '#!/bin/sh\\nexit \(answer)\\n' >/usr/sbin/policy-rc.d; chmod 755 /usr/sbin/policy-rc.d")
      .successful()
  }

  /// Copies a file of the host into the root.
  func copy(_ file: String, to target: String) throws {
    try holder.copy(file, to: target)
  }
}

/// The environment of programs inside a root: nothing of the host's may change what they do.
enum InnerEnvironment {
  static let variables = [
    "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LC_ALL=C.UTF-8",
    "DEBIAN_FRONTEND=noninteractive",
  ]
}
