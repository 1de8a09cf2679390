/// One package's entry in `Packages` or `Sources`.
struct IndexStanza: Sendable, Equatable {
  /// The fields, without a line end after the last.
  let text: String

  /// The entries of an index, in the order of their bytes.
  static func all(in index: String) -> [Self] {
    var stanzas: [Self] = []
    var lines: [Substring] = []
    for line in index.split(separator: "\n", omittingEmptySubsequences: false) + [""[...]] {
      if !line.isEmpty {
        lines.append(line)
      } else if !lines.isEmpty {
        stanzas.append(Self(text: lines.joined(separator: "\n")))
        lines = []
      }
    }
    return stanzas.sorted { $0.text.precedes($1.text) }
  }

  var architecture: String? {
    text.split(separator: "\n").first { $0.hasPrefix("Architecture: ") }
      .map { String($0.dropFirst("Architecture: ".count)) }
  }
}
