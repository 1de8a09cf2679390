import Diagnostics
import PackageModel

extension TemplateStore {
  /// The machine-readable copyright file of a package (copyright-format 1.0).
  package func copyright(of spec: PackageSpec, _ shared: TemplateValues) throws(Failure) -> String {
    var values = shared
    values["licence"] = .rendered(try spec.licence.expression.map(paragraphs) ?? "")
    return try render("debian/copyright", values)
  }

  /// The `License:` field with the licence's text; several licences follow in paragraphs of their own.
  private func paragraphs(of expression: LicenceExpression) throws(Failure) -> String {
    let terms = expression.terms
    let name = expression.debianName
    if let term = terms.first, terms.count == 1, name == term.debianName { return try paragraph(for: term) }
    var result = "License: \(name)"
    // Only a name that the format can take apart needs no text of its own.
    if !terms.allSatisfy({ name.contains($0.debianName) }) { result += "\n In SPDX's words: \(expression)." }
    for term in terms { result += "\n\n" + (try paragraph(for: term)) }
    return result
  }

  private func paragraph(for term: LicenceExpression.Term) throws(Failure) -> String {
    var text: String
    if let file = term.commonFile {
      text = "On Debian systems the licence's text is in /usr/share/common-licenses/\(file)."
    } else if !Self.text("licence/\(term.identifier)").isEmpty {
      text = try render("licence/\(term.identifier)", [:])
      while text.hasSuffix("\n") { text.removeLast() }
    } else if term.identifier.hasPrefix("LicenseRef-") {
      text = "The licence came with the software; the maintainer answers for the right to\ndistribute this package."
    } else {
      text = "The licence's text is at\nhttps://spdx.org/licenses/\(term.identifier).html"
    }
    if let exception = term.exception {
      text += "\n\nThe exception's text is at\nhttps://spdx.org/licenses/\(exception).html"
    }
    return "License: \(term.debianName)\n\(Escaping.folded.apply(text))"
  }
}
