package enum TemplateValue: Sendable, Equatable {
  case text(String)
  /// Text that is already in the language of the template.
  case rendered(String)
  case list([String])
  case records([TemplateValues])
  case flag(Bool)

  var texts: [String] {
    switch self {
    case .text(let text), .rendered(let text): [text]
    case .list(let items): items
    case .records, .flag: []
    }
  }

  var isTrue: Bool {
    switch self {
    case .text(let text), .rendered(let text): !text.isEmpty
    case .list(let items): !items.isEmpty
    case .records(let records): !records.isEmpty
    case .flag(let flag): flag
    }
  }
}
