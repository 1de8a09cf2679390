import Diagnostics
import Glibc
import PackageModel
import Toolbox

/// An environment's files as they go into the package, in the workspace: those of an environment that was made there
/// are taken as they are, those of the user's are copied once.
struct EnvironmentCopy {
  /// Where the files are read.
  let source: String
  /// Where they are to be; the same for an environment that is the tools' own.
  let destination: String
  let relocation: Relocation
  /// Its path is what nothing may name.
  let workspace: Workspace
  /// The whole environment of the programs that are run.
  let variables: [String: String]

  private(set) var files: [PackagedFile] = []
  /// Files that programs are loaded from, by their paths in the workspace.
  private(set) var compiled: [String] = []
  private(set) var notes: [Diagnostic] = []

  /// The sizes of the files whose text became another.
  private var rewritten: [String: Int] = [:]
  /// Their digests, in hexadecimal.
  private var digests: [String: String] = [:]
  private var present: Set<String> = []
  private var foreign: [String] = []

  private static let textLimit = 64 << 20

  init(
    from source: String, to destination: String, relocation: Relocation, in workspace: Workspace,
    variables: [String: String]
  ) {
    self.source = source
    self.destination = destination
    self.relocation = relocation
    self.workspace = workspace
    self.variables = variables
  }

  mutating func take(_ entries: [EnvironmentScan.Entry], _ context: BuildContext) throws(Failure) {
    present = Set(entries.map(\.path))
    if source != destination { try makeFolders(of: entries) }
    let machine = try ELFHeader.own().machine
    let places = Set(relocation.places.filter { $0 != relocation.prefix } + [workspace.path]).sorted().map(
      BytePattern.init)
    var records: [(path: String, isExecutable: Bool)] = []
    for (number, entry) in entries.enumerated() {
      if number % 100 == 0 { context.progress("reading \(number.grouped) of \(entries.count.grouped) files") }
      switch entry.kind {
      case .link(let target):
        files.append(PackagedFile("\(relocation.prefix)/\(entry.path)", .link(target: target)))
      case .file(_, let isExecutable):
        if Self.isLocalAddress(entry.path), try isLocal(entry.path) {
          present.remove(entry.path)
          continue
        }
        let finding = try FileReading("\(source)/\(entry.path)").read(
          lookingFor: places, copyTo: source == destination ? nil : "\(destination)/\(entry.path)")
        if let header = ELFHeader(finding.start), header.isLoaded {
          try takeCompiled(entry.path, header, for: machine)
        }
        if entry.path.hasSuffix(".dist-info/RECORD") {
          records.append((entry.path, isExecutable))
        } else if finding.namesPlace || Self.isScript(entry.path, finding) {
          try rewrite(entry.path, finding, isExecutable: isExecutable)
        } else {
          add(entry.path, size: finding.size, md5: finding.md5, isExecutable: isExecutable)
        }
      }
    }
    // Last, for they have the digests of the others.
    try digest(rewritten.keys.sorted())
    for record in records { try settle(record.path, record.isExecutable) }
    if !foreign.isEmpty {
      notes.append(
        .note(
          .compiledElsewhere,
          "\(foreign.count) compiled files are for other machines, \(quoted(foreign[0])) for example: they go in as data"
        ))
    }
  }

  private mutating func digest(_ paths: [String]) throws(Failure) {
    // Linux takes two megabytes of arguments, of which a path has at most one kilobyte.
    for start in stride(from: 0, to: paths.count, by: 1000) {
      let group = paths[start..<min(start + 1000, paths.count)]
      let said = try Program.sha256sum.run(
        ["--zero", "--"] + group, environment: variables, in: workspace, from: destination)
      for line in said.split(separator: "\0") {
        let words = line.split(separator: " ", maxSplits: 1)
        if words.count == 2 { digests[String(words[1].dropFirst())] = String(words[0]) }
      }
    }
  }

  /// Adds a file that is written for the target.
  mutating func write(_ text: String, at path: String) throws(Failure) {
    let bytes = Array(text.utf8)
    FileSystem.remove("\(destination)/\(path)")
    try FileSystem.write(bytes, to: "\(destination)/\(path)")
    add(path, size: bytes.count, md5: MD5.hexDigest(bytes), isExecutable: false)
  }

  mutating func addLink(_ path: String, to target: String) {
    files.append(PackagedFile("\(relocation.prefix)/\(path)", .link(target: target)))
  }

  private mutating func add(_ path: String, size: Int, md5: String, isExecutable: Bool) {
    files.append(
      PackagedFile(
        "\(relocation.prefix)/\(path)", .own(path: "\(destination)/\(path)", size: size, md5: md5),
        isExecutable: isExecutable))
  }

