import Synchronization

/// The names in a folder, read once: most of what a program imports lies elsewhere, and need not be looked for one by one.
package final class FolderListing: Sendable {
  package let folder: Folder
  private let place: String
  private let names = Mutex<Set<String>?>(nil)

  /// - Parameter place: The path beneath the folder whose names are read.
  package init(_ folder: Folder, at place: String = ".") { (self.folder, self.place) = (folder, place) }

  /// Whether a Python module of this name may be there. Whether it is, opening tells.
  package func mayHaveModule(_ name: Substring) -> Bool {
    for place in [folder.name(of: "\(place)/\(name).py"), folder.name(of: "\(place)/\(name)")] {
      RunRecord.note(.status, place)
    }
    return names.withLock { names in
      if names == nil { names = (try? folder.namesUnrecorded(in: place)).map(Set.init) ?? [Self.unread] }
      guard let names, !names.contains(Self.unread) else { return true }
      return names.contains("\(name).py") || names.contains(String(name))
    }
  }

  /// No name has a slash: the folder can be searched, but not read.
  private static let unread = "/"
}
