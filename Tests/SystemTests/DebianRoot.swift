import Foundation
import TestSupport
import Verification

/// A Debian system in which no init runs: packages install, init scripts start services, the loopback interface is up.
struct DebianRoot {
  private let root: SystemRoot

  init(_ recipe: RootRecipe = .plain) throws {
    root = try SystemRoot(recipe, .plain)
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

  /// What policy-rc.d answers to invoke-rc.d about every service: 0 allows, 101 forbids.
  func setPolicy(_ answer: Int) throws {
    try shell("printf '#!/bin/sh\\nexit \(answer)\\n' >/usr/sbin/policy-rc.d; chmod 755 /usr/sbin/policy-rc.d")
      .successful()
  }

  /// Copies a file of the host into the root.
  func copy(_ file: String, to target: String) throws {
    try root.copy(file, to: target)
  }
}