  private mutating func takeCompiled(_ path: String, _ header: ELFHeader, for machine: [UInt8]) throws(Failure) {
    if header.machine == machine {
      compiled.append("\(destination)/\(path)")
    } else if ELFHeader.isModule(path) {
      throw Failure.build(
        .compiledElsewhere, "is compiled for another machine than this one",
        at: SourceLocation(file: "\(source)/\(path)"),
        remedy: "make the environment on the kind of machine that it is for")
    } else {
      foreign.append(path)
    }
  }

  private mutating func rewrite(
    _ path: String, _ finding: FileReading.Finding, isExecutable: Bool
  ) throws(Failure) {
    guard !finding.isBinary else { throw leak(path, "is compiled and") }
    let full = "\(destination)/\(path)"
    let input = try InputFile(full, limit: Self.textLimit, kind: .build)
    let text =
      Self.isScript(path, finding) ? relocation.script(input.contents) : relocation.relocated(input.contents)
    guard !Self.names(workspace.path, text) else { throw leak(path, "still") }
    if text == input.contents {
      add(path, size: finding.size, md5: finding.md5, isExecutable: isExecutable)
      return
    }
    try replace(path, by: text, isExecutable)
    rewritten[path] = text.count
  }

  private mutating func replace(_ path: String, by text: [UInt8], _ isExecutable: Bool) throws(Failure) {
    FileSystem.remove("\(destination)/\(path)")
    try FileSystem.write(text, to: "\(destination)/\(path)")
    add(path, size: text.count, md5: MD5.hexDigest(text), isExecutable: isExecutable)
  }

  private func leak(_ path: String, _ how: String) -> Failure {
    Failure.build(
      .bundleContents, "\(how) names the folder that the environment was made in",
      at: SourceLocation(file: "\(source)/\(path)"),
      remedy: "take a wheel that was built elsewhere, or leave that distribution out")
  }

  /// Brings the list of a distribution's files in line with what became of them.
  private mutating func settle(_ path: String, _ isExecutable: Bool) throws(Failure) {
    let input = try InputFile("\(destination)/\(path)", limit: Self.textLimit, kind: .build)
    guard let record = WheelRecord(relocation.relocated(input.contents)) else {
      throw Failure.build(
        .bundleContents, "is not a list of files", at: SourceLocation(file: "\(source)/\(path)"),
        remedy: "install the distribution again")
    }
    // Paths start from the folder that the .dist-info lies in.
    let folder = Array(path.split(separator: "/").dropLast(2))
    let text = record.text { name in
      guard let file = Self.resolve(name, from: folder, prefix: relocation.prefix) else { return .unchanged }
      if let size = rewritten[file], let digest = digests[file] { return .rewritten(sha256: digest, size: size) }
      return present.contains(file) ? .unchanged : .gone
    }
    guard !Self.names(workspace.path, Array(text.utf8)) else { throw leak(path, "still") }
    try replace(path, by: Array(text.utf8), isExecutable)
  }

  /// - Returns: The path from the environment's folder; `nil` for one that leads out of it.
  private static func resolve(_ name: String, from folder: [Substring], prefix: String) -> String? {
    var parts = name.hasPrefix("/") ? [] : folder
    var rest = name[...]
    if name.hasPrefix("/") {
      guard name.hasPrefix(prefix + "/") else { return nil }
      rest = rest.dropFirst(prefix.count)
    }
    for part in rest.split(separator: "/") where part != "." {
      if part != ".." { parts.append(part) } else if parts.popLast() == nil { return nil }
    }
    return parts.joined(separator: "/")
  }

  private static func isScript(_ path: String, _ finding: FileReading.Finding) -> Bool {
    path.hasPrefix("bin/") && !finding.isBinary && finding.start.starts(with: "#!".utf8)
  }

  private static func isLocalAddress(_ path: String) -> Bool { path.hasSuffix(".dist-info/direct_url.json") }

  /// Whether a distribution was installed from a file or folder of this machine, which is of no interest elsewhere.
  private func isLocal(_ path: String) throws(Failure) -> Bool {
    let input = try InputFile("\(source)/\(path)", limit: 1 << 20, kind: .build)
    return Self.names("file:", input.contents)
  }

  private static func names(_ place: String, _ text: [UInt8]) -> Bool {
    BytePattern(place).occurs(in: text)
  }

  private func makeFolders(of entries: [EnvironmentScan.Entry]) throws(Failure) {
    var made: Set<Substring> = []
    for entry in entries {
      guard case .file = entry.kind, let slash = entry.path.lastIndex(of: "/") else { continue }
      if made.insert(entry.path[..<slash]).inserted {
        try FileSystem.makeFolder(String(entry.path[..<slash]), below: destination)
      }
    }
  }
}
