import Diagnostics
import Text

/// The requirements of a file in pip's format, and of those that it includes ("Requirements File Format" of pip).
package struct RequirementsFile: Sendable {
  package private(set) var requirements: [Requirement] = []
  /// What the file asks for that no package manager can give.
  package private(set) var diagnostics: [Diagnostic] = []

  /// A line that is no requirement by name: an option, an address, a path.
  package struct Directive: Sendable, Equatable {
    package var text: String
    package var location: SourceLocation

    /// The option as written, or the whole line of an address.
    package var option: String { String(text.prefix { $0 != " " && $0 != "=" && $0 != "\t" }) }
    package var value: String {
      String(text.dropFirst(option.count).drop { $0 == " " || $0 == "=" || $0 == "\t" })
    }

    /// The path of a file of constraints, if that is what it names.
    package var constraints: String? {
      get throws(Failure) {
        guard option == "-c" || option == "--constraint" else { return nil }
        return try RequirementsFile.path(of: value[...], in: location)
      }
    }
  }
  /// In the order of the lines, except those that include another file.
  package private(set) var directives: [Directive] = []

  /// Reads a file's bytes by its path.
  package typealias Reader = (_ path: String) throws(Failure) -> [UInt8]

  /// The most bytes of one file.
  package static let sizeLimit = 1 << 20
  private static let depthLimit = 8
  private static let fileLimit = 64
  private static let countLimit = 2000

  private var files: Set<String> = []

  /// Reads a file of pip's, or the dependencies of a `pyproject.toml`.
  ///
  /// - Throws: A usage failure with every line that cannot be read.
  package init(_ path: String, reading read: Reader) throws(Failure) {
    if path.hasSuffix(".toml") {
      requirements = try ProjectMetadata.dependencies(in: read(path), file: path)
      return
    }
    var mistakes: [Diagnostic] = []
    try include(path, depth: 0, mistakes: &mistakes, reading: read)
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes) }
  }

  private mutating func include(
    _ path: String, depth: Int, mistakes: inout [Diagnostic], reading read: Reader
  ) throws(Failure) {
    guard files.insert(path).inserted else { return }
    guard depth < Self.depthLimit, files.count <= Self.fileLimit else {
      throw Failure.usage(
        .limit, "too many requirements files include each other", at: SourceLocation(file: path),
        remedy: "write the requirements into one")
    }
    let place = SourceLocation(file: path)
    let bytes = try read(path)
    guard
      let text = String(
        validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    else { throw Failure.usage(.encoding, "is not UTF-8", at: place, remedy: "convert it") }
    try Self.check(text, path)
    for (number, line) in Self.logicalLines(text) {
      do throws(Failure) {
        try take(line, at: SourceLocation(file: path, line: number), depth: depth, mistakes: &mistakes, reading: read)
      } catch {
        mistakes += error.diagnostics
        guard mistakes.count < 20 else { throw Failure(.usage, mistakes) }
      }
    }
  }

  /// What pip reads in another way than editors show it: characters that end a line for Python alone, and encodings
  /// that a comment declares.
  private static func check(_ text: String, _ path: String) throws(Failure) {
    var number = 1
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let place = SourceLocation(file: path, line: number)
      for (index, scalar) in zip(line.indices, line)
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || [0x2028, 0x2029].contains(scalar.value)
      {
        let isEnd = scalar == "\r" && line.index(after: index) == line.endIndex
        guard scalar == "\t" || isEnd else {
          let name = "U+" + String(scalar.value, radix: 16, uppercase: true)
          throw Failure.usage(.requirement, "has the control character \(name)", at: place, remedy: "take it out")
        }
      }
      if number <= 2, line.first == "#", let coding = Substring(line).lowercased().splitOnce(at: "coding").after,
        let sign = coding.first, ":=".contains(sign), !coding.dropFirst().trimmedBlanks.hasPrefix("utf-8")
      {
        throw Failure.usage(.encoding, "declares another encoding than UTF-8", at: place, remedy: "convert it to UTF-8")
      }
      number += 1
    }
  }

  private mutating func take(
    _ line: Substring, at place: SourceLocation, depth: Int, mistakes: inout [Diagnostic], reading read: Reader
  ) throws(Failure) {
    guard line.hasPrefix("-") else { return try add(line, at: place) }
    let option = line.prefix { $0 != " " && $0 != "=" && $0 != "\t" }
    let value = line[option.endIndex...].drop { $0 == " " || $0 == "=" || $0 == "\t" }
    if option != "-r" && option != "--requirement" {
      directives.append(Directive(text: String(line), location: place))
    }
    switch option {
    case "-r", "--requirement":
      try include(Self.path(of: value, in: place), depth: depth + 1, mistakes: &mistakes, reading: read)
    case "-e", "--editable":
      diagnostics.append(
        .note(.requirement, "an editable distribution has no package: \(value)", at: place, remedy: Self.wayOut))
    case "-c", "--constraint":
      diagnostics.append(
        .note(.requirement, "constraints are not read", at: place, remedy: "write the versions into the file itself"))
    // What else there is says where pip gets things from, which is no matter of packages.
    default: break
    }
  }

  private mutating func add(_ line: Substring, at place: SourceLocation) throws(Failure) {
    guard requirements.count < Self.countLimit else {
      throw Failure.usage(
        .limit, "more than \(Self.countLimit) requirements", at: place, remedy: "name the direct ones only")
    }
    // Hashes and other options of a requirement come after it.
    let parts = line.splitOnce(at: " --")
    let text = parts.before.trimmedBlanks
    let isPath = text.hasPrefix(".") || text.hasPrefix("/") || text.contains("://") && !text.contains("@")
    guard !isPath, !["git+", "hg+", "svn+", "bzr+", "file:", "http:", "https:"].contains(where: { text.hasPrefix($0) })
    else {
      directives.append(Directive(text: String(text), location: place))
      diagnostics.append(
        .warning(
          .requirementAddress, "what is got from an address has no package: \(text)", at: place, remedy: Self.wayOut))
      return
    }
    var requirement = try Requirement(String(text), at: place)
    requirement.options = parts.after.map { ("--" + $0).split(separator: " ").map(String.init) } ?? []
    requirements.append(requirement)
  }

  private static let wayOut = "name a package that has it with --depends"

  /// An included file's path is relative to the file that includes it, and stays in its folder.
  fileprivate static func path(of value: Substring, in place: SourceLocation) throws(Failure) -> String {
    var name = value.trimmedBlanks
    while name.hasPrefix("./") { name = name.dropFirst(2) }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.isEmpty, !name.contains("://"), parts.allSatisfy({ !$0.isEmpty && $0 != ".." }) else {
      throw Failure.usage(
        .requirement, "includes '\(name.prefix(80))', which is not in the file's folder", at: place,
        remedy: "put the file there, or give it with another --requirements")
    }
    let folder = place.file.lastIndex(of: "/").map { place.file[...$0] } ?? ""
    return folder + String(name)
  }

  /// Lines without comments, continued ones joined, with the number of the first; empty ones left out.
  private static func logicalLines(_ text: String) -> [(Int, Substring)] {
    var lines: [(Int, Substring)] = []
    var pending: (number: Int, text: String)?
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      var line = raw
      let isContinued = line.hasSuffix("\\")
      if isContinued { line = line.dropLast() }
      if pending == nil { pending = (index + 1, "") }
      pending?.text += line
      if isContinued { continue }
      if let whole = pending {
        let bare = withoutComment(whole.text).trimmedBlanks
        if !bare.isEmpty { lines.append((whole.number, bare)) }
      }
      pending = nil
    }
    if let whole = pending {
      let bare = withoutComment(whole.text).trimmedBlanks
      if !bare.isEmpty { lines.append((whole.number, bare)) }
    }
    return lines
  }

  /// A comment begins with a # at the line's beginning or after a blank.
  private static func withoutComment(_ line: String) -> Substring {
    var previous: Character = " "
    for index in line.indices {
      if line[index] == "#", previous.isWhitespace { return line[..<index] }
      previous = line[index]
    }
    return line[...]
  }
}
