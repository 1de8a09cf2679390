import Diagnostics
import Glibc
import Text
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

  /// Has a body write a new folder, and readers see it when all of it is there.
  ///
  /// The caller holds the archive's lock, so others left by runs that were killed can go.
  static func replace(
    _ name: String, in parent: String, _ workspace: Workspace, write: (Generation) throws(Failure) -> Void
  ) throws(Failure) {
    let generation = try Generation(for: name, in: parent)
    let guardian = Guardian(
      removing: generation.path, unlessFrom: generation.link, of: generation.place, former: generation.former)
    defer { guardian?.dismiss() }
    do throws(Failure) {
      try generation.make()
      try write(generation)
      try generation.publish(in: workspace)
    } catch {
      FileSystem.remove(generation.path)
      throw error
    }
  }

  /// Chooses the name of a folder, which is made once its guardian is there: a run may be killed at any moment.
  private init(for name: String, in parent: String) throws(Failure) {
    try FileSystem.makeFolder(parent)
    place = "\(parent)/\(name)"
    prefix = ".\(name)-"
    self.parent = parent
    let current = Self.target(of: place)
    for old in try FileSystem.names(in: parent) where old.hasPrefix(prefix) && old != current {
      FileSystem.remove("\(parent)/\(old)")
    }
    path = "\(parent)/\(prefix)\(String(UInt64.random(in: .min ... .max), radix: 36))"
  }

  /// Makes the empty folder.
  private func make() throws(Failure) {
    guard mkdir(path, 0o700) == 0 else { throw SystemError().failure(.build, to: "write into", parent) }
    guard chmod(path, Umask.applied(to: 0o755)) == 0 else { throw SystemError().failure(.build, to: "change", path) }
  }

  /// Has readers see the new folder, and removes the former one.
  private func publish(in workspace: Workspace) throws(Failure) {
    let former = former
    guard symlink(Path(path).name, link) == 0 else { throw SystemError().failure(.build, to: "make the link", link) }
    try workspace.interruption.shield { () throws(Failure) in
      if rename(link, place) == 0 { return }
      // A folder that another program made has to step aside, once.
      let old = "\(path).former"
      guard errno == EISDIR, rename(place, old) == 0 else { throw SystemError().failure(.build, to: "replace", place) }
      guard rename(link, place) == 0 else {
        let error = SystemError()
        rename(old, place)
        throw error.failure(.build, to: "replace", place)
      }
      FileSystem.remove(old)
    }
    if let former { FileSystem.remove(former) }
  }

  /// The link that takes the place of the one that readers open.
  private var link: String { "\(path).link" }
  /// The folder that readers open now.
  private var former: String? { Self.target(of: place).map { "\(parent)/\($0)" } }

  private static func target(of link: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }
}
