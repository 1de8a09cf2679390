import ApplicationFacts

/// A first line of AOT source that says what the constructors cannot: whose strings these are, and which classes of
/// Python 2 are of the new style. It is a comment, so Twisted reads past it.
struct AOTHeader {
  var python: PythonVersion
  var newStyleClasses: [String] = []

  private static let beginning = "# Objects of Python "
  private static let listing = "; of the new style: "

  init(_ graph: SavedGraph) {
    python = graph.python
    var classes: Set<String> = []
    for case .instance(let object) in graph.nodes where object.isNewStyle {
      if let name = graph.name(object.target) { classes.insert("\(name)") }
    }
    newStyleClasses = classes.sorted()
  }

  /// The header of a file; `nil` when it has none.
  init?(_ source: [UInt8]) {
    guard source.starts(with: Self.beginning.utf8) else { return nil }
    let line = String(decoding: source.prefix { $0 != 0x0A }, as: UTF8.self)
    switch line.dropFirst(Self.beginning.count).first {
    case "2": python = .python2
    case "3": python = .python3
    default: return nil
    }
    let rest = line.dropFirst(Self.beginning.count + 1)
    guard rest.hasPrefix(Self.listing) else { return }
    newStyleClasses = rest.dropFirst(Self.listing.count).split(separator: " ").map(String.init)
  }

  var text: String {
    let classes = newStyleClasses.isEmpty ? "" : Self.listing + newStyleClasses.joined(separator: " ")
    return "\(Self.beginning)\(python == .python2 ? 2 : 3)\(classes)\n"
  }
}
