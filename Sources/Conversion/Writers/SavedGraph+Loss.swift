extension SavedGraph.Loss {
  /// What a node is instead of an object, for a message.
  var phrase: String {
    switch self {
    case .missing: "the file refers to an object that it does not hold"
    case .code: "the file holds code or elements of its own"
    case .name: "the file names something that no Python could import"
    }
  }

  var failurePhrase: String {
    self == .missing ? "\(phrase), so no twistd can load it either" : phrase
  }
}
