import Diagnostics
import Synchronization

/// Remembers templates once they have been parsed: a script is rendered for the package and for its source, and several
/// services share theirs.
package final class ParsedTemplates: Sendable {
  private let templates = Mutex<[String: Template]>([:])
  private let order = Mutex<ScriptOrder?>(nil)

  package init() {}

  /// The order of the scripts' acts, read the first time that it is asked for.
  func order(read: () throws(Failure) -> ScriptOrder) throws(Failure) -> ScriptOrder {
    if let known = order.withLock({ $0 }) { return known }
    let order = try read()
    self.order.withLock { $0 = order }
    return order
  }

  /// The template of a path, parsed the first time that it is asked for.
  package func template(_ path: String, parse: () throws(Failure) -> Template) throws(Failure) -> Template {
    if let known = templates.withLock({ $0[path] }) { return known }
    let template = try parse()
    templates.withLock { $0[path] = template }
    return template
  }
}
