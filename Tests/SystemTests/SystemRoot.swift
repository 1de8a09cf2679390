import Foundation
import TestSupport
import Verification

/// A root as a recipe makes it, held by what `--verify` holds its own with.
struct SystemRoot {
  private let holder: RootHolder

  init(_ recipe: RootRecipe, _ mode: RootHolder.Mode) throws {
    holder = try RootHolder(
      of: try recipe.tarball(), mode, elevation: Privilege.elevation,
      environment: ProcessInfo.processInfo.environment)
  }

  /// Runs a program inside, as root.
  func run(_ words: [String]) throws -> ProgramResult {
    let command = holder.command(words)
    return try Privilege.command(command[0], Array(command.dropFirst())).run()
  }

  /// Copies a file of the host into the root: into a folder under its own name where the place ends with a slash.
  func copy(_ file: String, to place: String) throws {
    let target = place.hasSuffix("/") ? place + URL(filePath: file).lastPathComponent : place
    let command = holder.copyCommand(file, to: target)
    try Privilege.command(command[0], Array(command.dropFirst())).run().successful()
  }
}
