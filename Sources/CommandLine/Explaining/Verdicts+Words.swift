import ApplicationFacts
import Diagnostics
import Packaging

extension Verdicts {
  func word(on listener: Listener) -> String? { verdict(on: [.port, .file], at: listener.location)?.rawValue }
  func word(on variable: EnvironmentVariable) -> String? {
    verdict(on: [.variable], at: variable.location)?.rawValue
  }
  /// What nobody knows the path of is left to the target, and told of where it matters.
  func word(on reference: FileReference) -> String? {
    let verdict = verdict(on: [.file], at: reference.path.location)
    return reference.path.likely == nil && verdict == .given ? nil : verdict?.rawValue
  }
  /// What others' modules become is a matter of the package's format.
  func word(on module: Module) -> String? {
    module.kind == .local ? verdict(on: [.module], at: module.location)?.rawValue : nil
  }
}
