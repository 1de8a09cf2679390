import Diagnostics
import Glibc

/// A temporary folder in which a package is put together, gone at the end of the run whatever ends it.
package struct Workspace: Sendable {
  package let path: String
  package let interruption: Interruption

  /// The workspace within which this code runs: others are made in it, so that one signal removes them all.
  @TaskLocal private static var outer: Workspace?

  /// Makes a folder that only this user can enter, in the workspace around, in `TMPDIR` or in /tmp.
  private init(environment: [String: String]) throws(Failure) {
    let parent = Self.outer?.path ?? environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array("\(parent)/tap2deb-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      let error = SystemError()
      throw Failure(
        .build, "cannot make a temporary folder in \(parent): \(error)",
        remedy: "set TMPDIR to a folder that can be written to")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
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
