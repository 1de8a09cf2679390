import SavedObjects
import ApplicationFacts
import Diagnostics

/// Tells where things were found, once all of them are known: searching the graph is the costliest step of reading.
extension GraphFacts {
  /// A fact whose location holds only the last part of its path.
  struct Unlocated {
    enum Place { case file, module, diagnostic }
    var node: Node
    var place: Place
    var index: Int
  }

  /// Notes that the latest file, module or diagnostic belongs to `node`.
  mutating func locateLater(_ place: Unlocated.Place, _ node: Node) {
    let count =
      switch place {
      case .file: application.files.count
      case .module: application.modules.count
      case .diagnostic: application.diagnostics.count
      }
    unlocated.append(Unlocated(node: node, place: place, index: count - 1))
  }

  /// Completes the locations. A file that belongs to nothing reachable is no fact of the application's.
  mutating func locate() {
    guard let anchor, !unlocated.isEmpty else { return }
    let paths = GraphPaths(to: unlocated.map(\.node), in: graph, anchors: [anchor: ""])
    var lostFiles: Set<Int> = []
    for found in unlocated {
      let path = paths.path(to: found.node, in: graph)
      switch found.place {
      case .file:
        if path == nil { lostFiles.insert(found.index) }
        application.files[found.index].path.location.lead(from: path)
      case .module: application.modules[found.index].location.lead(from: path)
      case .diagnostic: application.diagnostics[found.index].location?.lead(from: path)
      }
    }
    guard !lostFiles.isEmpty else { return }
    application.files = application.files.enumerated().filter { !lostFiles.contains($0.offset) }.map(\.element)
  }
}

extension SourceLocation {
  /// Puts the path of an object before that of its attribute.
  fileprivate mutating func lead(from path: String?) {
    let attribute = objectPath ?? ""
    objectPath = [path ?? "", attribute].filter { !$0.isEmpty }.joined(separator: ".")
  }
}
