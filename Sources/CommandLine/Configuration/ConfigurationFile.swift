import Diagnostics
import FoundationEssentials
import Toolbox

/// A file with options of both tools, in JSON5: keys are the options' long names.
struct ConfigurationFile: Sendable {
  /// What it is called beside the application file.
  static let name = "tap2deb.json"
  private static let sizeLimit = 1 << 20
  private static let depthLimit = 8

  let path: String
  let values: [String: JSONValue]
  private let places: KeyPlaces

  /// Reads the file that a run is to use.
  ///
  /// - Returns: `nil` where there is none.
  /// - Throws: A usage failure for a file that is missing though it was named, or that is no JSON5.
  init?(for options: ToolOptions) throws(Failure) {
    guard options.usesConfiguration else {
      if let path = options.configuration {
        throw Failure(
          .usage, "--config '\(path)' and --no-config exclude each other", remedy: "leave one of them out")
      }
      return nil
    }
    if let path = options.configuration {
      try self.init(path)
    } else {
      let path = Self.path(beside: options.tapfile)
      guard FileSystem.exists(path) else { return nil }
      try self.init(path)
    }
  }

  init(_ path: String) throws(Failure) {
    self.path = path
    let file = SourceLocation(file: path)
    var bytes = try InputFile(path, limit: Self.sizeLimit, kind: .usage).contents
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if let index = bytes.firstIndex(of: 0) {
      throw Failure(
        .usage, "has a NUL", at: file.on(line: bytes[..<index].lineNumber), remedy: "write it as UTF-8 text")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Failure(.usage, "is not UTF-8", at: file, remedy: "convert it")
    }
    places = KeyPlaces(bytes)
    guard places.depth <= Self.depthLimit else {
      throw Failure(
        .usage, "has values within values, more than \(Self.depthLimit) deep", at: file,
        remedy: "check that it is the right file")
    }
    if let (place, line) = places.repeated.first {
      throw Failure(
        .usage, "has the key '\(place.key)' twice", at: file.on(line: line), remedy: "leave one of them out")
    }
    values = try Self.decode(bytes, at: file)
  }

  /// Where a run's application file has its configuration.
  static func path(beside application: String?) -> String {
    guard let application, let slash = application.lastIndex(of: "/") else { return name }
    return application[...slash] + name
  }

  /// The folder that relative paths in it start from, with a slash; empty for the working directory.
  var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

  func location(of key: String, in object: String = "") -> SourceLocation {
    SourceLocation(file: path, line: places.lines[KeyPlaces.Place(object: object, key: key)])
  }

  private static func decode(_ bytes: [UInt8], at file: SourceLocation) throws(Failure) -> [String: JSONValue] {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    do {
      return try decoder.decode([String: JSONValue].self, from: Data(bytes))
    } catch DecodingError.dataCorrupted(let context) {
      let reason = (context.underlyingError as? CocoaError)?.debugReason ?? "it does not say why"
      let (text, line) = place(in: reason)
      throw Failure(
        .usage, "is not JSON5: \(text)", at: line.map(file.on) ?? file,
        remedy: "correct it; --init in a folder without one writes an example")
    } catch {
      throw Failure(
        .usage, "holds no object of options", at: file, remedy: "write { \"OPTION\": VALUE, ... }")
    }
  }

  /// Takes the line out of the decoder's `Unexpected character 'x' around line 3, column 5.`
  private static func place(in reason: String) -> (text: String, line: Int?) {
    let text = reason.hasSuffix(".") ? String(reason.dropLast()) : reason
    guard let range = text.firstRange(of: " around line ") else { return (text, nil) }
    let line = text[range.upperBound...].prefix { $0.isNumber }
    let column = text[range.upperBound...].dropFirst(line.count)
    let start = text[..<range.lowerBound]
    guard column.hasPrefix(", column ") else { return (String(start), Int(line)) }
    return ("\(start) in \(column.dropFirst(2))", Int(line))
  }
}

extension CocoaError {
  fileprivate var debugReason: String? { userInfo["NSDebugDescription"] as? String }
}

extension SourceLocation {
  fileprivate func on(line: Int) -> Self { SourceLocation(file: file, line: line) }
}

extension ArraySlice<UInt8> {
  fileprivate var lineNumber: Int { 1 + count { $0 == UInt8(ascii: "\n") } }
}
