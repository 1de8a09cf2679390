import Diagnostics
import Synchronization

/// Remembers templates once they have been parsed: a script is rendered for the package and for its source, and several
/// services share theirs.
package final class ParsedTemplates: Sendable {
  private let templates = Mutex<[String: Template]>([:])

  package init() {}

  /// The template of a path, parsed the first time that it is asked for.
  package func template(_ path: String, parse: () throws(Failure) -> Template) throws(Failure) -> Template {
    if let known = templates.withLock({ $0[path] }) { return known }
    let template = try parse()
    templates.withLock { $0[path] = template }
    return template
  }
}
