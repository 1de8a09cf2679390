import PythonSyntax

extension TacEvaluator {
  /// Notes a file or folder that the program uses.
  mutating func addPath(_ value: TacValue, _ use: FileReference.Use, isFolder: Bool = false, at id: UInt32) {
    guard isAlive, findings.paths.count < Self.findingLimit else { return }
    if case .none = value { return }
    let values: [TacValue] = if case .choice(let options) = value { options } else { [value] }
    for value in values {
      findings.paths.append(
        .init(
          value: pathValue(value), use: use, isFolder: isFolder, isConditional: !isSure || values.count > 1,
          location: location(id)))
    }
  }

  /// Functions and classes that are given the path of a file to serve, read or write.
  mutating func callReader(_ name: String, _ arguments: TacArguments, at id: UInt32) -> TacValue? {
    if KnownNames.configurationLoaders.contains(name) {
      if name.hasSuffix("ConfigObj") || name.hasSuffix("readPlist"), let path = arguments.positional.first {
        addPath(path, .reads, at: id)
      }
      return .unknown("config:")
    }
    return nil
  }

  /// What a file is opened for in a mode such as `r`, `ab` or `w:gz`.
  func use(ofMode mode: TacValue?) -> FileReference.Use {
    guard case .text(let text)? = mode else { return mode == nil ? .reads : .opens }
    return text.prefix { $0 != ":" && $0 != "|" }.contains { "wax+".contains($0) } ? .writes : .reads
  }
}
