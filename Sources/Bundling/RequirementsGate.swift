import Dependencies
import Diagnostics
import Toolbox

/// Looks through a requirements file before pip does, and writes what was understood anew: pip never sees the file.
///
/// What would make pip run somebody's code is refused, unless that was asked for.
struct RequirementsGate {
  /// The lines of the file that pip is given: options, then requirements.
  private(set) var lines: [String] = []
  /// The lines of the constraints that pip is given.
  private(set) var constraints: [String] = []
  /// Wheels and, where they are trusted, archives and folders on this machine.
  private(set) var paths: [String] = []
  /// The variables that the file takes from the environment, for the addresses of indices.
  private(set) var variables: Set<String> = []
  private(set) var notes: [Diagnostic] = []

  private let allowsSourceDistributions: Bool
  private let isOffline: Bool
  private var unpinned = 0

  /// The options of a file that say where wheels come from or which of them may be taken, and whether a value follows.
  private static let harmless = [
    "--index-url": true, "-i": true, "--extra-index-url": true, "--find-links": true, "-f": true, "--no-index": false,
    "--trusted-host": true, "--pre": false, "--require-hashes": false, "--prefer-binary": false,
  ]
  private static let building = ["--no-binary": true, "--only-binary": true]
  private static let fileLimit = 64

