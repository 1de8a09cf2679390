/// A file's path, taken apart.
package struct Path: Sendable, Equatable, Hashable, CustomStringConvertible {
  /// As it was written.
  package let description: String

  package init(_ text: some StringProtocol) { description = String(text) }

  package var isAbsolute: Bool { description.utf8.first == UInt8(ascii: "/") }

  /// The part after the last slash that has something behind it; empty for the root.
  package var name: String { String(description.split(separator: "/").last ?? "") }

  /// The name without what follows its last dot; one that only begins with a dot keeps it.
  package var stem: String {
    let name = name
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The folder that it lies in, without a slash at the end; `.` where the path is a name alone.
  package var folder: String {
    guard let slash = description.lastIndex(of: "/") else { return "." }
    return slash == description.startIndex ? "/" : String(description[..<slash])
  }

  /// What stands before the name, with its slash; empty where the path is a name alone.
  package var prefix: Substring { description.lastIndex(of: "/").map { description[...$0] } ?? "" }

  /// Whether it is a folder's own path, or that of something in it.
  package func lies(in folder: String) -> Bool { description == folder || description.hasPrefix("\(folder)/") }

  /// The parts without `.` and `..`; `nil` for a path that leads out of where it starts.
  ///
  /// - Parameter start: The parts of the folder that it starts from, unless it is absolute.
  package func resolved(from start: [Substring] = []) -> [Substring]? {
    var parts = isAbsolute ? [] : start
    for part in description.split(separator: "/") where part != "." {
      if part != ".." { parts.append(part) } else if parts.popLast() == nil { return nil }
    }
    return parts
  }
}
