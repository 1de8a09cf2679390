import Diagnostics
import Glibc

/// A temporary folder in which a package is put together, gone at the end of the run whatever ends it.
package struct Workspace: Sendable {
  package let path: String
  package let interruption: Interruption

  private static let prefix = "tap2deb-"

  /// The workspace within which this code runs: others are made in it, so that one signal removes them all.
  @TaskLocal private static var outer: Workspace?

  /// Whether a workspace's folder could have this name.
  static func isName(_ text: Substring) -> Bool {
    let random = text.utf8.dropFirst(prefix.utf8.count)
    return text.hasPrefix(prefix) && random.count == FileSystem.randomCount
      && random.allSatisfy { Character(UnicodeScalar($0)).isLetter || Character(UnicodeScalar($0)).isNumber }
  }

  /// Makes a folder that only this user can enter, in the workspace around, in `TMPDIR` or in /tmp.
  private init(environment: [String: String]) throws(Failure) {
    let wanted = Self.outer?.path ?? environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    // Programs run in other folders than this process.
    let parent = wanted.hasPrefix("/") ? wanted : FileSystem.absolute(wanted)
    do throws(SystemError) {
      path = try FileSystem.makeUniqueFolder("\(parent)/\(Self.prefix)")
    } catch {
      throw Failure(
        .build, "cannot make a temporary folder in \(parent): \(error)",
        remedy: "set TMPDIR to a folder that can be written to")
    }
    interruption = Self.outer?.interruption ?? Interruption(removing: path)
  }

  /// Runs a body with a fresh workspace and removes it afterwards.
  package static func with<Value>(
    environment: [String: String], _ body: (Workspace) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    Interruption.prepare()
    let workspace = try Workspace(environment: environment)
    defer {
      workspace.interruption.finish(isOutermost: outer == nil) { FileSystem.remove(workspace.path) }
    }
    let result = $outer.withValue(workspace) {
      Result { () throws(Failure) in try body(workspace) }
    }
    return try result.get()
  }
}