  /// - Throws: A usage failure with every line that is refused.
  init(_ path: String, allowsSourceDistributions: Bool, isOffline: Bool) throws(Failure) {
    self.allowsSourceDistributions = allowsSourceDistributions
    self.isOffline = isOffline
    var mistakes: [Diagnostic] = []
    var pending = [path]
    var seen: Set<String> = []
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      guard seen.count <= Self.fileLimit else {
        throw Failure.usage(
          .limit, "too many files of constraints", at: SourceLocation(file: path), remedy: "write them into one")
      }
      let file = try RequirementsFile(next) { (path: String) throws(Failure) in
        try InputFile(path, limit: RequirementsFile.sizeLimit, kind: .usage).contents
      }
      for directive in file.directives {
        if let constraints = try directive.constraints {
          pending.append(constraints)
        } else if let mistake = take(directive) {
          mistakes.append(mistake)
        }
      }
      for requirement in file.requirements {
        if let mistake = take(requirement, isConstraint: next != path) { mistakes.append(mistake) }
      }
    }
    guard mistakes.isEmpty else { throw Failure(.usage, Array(mistakes.prefix(20))) }
    for name in variables.sorted() {
      notes.append(
        .note(
          .environmentRead, "the address of an index takes \(name) from the environment", at: SourceLocation(file: path)
        ))
    }
    if unpinned > 0 {
      notes.append(
        .note(
          .requirementUnpinned,
          "\(unpinned == 1 ? "a requirement names" : "\(unpinned) requirements name") no exact version, so a later "
            + "build may bring others", at: SourceLocation(file: path), remedy: "pip freeze lists exact ones"))
    }
  }

  private mutating func take(_ requirement: Requirement, isConstraint: Bool) -> Diagnostic? {
    let place = requirement.location
    if let address = requirement.address {
      guard Self.isPlain(address) else { return Self.unreadable(address, place) }
      if isOffline, !address.hasPrefix("file:") { return Self.online(address, place) }
      if !allowsSourceDistributions, !Self.isWheel(address) {
        return Self.refusal("\(requirement.name) comes from \(quoted(address))", place)
      }
    } else if !allowsSourceDistributions, Self.isArchive(requirement.name.description) {
      return Self.refusal("\(quoted(requirement.name.description)) is an archive of sources", place)
    } else if !isConstraint, !requirement.specifiers.contains(where: \.isExact) {
      unpinned += 1
    }
    for option in requirement.options where !Self.isHash(option) {
      return .error(
        .requirement, "the option \(quoted(option)) of a requirement is not taken: only --hash=sha256:DIGEST is",
        at: place,
        remedy: "leave it out")
    }
    let line = ([requirement.text] + requirement.options).joined(separator: " ")
    if isConstraint { constraints.append(line) } else { lines.append(line) }
    return nil
  }

  private mutating func take(_ directive: RequirementsFile.Directive) -> Diagnostic? {
    let place = directive.location
    guard directive.option.hasPrefix("-") else { return take(address: directive.text, place) }
    if directive.option.hasPrefix("-e") || directive.option == "--editable" {
      return .error(
        .requirement, "an editable distribution stays where it is, and no package can have it", at: place,
        remedy: "name it without -e")
    }
    guard let hasValue = Self.harmless[directive.option] ?? Self.building[directive.option] else {
      return Self.refusal("the option \(quoted(directive.option)) is not taken from a file", place)
    }
    if Self.building[directive.option] != nil, !allowsSourceDistributions {
      return Self.refusal("the option \(quoted(directive.option)) is not taken from a file", place)
    }
    let value = directive.value
    guard !value.isEmpty == hasValue, !hasValue || Self.isPlain(value) else {
      return Self.unreadable(directive.text, place)
    }
    guard hasValue else {
      lines.insert(directive.option, at: 0)
      return nil
    }
    let isFolder = directive.option == "-f" || directive.option == "--find-links"
    if isFolder, isOffline, value.contains("://") { return Self.online(value, place) }
    if directive.option.hasSuffix("-url") || directive.option == "-i" || isFolder {
      variables.formUnion(Self.variables(in: value))
    }
    // A relative folder is meant from the file's, and pip is given another file.
    let isRelative = isFolder && !value.contains("://") && !value.hasPrefix("/")
    let folder = place.file.lastIndex(of: "/").map { String(place.file[...$0]) } ?? ""
    let path = folder + value
    lines.insert(
      "\(directive.option) \(!isRelative ? value : path.hasPrefix("/") ? path : FileSystem.absolute(path))", at: 0)
    return nil
  }

  /// A line that is an address or a path.
  private mutating func take(address: String, _ place: SourceLocation) -> Diagnostic? {
    let isLocal = !address.contains("://")
    if isOffline && !isLocal { return Self.online(address, place) }
    guard allowsSourceDistributions || Self.isWheel(address) else {
      return Self.refusal("\(quoted(address)) is not a wheel", place)
    }
    guard isLocal else {
      guard Self.isPlain(address) else { return Self.unreadable(address, place) }
      lines.append(address)
      return nil
    }
    // pip looks for paths in the folder where it is started.
    paths.append(address.hasPrefix("/") ? address : FileSystem.absolute(address))
    return nil
  }

  private static func refusal(_ message: String, _ place: SourceLocation) -> Diagnostic {
    .error(
      .runsForeignCode, "\(message), and may run code of its author's here", at: place,
      remedy: "name a wheel; or trust the author, and give --allow-sdists")
  }

  private static func online(_ text: String, _ place: SourceLocation) -> Diagnostic {
    .error(
      .requirement, "\(quoted(text)) is on the network, and --wheelhouse is for what is not", at: place,
      remedy: "put the wheel into the wheelhouse, and name its distribution")
  }

  private static func unreadable(_ text: String, _ place: SourceLocation) -> Diagnostic {
    .error(
      .requirement, "\(quoted(text)) is not a single option, address or requirement in ASCII", at: place,
      remedy: "write one on a line, without quotation marks")
  }

  /// Text that pip splits nowhere: neither blanks nor what its shell-like reading of a line takes for more than itself.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x21..<0x7F).contains($0) && !"\"'\\`".utf8.contains($0) } && text.first != "-"
  }

  private static func isHash(_ option: String) -> Bool {
    let lengths = ["sha256": 64, "sha384": 96, "sha512": 128]
    let parts = option.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasPrefix("--hash="), let length = lengths[String(parts[0].dropFirst(7))] else {
      return false
    }
    return parts[1].utf8.count == length && parts[1].allSatisfy { $0.isHexDigit && $0.isASCII }
  }

  private static func isWheel(_ address: String) -> Bool {
    let bare = address.prefix { $0 != "#" && $0 != "?" && $0 != ";" && $0 != " " }
    return bare.hasSuffix(".whl") && !["git+", "hg+", "svn+", "bzr+"].contains { address.hasPrefix($0) }
  }

  /// pip takes the name of a file that is there for the file.
  private static func isArchive(_ name: String) -> Bool {
    ["-tar-gz", "-tgz", "-zip", "-tar-bz2", "-tbz", "-tar-xz", "-txz", "-tar"].contains { name.hasSuffix($0) }
  }

  /// The names within `${...}`, in the form in which pip reads them.
  private static func variables(in text: String) -> [String] {
    text.split(separator: "${", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      guard let end = part.firstIndex(of: "}") else { return nil }
      let name = part[..<end]
      let isName = name.utf8.allSatisfy { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
      }
      // What decides how pip and Python work is nothing that a file may ask for.
      let isSetting = ["PIP_", "PYTHON", "LD_", "PATH", "HOME", "TMPDIR"].contains { name.hasPrefix($0) }
      return isName && !isSetting && !name.isEmpty ? String(name) : nil
    }
  }
}
