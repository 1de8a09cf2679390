import Dependencies
import Diagnostics
import PackageModel
import Toolbox

/// Looks through a requirements file before pip does: what would make pip run somebody's code is refused, unless that
/// was asked for.
struct RequirementsGate {
  /// The variables that the file takes from the environment, for the addresses of indices.
  private(set) var variables: Set<String> = []
  private(set) var notes: [Diagnostic] = []

  /// The options of a file that say where wheels come from or which of them may be taken, and no more.
  private static let harmless = [
    "--index-url", "-i", "--extra-index-url", "--find-links", "-f", "--no-index", "--trusted-host", "--pre",
    "--require-hashes", "--prefer-binary",
  ]
  private static let addressed = ["--index-url", "-i", "--extra-index-url", "--find-links", "-f"]

  /// - Throws: A usage failure with every line that is refused.
  init(_ path: String, allowsSourceDistributions: Bool, isOffline: Bool) throws(Failure) {
    var mistakes: [Diagnostic] = []
    var pending = [path]
    var seen: Set<String> = []
    while let next = pending.popLast(), seen.count < 64 {
      guard seen.insert(next).inserted else { continue }
      let file = try RequirementsFile(next) { (path: String) throws(Failure) in
        try InputFile(path, limit: RequirementsFile.sizeLimit, kind: .usage).contents
      }
      for line in file.directives {
        if let constraints = try line.constraints {
          pending.append(constraints)
        } else if let mistake = check(line, allowsSourceDistributions, isOffline) {
          mistakes.append(mistake)
        }
      }
      for requirement in file.requirements {
        let (address, place) = (requirement.address, requirement.location)
        if let address, !allowsSourceDistributions, !Self.isWheel(address) {
          mistakes.append(Self.refusal("\(requirement.name) comes from \(quoted(address))", place))
        } else if !allowsSourceDistributions, Self.isArchive(line: requirement.name.description) {
          mistakes.append(Self.refusal("\(quoted(requirement.name.description)) is an archive of sources", place))
        } else if address == nil, next == path, !requirement.specifiers.contains(where: \.isExact) {
          unpinned += 1
        }
      }
    }
    guard mistakes.isEmpty else { throw Failure(.usage, Array(mistakes.prefix(20))) }
    if unpinned > 0 {
      notes.append(
        .note(
          "\(unpinned == 1 ? "a requirement names" : "\(unpinned) requirements name") no exact version, so a later "
            + "build may bring others", at: SourceLocation(file: path), remedy: "pip freeze lists exact ones"))
    }
  }

  private var unpinned = 0

  private mutating func check(
    _ line: RequirementsFile.Directive, _ allowsSourceDistributions: Bool, _ isOffline: Bool
  ) -> Diagnostic? {
    let place = line.location
    guard line.option.hasPrefix("-") else {
      let isLocal = !line.text.contains("://")
      if isOffline && !isLocal { return Self.online(line) }
      if allowsSourceDistributions || Self.isWheel(line.text) { return nil }
      return Self.refusal("\(quoted(line.text)) is no wheel", place)
    }
    if line.option.hasPrefix("-e") || line.option == "--editable" {
      return .error(
        "an editable distribution stays where it is, and no package can have it", at: place,
        remedy: "name it without -e")
    }
    guard Self.harmless.contains(line.option) else {
      if allowsSourceDistributions { return nil }
      return Self.refusal("the option \(quoted(line.option)) is not taken from a file", place)
    }
    if isOffline, Self.addressed.contains(line.option), line.option.contains("f"), line.value.contains("://") {
      return Self.online(line)
    }
    if Self.addressed.contains(line.option) { variables.formUnion(Self.variables(in: line.value)) }
    return nil
  }

  private static func refusal(_ message: String, _ place: SourceLocation) -> Diagnostic {
    .error(
      "\(message), and may run code of its author's here", at: place,
      remedy: "name a wheel; or trust the author, and give --allow-sdists")
  }

  private static func online(_ line: RequirementsFile.Directive) -> Diagnostic {
    .error(
      "\(quoted(line.text)) is on the network, and --wheelhouse is for what is not", at: line.location,
      remedy: "put the wheel into the wheelhouse, and name its distribution")
  }

  private static func isWheel(_ address: String) -> Bool {
    let bare = address.prefix { $0 != "#" && $0 != "?" && $0 != ";" && $0 != " " }
    return bare.hasSuffix(".whl")
  }

  /// pip takes the name of a file that is there for the file.
  private static func isArchive(line name: String) -> Bool {
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
      return isName && !name.isEmpty ? String(name) : nil
    }
  }
}
