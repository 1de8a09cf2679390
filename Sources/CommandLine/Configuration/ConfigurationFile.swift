import Diagnostics
import Packaging
import Text
import Toolbox

/// A file with options of both tools, in JSON5: keys are the options' long names.
struct ConfigurationFile: Sendable {
  /// What it is called beside the application file.
  static let name = "tap2deb.json"
  private static let sizeLimit = 1 << 20
  private static let depthLimit = 8

  let path: String
  /// Whether it was found beside the application, and neither named nor trusted: what came with the application may
  /// have brought it.
  let isFound: Bool
  private(set) var values: [String: JSONValue] = [:]
  private let places: KeyPlaces
  /// Where its object stands in the file: empty for all of it.
  private var base = ""

  /// Reads the file that a run is to use.
  ///
  /// - Returns: `nil` where there is none.
  /// - Throws: A usage failure for a file that is missing though it was named, or that is not valid JSON5.
  init?(for options: ToolOptions) throws(Failure) {
    guard options.usesConfiguration else {
      if let path = options.configuration {
        throw Failure.usage(
          .optionsExclude, "--config '\(path)' and --no-config exclude each other", remedy: "leave one of them out")
      }
      if options.trustsConfiguration {
        throw Failure.usage(
          .optionsExclude, "--trust-config and --no-config exclude each other", remedy: "leave one of them out")
      }
      return nil
    }
    if let path = options.configuration {
      try self.init(InputFile(path, limit: Self.sizeLimit, kind: .usage), isFound: false)
    } else {
      let path = Self.path(for: options)
      guard FileSystem.exists(path) else { return nil }
      let isFound = !options.trustsConfiguration
      try self.init(
        isFound
          ? Confinement(of: path).read(path, limit: Self.sizeLimit)
          : InputFile(path, limit: Self.sizeLimit, kind: .usage), isFound: isFound)
    }
  }

  /// A file that lists several applications, which is named.
  init(fleet path: String) throws(Failure) {
    try self.init(InputFile(path, limit: 16 * Self.sizeLimit, kind: .usage), isFound: false)
  }

  /// An object of options in the file.
  func part(_ values: [String: JSONValue], _ base: String) -> ConfigurationFile {
    var part = self
    (part.values, part.base) = (values, base)
    return part
  }

  private init(_ input: InputFile, isFound: Bool) throws(Failure) {
    path = input.path
    self.isFound = isFound
    let file = SourceLocation(file: path)
    let bytes = Array(try TextFile(input.contents, name: path).text.utf8)
    if let index = bytes.firstIndex(of: 0) {
      throw Failure.usage(
        .configuration, "has a NUL", at: file.on(line: bytes[..<index].lineNumber), remedy: "write it as UTF-8 text")
    }
    places = KeyPlaces(bytes)
    guard places.depth <= Self.depthLimit else {
      throw Failure.usage(
        .configuration, "has values within values, more than \(Self.depthLimit) deep", at: file,
        remedy: "check that it is the right file")
    }
    if let (place, line) = places.repeated.first {
      throw Failure.usage(
        .configuration, "has the key '\(place.key)' twice", at: file.on(line: line), remedy: "leave one of them out")
    }
    values = try decode(bytes)
  }

  /// Where a run looks for its configuration: in the project's folder, else beside the application file.
  static func path(for options: ToolOptions) -> String {
    if let project = options.inputs.application.project {
      return project.hasSuffix("/") ? project + name : "\(project)/\(name)"
    }
    guard let application = options.inputs.application.files.first, let slash = application.lastIndex(of: "/") else {
      return name
    }
    return application[...slash] + name
  }

  /// The folder that relative paths in it start from, with a slash; empty for the working directory.
  var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

  func location(of key: String, in object: String = "") -> SourceLocation {
    let way = [base, object].filter { !$0.isEmpty }.joined(separator: ".")
    return SourceLocation(file: path, line: places.lines[KeyPlaces.Place(object: way, key: key)])
  }

  private func decode(_ bytes: [UInt8]) throws(Failure) -> [String: JSONValue] {
    let value: JSONValue
    do throws(JSONReader.Problem) {
      value = try JSONReader.value(of: bytes, as: .json5)
    } catch {
      if error.isValue, let key = error.key, places.problem == nil {
        throw Failure.usage(
          .configuration, "'\(key)' holds a value that cannot be read", at: location(of: key),
          remedy: "look for an escape that stands for no character, or a number beyond all measure")
      }
      throw Failure.usage(
        .configuration, "is not valid JSON5: \(places.problem?.message ?? "something in it is not as it should be")",
        at: SourceLocation(file: path, line: places.problem?.line),
        remedy: "--init in a folder without one writes an example")
    }
    guard case .object(let values) = value else {
      throw Failure.usage(
        .configuration, "holds no object of options", at: SourceLocation(file: path),
        remedy: "write { \"OPTION\": VALUE, ... }"
      )
    }
    return values
  }
}

extension SourceLocation {
  fileprivate func on(line: Int) -> Self { SourceLocation(file: file, line: line) }
}

extension ArraySlice<UInt8> {
  fileprivate var lineNumber: Int { 1 + count { $0 == UInt8(ascii: "\n") } }
}
