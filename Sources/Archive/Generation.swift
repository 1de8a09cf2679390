import Diagnostics
import Glibc
import Toolbox

/// A folder of indices that is written aside and takes the place of the former one at once: what readers open is a
/// symbolic link, and a link can be replaced by a rename.
struct Generation {
  /// What readers open, e.g. `dists/stable`.
  let place: String
  /// The new folder, beside it.
  let path: String
  private let parent: String
  private let prefix: String

  /// Makes an empty folder. The caller holds the archive's lock, so others left by runs that were killed can go.
  init(for name: String, in parent: String) throws(Failure) {
    try FileSystem.makeFolder(parent)
    place = "\(parent)/\(name)"
    prefix = ".\(name)-"
    self.parent = parent
    let current = Self.target(of: place)
    for old in try FileSystem.names(in: parent) where old.hasPrefix(prefix) && old != current {
      FileSystem.remove("\(parent)/\(old)")
    }
    do throws(SystemError) {
      path = try FileSystem.makeUniqueFolder("\(parent)/\(prefix)")
    } catch {
      throw error.failure(.build, "write into", parent)
    }
    guard chmod(path, 0o755) == 0 else { throw SystemError().failure(.build, "change", path) }
  }

  /// Has readers see the new folder, and removes the former one.
  func publish(in workspace: Workspace) throws(Failure) {
    let link = "\(path).link"
    let former = Self.target(of: place).map { "\(parent)/\($0)" }
    guard symlink(path.fileName, link) == 0 else { throw SystemError().failure(.build, "make the link", link) }
    try workspace.interruption.shield { () throws(Failure) in
      if rename(link, place) == 0 { return }
      // A folder that another program made has to step aside, once.
      let old = "\(path).former"
      guard errno == EISDIR, rename(place, old) == 0 else { throw SystemError().failure(.build, "replace", place) }
      guard rename(link, place) == 0 else {
        let error = SystemError()
        rename(old, place)
        throw error.failure(.build, "replace", place)
      }
      FileSystem.remove(old)
    }
    if let former { FileSystem.remove(former) }
  }

  func discard() { FileSystem.remove(path) }

  private static func target(of link: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }
}
