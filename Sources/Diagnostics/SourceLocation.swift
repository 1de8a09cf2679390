/// A place in an input file: a line of text, or a path into an object graph that has no lines.
package struct SourceLocation: Sendable, Equatable, Hashable {
  /// The file's name as the user gave it.
  package var file: String
  /// The line, counted from 1.
  package var line: Int?
  /// The path of an object in a pickle or XML graph, e.g. `services[0].args[1]`.
  package var objectPath: String?

  package init(file: String, line: Int? = nil, objectPath: String? = nil) {
    self.file = file
    self.line = line
    self.objectPath = objectPath
  }
}

extension SourceLocation: CustomStringConvertible {
  package var description: String {
    if let line { return "\(file):\(line)" }
    if let objectPath, !objectPath.isEmpty { return "\(file)#\(objectPath)" }
    return file
  }
}
