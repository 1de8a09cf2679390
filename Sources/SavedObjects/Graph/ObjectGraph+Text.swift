package extension ObjectGraph {
  /// Longer text is no name, path or address; it is left where it is.
  static let textLimit = 4096

  /// The text of a node, or nil when it is none or longer than `textLimit`.
  func text(_ node: Node) -> String? {
    let kind = kinds[Int(node)]
    let range = range(node)
    guard kind.isText, range.count <= Self.textLimit else { return nil }
    let raw = bytes[range]
    switch kind {
    case .literalText, .literalBytes: return PythonText.decode(literal: raw, unicode: false)
    case .literalUnicode: return PythonText.decode(literal: raw, unicode: true)
    case .rawUnicodeText: return PythonText.decode(rawUnicode: raw)
    case .markupString: return PythonText.decode(literal: MarkupText.unescape(raw)[...], unicode: false)
    case .markupUnicode: return PythonText.decode(rawUnicode: MarkupText.unescape(raw)[...], newlines: true)
    default: return PythonText.decode(raw)
    }
  }

  /// Whether a node is exactly this text. Only text with escapes has to be decoded for that.
  func isText(_ node: Node, _ wanted: StaticString) -> Bool {
    let kind = kinds[Int(node)]
    guard kind.isText else { return false }
    let range = range(node)
    let plain = kind == .byteText || kind == .utf8Text || kind == .encodedBytes
    if !plain && range.count != wanted.utf8CodeUnitCount {
      guard range.count <= 6 * wanted.utf8CodeUnitCount, bytes[range].contains(where: { $0 == 0x5C || $0 == 0x26 })
      else { return false }
      return text(node) == "\(wanted)"
    }
    guard range.count == wanted.utf8CodeUnitCount else { return false }
    return wanted.withUTF8Buffer { bytes[range].elementsEqual($0) }
  }

  /// The name of a class, function or module; nil for anything else, and for names too long to be one.
  func name(_ node: Node) -> QualifiedName? {
    switch kinds[Int(node)] {
    case .global:
      guard let text = shortText(node) else { return nil }
      let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      return QualifiedName(module: String(parts[0]), name: String(parts[1]))
    case .stackGlobal:
      guard let module = text(first[Int(node)]), let name = text(second[Int(node)]) else { return nil }
      return QualifiedName(module: module, name: name)
    case .dottedName:
      guard let text = shortText(node) else { return nil }
      guard let dot = text.lastIndex(of: ".") else { return QualifiedName(module: "", name: text) }
      return QualifiedName(module: String(text[..<dot]), name: String(text[text.index(after: dot)...]))
    case .module:
      guard let text = shortText(node) else { return nil }
      return QualifiedName(module: text, name: "")
    default:
      return nil
    }
  }

  private func shortText(_ node: Node) -> String? {
    let range = range(node)
    return range.count <= 1024 ? PythonText.decode(bytes[range]) : nil
  }
}
