import Dependencies
import Diagnostics
import Text

/// A wheel that may be installed: it unpacks into its environment alone, is what its name and lists say, and has no more
/// in it than packages can hold (the "Binary distribution format" of the Python packaging specifications).
struct Wheel: Sendable, Equatable {
  let distribution: DistributionName
  let version: String
  /// The bytes of its files once they are unpacked.
  let size: Int
  /// What who packages should know of it.
  private(set) var notes: [Diagnostic] = []

  /// A file that is larger than this, and by the ratio larger than what it is packed in, is made to fill disks.
  static let bombSize = 64 << 20
  static let bombRatio = 100

  /// Judges what a wheel says of itself.
  ///
  /// - Parameter allowsAddresses: Whether it may require what is at an address that its author chose.
  /// - Throws: A build failure with all that is wrong.
  init(_ listing: WheelListing, allowsAddresses: Bool) throws(Failure) {
    let place = SourceLocation(file: listing.name)
    func refusal(_ problem: String) -> Failure {
      Failure.build(
        .bundleContents, problem, at: place,
        remedy: "take another version of it, or tell its author; it was not unpacked")
    }
    if let problem = listing.problem { throw refusal("cannot be read: \(problem)") }
    guard let named = Self.parts(ofName: listing.name) else {
      throw refusal("has no wheel's name: NAME-VERSION-PYTHON-ABI-PLATFORM.whl")
    }
    (distribution, version) = named
    var size = 0
    for file in listing.files {
      guard file.size <= Self.bombSize || file.size / Self.bombRatio <= file.compressedSize else {
        throw refusal("unpacks \(file.compressedSize.grouped) bytes to \(file.size.grouped): \(quoted(file.name))")
      }
      (size, _) = size.addingReportingOverflow(file.size)
      guard size >= 0, size <= EnvironmentScan.sizeLimit else {
        throw refusal("has more than \(EnvironmentScan.sizeLimit >> 30) GiB in it")
      }
    }
    self.size = size
    if let problem = WheelPaths.problem(in: listing.files) { throw refusal(problem) }
    let folders = Set(
      listing.files.compactMap { $0.name.split(separator: "/").first }.filter { $0.hasSuffix(".dist-info") })
    guard folders.count == 1, let stem = folders.first?.dropLast(".dist-info".count),
      DistributionName(stem.prefix { $0 != "-" }) == distribution
    else { throw refusal("has not the metadata of one distribution, its own") }
    if let problem = Self.metadataProblem(in: listing, stem: stem, named, allowsAddresses: allowsAddresses) {
      throw refusal(problem)
    }
    if let problem = Self.recordProblem(listing, stem) { throw refusal(problem) }
    if let problem = Self.entryPointProblem(listing, stem) { throw refusal(problem) }
    for (name, text) in listing.texts.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".pth") {
      let file = PathFile(text)
      if file.leadsOut { throw refusal("has Python search folders outside the environment: \(quoted(name))") }
      if file.runsCode {
        notes.append(
          .note(.runsAtStart, "\(quoted(name)) runs code whenever the environment's Python starts", at: place))
      }
    }
  }

  private static func parts(ofName name: String) -> (DistributionName, String)? {
    guard name.hasSuffix(".whl"), name.utf8.allSatisfy({ (0x21..<0x7F).contains($0) && !"/\\\"'".utf8.contains($0) })
    else { return nil }
    let parts = name.dropLast(4).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 5 || parts.count == 6 && parts[2].first?.isNumber == true,
      let distribution = DistributionName(parts[0]), !parts[1].isEmpty
    else { return nil }
    return (distribution, String(parts[1]))
  }

  private static func metadataProblem(
    in listing: WheelListing, stem: Substring, _ named: (name: DistributionName, version: String),
    allowsAddresses: Bool
  ) -> String? {
    guard let text = listing.texts["\(stem).dist-info/METADATA"] else { return "has no METADATA of its name" }
    var (name, version): (String?, String?) = (nil, nil)
    for (key, value) in headers(of: text) {
      switch key {
      case "name": name = name ?? value
      case "version": version = version ?? value
      case "requires-dist":
        let requirement = value.prefix { $0 != ";" }
        if !allowsAddresses, requirement.contains("@") || requirement.contains("://") {
          return "requires what is at an address of its author's choice, which needs --allow-sdists: \(quoted(value))"
        }
      default: continue
      }
    }
    guard let name, DistributionName(name) == named.name, let version, Self.isSame(version, named.version) else {
      return "is \(quoted("\(name ?? "") \(version ?? "")")) by its METADATA, which its name does not say"
    }
    return nil
  }

  /// The fields of METADATA with their lines unfolded, up to the empty line before the description (RFC 5322).
  private static func headers(of text: String) -> [(key: String, value: String)] {
    var headers: [(key: String, value: String)] = []
    let lines = text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
    for line in lines.prefix(while: { !$0.isEmpty }) {
      if line.first == " " || line.first == "\t", !headers.isEmpty {
        headers[headers.count - 1].value += " " + line.trimmedBlanks
      } else if let colon = line.firstIndex(of: ":") {
        headers.append((line[..<colon].lowercased(), String(line[line.index(after: colon)...].trimmedBlanks)))
      }
    }
    return headers
  }

  /// A file's name has underscores for hyphens, and versions have several spellings (PEP 440).
  private static func isSame(_ one: String, _ other: String) -> Bool {
    func plain(_ text: String) -> String { text.lowercased().replacing("_", with: "-").replacing("-", with: ".") }
    if plain(one) == plain(other) { return true }
    guard let one = ReleaseVersion(one), let other = ReleaseVersion(other) else { return false }
    return one == other
  }

  private static func recordProblem(_ listing: WheelListing, _ stem: Substring) -> String? {
    guard let text = listing.texts["\(stem).dist-info/RECORD"] else { return "has no RECORD of its name" }
    guard let record = WheelRecord(Array(text.utf8)) else { return "has a RECORD that is not a list of files" }
    let files = Dictionary(listing.files.map { ($0.name, $0) }) { first, _ in first }
    for row in record.rows {
      guard let file = files[row[0]] else { return "has a RECORD with a file that is not there: \(quoted(row[0]))" }
      let digest = row[1].split(separator: "=", maxSplits: 1)
      if digest.count == 2, digest[0] == "sha256", !file.digest.isEmpty, digest[1] != file.digest {
        return "has another \(quoted(row[0])) than its RECORD says"
      }
      if let size = Int(row[2]), size != file.size { return "has another \(quoted(row[0])) than its RECORD says" }
    }
    return nil
  }

  /// Installers make a program of every script's name in the environment's `bin`.
  private static func entryPointProblem(_ listing: WheelListing, _ stem: Substring) -> String? {
    guard let text = listing.texts["\(stem).dist-info/entry_points.txt"] else { return nil }
    var group = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let words = String(line).trimmedBlanks
      if words.isEmpty || words.first == "#" || words.first == ";" { continue }
      if words.first == "[" {
        group = String(words.dropFirst().prefix { $0 != "]" })
        continue
      }
      guard group == "console_scripts" || group == "gui_scripts" else { continue }
      let parts = words.split(separator: "=", maxSplits: 1).map(\.trimmedBlanks)
      guard parts.count == 2, WheelPaths.isProgram(parts[0]), isReference(parts[1]) else {
        return "has a script that does not call a function: \(quoted(String(words)))"
      }
    }
    return nil
  }

  /// `package.module:object.attribute [extra]`.
  private static func isReference(_ text: Substring) -> Bool {
    let reference = text.prefix { $0 != "[" && $0 != " " }
    let parts = reference.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { name in
          !name.isEmpty && name.first?.isNumber != true
            && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        }
      }
  }
}

/// A `.pth` file, which the site module reads whenever Python starts.
private struct PathFile {
  /// Whether a line is a program.
  var runsCode = false
  /// Whether a line names a folder outside the one that the file lies in.
  var leadsOut = false

  init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      if line.hasPrefix("import ") || line.hasPrefix("import\t") {
        runsCode = true
      } else if line.hasPrefix("/") || line.split(separator: "/").contains("..") {
        leadsOut = true
      }
    }
  }
}
