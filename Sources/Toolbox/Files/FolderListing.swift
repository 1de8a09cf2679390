import Synchronization

/// The names in a folder, for who asks for many that are not there: most of what a program imports lies elsewhere.
///
/// A few are looked for one by one, so that a folder of thousands costs those who need little of it nothing. Then the names
/// are read, once.
package final class FolderListing: Sendable {
  package let folder: Folder
  private let place: String
  private let state = Mutex(State())

  private struct State {
    var asked = 0
    var names: Set<String>?
  }

  private static let fewQuestions = 64
  /// No name has a slash: the folder can be searched, but not read.
  private static let unread = "/"

  /// - Parameter place: The path beneath the folder whose names are read.
  package init(_ folder: Folder, at place: String = ".") { (self.folder, self.place) = (folder, place) }

  /// Whether a Python module of this name may be there. Whether it is, opening tells.
  package func mayHaveModule(_ name: Substring) -> Bool { mayHave("\(name).py") || mayHave(String(name)) }

  /// Whether something of this name may be there.
  package func mayHave(_ name: String) -> Bool {
    let path = place == "." ? name : "\(place)/\(name)"
    RunRecord.note(.status, folder.name(of: path))
    return state.withLock { state in
      if state.names == nil, state.asked < Self.fewQuestions {
        state.asked += 1
        do throws(FileProblem) {
          _ = try folder.status(of: path)
          return true
        } catch {
          return !error.isMissing
        }
      }
      if state.names == nil { state.names = (try? folder.namesUnrecorded(in: place)).map(Set.init) ?? [Self.unread] }
      guard let names = state.names, !names.contains(Self.unread) else { return true }
      return names.contains(name)
    }
  }
}
