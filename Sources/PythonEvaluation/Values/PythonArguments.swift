import ApplicationFacts

/// The arguments of a call.
package struct PythonArguments: Sendable {
  package var positional: [PythonValue] = []
  package var named: [(name: String, value: PythonValue)] = []
  /// `*args` or `**args` that could not be unpacked.
  package var isPartial = false

  package init(
    positional: [PythonValue] = [], named: [(name: String, value: PythonValue)] = [], isPartial: Bool = false
  ) {
    self.positional = positional
    self.named = named
    self.isPartial = isPartial
  }

  /// An argument by its place or its name.
  package func value(_ place: Int, _ name: String) -> PythonValue? {
    if let value = named.last(where: { $0.name == name })?.value { return value }
    if place >= 0, place < positional.count { return positional[place] }
    return isPartial ? .unknown("arguments that are computed") : nil
  }

  package subscript(name: String) -> PythonValue? { named.last { $0.name == name }?.value }

  package var all: [PythonValue] { positional + named.map(\.value) }
}
