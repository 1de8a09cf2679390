import SavedObjects
import ApplicationFacts
import Diagnostics

/// Finds the modules that loading the file would import, and among them what no application needs to name.
extension GraphFacts {
  private static let suspectLimit = 20

  mutating func findModules() {
    var seen: Set<String> = []
    for node in Node(0)..<Node(truncatingIfNeeded: graph.count) {
      let kind = graph.kind(node)
      guard kind.isName || kind == .module, let name = graph.name(node), !name.module.isEmpty,
        seen.count < Self.factLimit, seen.insert(name.module).inserted
      else { continue }
      application.modules.append(Module(name.module, .of(name.module), at: location("")))
      locateLater(.module, node)
      if name.module == "__main__" {
        application.diagnostics.append(
          .warning(
            .codeMissing, "the file needs \(name), which only the program that wrote it has", at: location(""),
            remedy: "save the application from a program that imports its classes"))
        locateLater(.diagnostic, node)
      }
    }
  }

  /// Warns about names that would run commands or code when the file is loaded or used.
  mutating func findSuspects() {
    var suspects: [Node: QualifiedName] = [:]
    for node in Node(0)..<Node(truncatingIfNeeded: graph.count) where graph.kind(node).isName {
      guard let name = graph.name(node), SuspiciousName.contains(name) else { continue }
      suspects[node] = name
      if suspects.count > Self.factLimit { break }
    }
    guard !suspects.isEmpty else { return }
    var seen: Set<QualifiedName> = []
    for node in Node(0)..<Node(truncatingIfNeeded: graph.count) {
      guard let object = graph.object(node), let name = suspects[graph.resolved(object.target)],
        seen.insert(name).inserted
      else { continue }
      warn("loading the file would call \(name), as malicious files do; it was not called", node)
    }
    for (node, name) in suspects.sorted(by: { $0.key < $1.key }) where seen.insert(name).inserted {
      warn("the file refers to \(name), which runs commands or code", node)
    }
  }

  private mutating func warn(_ message: String, _ node: Node) {
    guard application.diagnostics.count < Self.suspectLimit else { return }
    application.diagnostics.append(
      .warning(.suspicious, message, at: location(""), remedy: "make sure that you trust where the file comes from"))
    locateLater(.diagnostic, node)
  }
}
