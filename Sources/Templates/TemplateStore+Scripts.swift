import Diagnostics

extension TemplateStore {
  /// Composes a maintainer script or scriptlet from its fragments, each of which is one act, in the order of
  /// `scripts/order`.
  ///
  /// - Parameter name: The format and the script, e.g. `deb.postinst`.
  /// - Returns: The acts with an empty line between them and no line end at the end; empty where there is nothing to do.
  /// - Throws: A build failure for a mistake in the order or in a fragment.
  package func script(_ name: String, _ values: TemplateValues) throws(Failure) -> String {
    let services: [TemplateValues] = if case .records(let records) = values["services"] { records } else { [] }
    var acts: [String] = []
    let order = try parsed.order { () throws(Failure) in try ScriptOrder(text(of: ScriptOrder.path)) }
    for round in order.rounds(of: name) {
      let rounds = round.scope == .service ? services.map { values.merging($0) { _, new in new } } : [values]
      for values in rounds {
        for act in round.acts {
          var text = try render("scripts/\(act)/\(name)", values)
          while text.hasSuffix("\n") { text.removeLast() }
          if !text.isEmpty { acts.append(text) }
        }
      }
    }
    return acts.joined(separator: "\n\n")
  }
}
