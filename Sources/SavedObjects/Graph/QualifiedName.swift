/// The name of a class, a function or a module, split where Python would look it up.
package struct QualifiedName: Hashable, Sendable, CustomStringConvertible {
  package var module: String
  /// Empty for a module.
  package var name: String

  package init(module: String, name: String) {
    self.module = module
    self.name = name
  }

  package var description: String { module.isEmpty ? name : name.isEmpty ? module : "\(module).\(name)" }
}
