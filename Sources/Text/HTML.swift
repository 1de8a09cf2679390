import Diagnostics

/// Text in the language HTML. A value that is put into it is escaped for it, once; what is HTML already is not.
///
///     let row: HTML = "<tr><td>\(path)</td><td>\(link)</td></tr>"
///
/// The same escapes serve text and attributes in double quotes (HTML Standard, 13.3), and XML such as SVG.
package struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  package private(set) var text: String

  package init(stringLiteral value: String) { text = value }

  package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    package mutating func appendLiteral(_ literal: String) { text += literal }
    package mutating func appendInterpolation(_ html: HTML) { text += html.text }
    package mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { text += part.text } }
    package mutating func appendInterpolation(_ number: Int) { text += String(number) }
    package mutating func appendInterpolation(_ value: String) { text += HTML.escaped(value) }
  }

  package static func += (html: inout HTML, other: HTML) { html.text += other.text }

  /// What no document may hold, and what would have the text look like another, is spelled out before.
  private static func escaped(_ value: String) -> String {
    value.visible.escapedForMarkup.replacing("'", with: "&#39;")
  }
}
