import Diagnostics
import Glibc

/// A temporary folder in which a package is put together, gone at the end of the run whatever ends it.
///
/// After SIGKILL it is left behind, and the next run removes it: a lock tells that nobody works in it any more.
package struct Workspace: Sendable {
  package let path: String
  package let interruption: Interruption
  /// Only the outermost workspace has one: the others go with it.
  private let lock: WorkspaceLock?

  private static let prefix = "tap2deb-"
  private static let attempts = 16

  /// The workspace within which this code runs: others are made in it, so that one signal removes them all.
  private static var outer: Workspace? { around.value }
  private static let around = ThreadLocal<Workspace>()

  /// Whether a workspace's folder could have this name.
  static func isName(_ text: Substring) -> Bool {
    let random = text.utf8.dropFirst(prefix.utf8.count)
    return text.hasPrefix(prefix) && random.count == FileSystem.randomCount
      && random.allSatisfy { Character(UnicodeScalar($0)).isLetter || Character(UnicodeScalar($0)).isNumber }
  }

  /// Whether a program that fails in it can have failed for something else than a full file system: there are some blocks
  /// and inodes left.
  var hasRoom: Bool {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return true }
    let hasInodes = status.f_files == 0 || status.f_favail > 16
    return hasInodes && UInt64(status.f_bavail) * UInt64(status.f_frsize) > 1 << 16
  }

  /// Makes a folder that only this user can enter, in the workspace around, in `TMPDIR` or in /tmp.
  private init(environment: [String: String]) throws(Failure) {
    let wanted = Self.outer?.path ?? environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    // Programs run in other folders than this process.
    let parent = wanted.hasPrefix("/") ? wanted : FileSystem.absolute(wanted)
    do throws(SystemError) {
      if Self.outer == nil {
        WorkspaceLock.sweep(parent)
        (path, lock) = try Self.makeLocked(in: parent)
      } else {
        (path, lock) = (try FileSystem.makeUniqueFolder("\(parent)/\(Self.prefix)"), nil)
      }
    } catch {
      throw Failure.build(
        .temporaryFolder, "cannot make a temporary folder in \(parent): \(error)",
        remedy: "set TMPDIR to a folder that can be written to")
    }
    interruption = Self.outer?.interruption ?? Interruption(removing: path)
  }

  /// Another run may take a folder for one that was left, in the moment before it is locked; then there is a next one.
  private static func makeLocked(in parent: String) throws(SystemError) -> (path: String, lock: WorkspaceLock?) {
    for _ in 1..<attempts {
      let path = try FileSystem.makeUniqueFolder("\(parent)/\(prefix)")
      do throws(SystemError) {
        if let lock = try WorkspaceLock(of: path) { return (path, lock) }
      } catch {
        FileSystem.remove(path)
        throw error
      }
    }
    throw SystemError(EBUSY)
  }

  /// Runs a body with a fresh workspace and removes it afterwards.
  package static func with<Value>(
    environment: [String: String], _ body: (Workspace) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let former = Interruption.prepare()
    // Where there is nothing to remove, signals end the process as they end any.
    defer { if outer == nil { Interruption.restore(former) } }
    let workspace = try Workspace(environment: environment)
    defer {
      workspace.interruption.finish(isOutermost: outer == nil) { FileSystem.remove(workspace.path) }
      workspace.lock?.release()
    }
    return try around.with(workspace) { () throws(Failure) in try body(workspace) }
  }
}
