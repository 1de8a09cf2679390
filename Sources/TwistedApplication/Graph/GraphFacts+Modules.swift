import Diagnostics

/// Finds the modules that loading the file would import, and among them what no application needs to name.
extension GraphFacts {
  private static let suspectLimit = 20

  mutating func findModules() {
    var seen: Set<String> = []
    for node in paths?.order ?? [] {
      let kind = graph.kind(node)
      guard kind.isName || kind == .module, let name = graph.name(node), !name.module.isEmpty,
        seen.count < Self.factLimit, seen.insert(name.module).inserted
      else { continue }
      application.modules.append(Module(name.module, .of(name.module), at: location(path(node))))
      if name.module == "__main__" {
        application.diagnostics.append(
          .warning(
            "the file needs \(name), which only the program that wrote it has", at: location(path(node)),
            remedy: "save the application from a program that imports its classes"))
      }
    }
  }

  /// Warns about names that would run commands or code when the file is loaded or used.
  mutating func findSuspects() {
    var seen: Set<QualifiedName> = []
    var isKnown = [Bool](repeating: false, count: graph.count)
    for node in Node(0)..<Node(truncatingIfNeeded: graph.count) {
      guard let object = graph.object(node) else { continue }
      let target = graph.resolved(object.target)
      guard !isKnown[Int(target)] else { continue }
      isKnown[Int(target)] = true
      guard let name = graph.name(target), SuspiciousName.contains(name), seen.insert(name).inserted else { continue }
      warn("loading the file would call \(name), as malicious files do; it was not called", node)
    }
    for node in Node(0)..<Node(truncatingIfNeeded: graph.count) where graph.kind(node).isName {
      guard let name = graph.name(node), SuspiciousName.contains(name), seen.insert(name).inserted else { continue }
      warn("the file refers to \(name), which runs commands or code", node)
    }
  }

  private mutating func warn(_ message: String, _ node: Node) {
    guard application.diagnostics.count < Self.suspectLimit else { return }
    application.diagnostics.append(
      .warning(message, at: location(path(node)), remedy: "make sure that you trust where the file comes from"))
  }
}
