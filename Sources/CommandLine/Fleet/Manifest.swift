import Diagnostics
import Packaging
import Toolbox

/// What was made of several applications and of what, beside the artefacts: `--incremental` makes nothing of which all of
/// that is as it was.
///
/// It is lines of a word and its values, parted by tabs. Its first two lines say which tool on which system wrote it; what
/// another one wrote is of no use.
struct Manifest {
  /// One package.
  struct Entry: Sendable {
    /// The words that asked for it.
    var question: String
    var digest: String
    var uses: [RunRecord.Use] = []
    var claims: [PackageClaim] = []
    var artefacts: [BuildDocument.Artefact] = []
    /// The answer as JSON, on a line.
    var answer: [UInt8] = []
    /// Whether there is something in it that is told again.
    var hasTold = false
  }

  static let name = ".tap2deb-manifest"
  private static let sizeLimit = 1 << 28
  private static let form = "tap2deb-manifest 1"

  private(set) var entries: [String: Entry] = [:]
  /// Which question made an artefact, by its path.
  private var owners: [String: String] = [:]
  /// The tool and the system.
  let maker: String
  private let path: String

  /// Reads the manifest of a folder; what is missing, of another form or of another tool is as good as none.
  init(in folder: String, maker: String) {
    (self.maker, path) = (maker, "\(folder)/\(Self.name)")
    guard let file = try? InputFile(path, limit: Self.sizeLimit) else { return }
    var lines = file.contents.split(separator: UInt8(ascii: "\n"))[...]
    guard lines.popFirst().map(Self.text) == Self.form, lines.popFirst().map(Self.text) == maker else { return }
    var entry: Entry?
    for line in lines {
      guard let kind = line.first else { continue }
      let body = line.dropFirst()
      switch kind {
      case UInt8(ascii: "q"):
        let words = Self.values(body)
        if words.count == 2 { entry = Entry(question: words[0], digest: words[1]) }
      case UInt8(ascii: "u"):
        if let use = RunRecord.Use(text: Self.text(body)) { entry?.uses.append(use) } else { entry = nil }
      case UInt8(ascii: "c"):
        let words = Self.values(body)
        if words.count == 4 {
          let version = words[3].isEmpty ? nil : String(words[3].dropFirst())
          entry?.claims.append(
            PackageClaim(folder: words[0], format: words[1], name: words[2], version: version))
        } else {
          entry = nil
        }
      case UInt8(ascii: "a"):
        let words = Self.values(body)
        if words.count == 5 {
          entry?.artefacts.append(
            BuildDocument.Artefact(
              format: words[0], kind: words[1], path: words[2], size: Int(words[3]),
              sha256: words[4].isEmpty ? nil : words[4]))
        } else {
          entry = nil
        }
      case UInt8(ascii: "j"):
        entry?.answer = Array(body.dropFirst())
        entry?.hasTold = body.first == UInt8(ascii: "!")
        if let entry { keep(entry) }
        entry = nil
      default: entry = nil
      }
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
  private static func values(_ bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(text)
  }

  /// Takes an entry in, in the place of those whose artefacts it wrote over.
  mutating func keep(_ entry: Entry) {
    for artefact in entry.artefacts {
      if let former = owners.updateValue(entry.question, forKey: artefact.path), former != entry.question {
        entries[former] = nil
      }
    }
    entries[entry.question] = entry
  }

  mutating func drop(_ question: String) { entries[question] = nil }

  /// The package that was made of these words, where all that it was made of is as it was, and so is it.
  func current(_ question: String, _ states: inout InputStates) -> Entry? {
    guard let entry = entries[question], states.digest(of: entry.uses) == entry.digest,
      entry.artefacts.allSatisfy(Self.isThere)
    else { return nil }
    return entry
  }

  /// Files are what they were. A folder is for people, who may have changed what is in it.
  private static func isThere(_ artefact: BuildDocument.Artefact) -> Bool {
    guard let sum = artefact.sha256 else { return FileSystem.exists(artefact.path) }
    return FileDigest.of(artefact.path)?.sha256 == sum
  }

  /// Writes it in the place of the former one.
  func write() throws(Failure) {
    var text: [UInt8] = Array("\(Self.form)\n\(maker)\n".utf8)
    for (_, entry) in entries.sorted(by: { $0.key < $1.key }) {
      text += "q\(entry.question)\t\(entry.digest)\n".utf8
      for use in entry.uses { text += "u\(use.text)\n".utf8 }
      for claim in entry.claims {
        text += "c\(claim.folder)\t\(claim.format)\t\(claim.name)\t\(claim.version.map { "=\($0)" } ?? "")\n".utf8
      }
      for artefact in entry.artefacts {
        let size = artefact.size.map(String.init) ?? ""
        text += "a\(artefact.format)\t\(artefact.kind)\t\(artefact.path)\t\(size)\t\(artefact.sha256 ?? "")\n".utf8
      }
      text += (entry.hasTold ? "j!" : "j ").utf8
      text += entry.answer + [UInt8(ascii: "\n")]
    }
    try FileSystem.replace(path, with: text)
  }
}

extension Manifest.Entry {
  /// Whether its values can stand on lines and between tabs.
  var isPlain: Bool {
    let words =
      uses.map(\.path) + claims.flatMap { [$0.folder, $0.name, $0.version ?? ""] } + artefacts.map(\.path)
    return words.allSatisfy { !$0.utf8.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") } }
  }
}
