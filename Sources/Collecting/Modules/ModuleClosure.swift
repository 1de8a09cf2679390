import Diagnostics
import PackageModel
import Toolbox
import ApplicationFacts

/// The modules and packages of its own that an application imports, found by reading every import statement of every
/// file that goes in; nothing is run.
///
/// Of a package everything goes in, its data too, since what reads that cannot be told from the imports.
struct ModuleClosure {
  /// The largest source that is read for its imports, and how much of all of them.
  static let sourceSizeLimit = 4 << 20
  static let totalSizeLimit = 128 << 20
  /// How many modules are looked for: each takes some 20 µs.
  static let countLimit = 100_000

  let folders: ModuleFolders
  /// Where the folders' contents are installed: the first to the home itself, others below it by `placement`.
  let placement: (String) -> String
  /// Top-level modules that are not looked for here.
  let present: Set<String>

  private(set) var files: [PackagedFile] = []
  /// Modules of others that the own code needs.
  private(set) var foreign: [Module] = []
  /// The names, as imported, that are the application's own.
  private(set) var own: Set<String> = []
  private(set) var notes: [Diagnostic] = []
  /// Texts of the sources that could be relative paths, with the first place of each.
  private(set) var paths: [String: SourceLocation] = [:]
  /// What the sources do by the names of their calls.
  private(set) var effects: [CodeEffect] = []
  /// The folders that modules were found in.
  private(set) var used: Set<String> = []

  private var taken: Set<String> = []
  private var asked: Set<String> = []
  private var pending: [(name: String, module: String, location: SourceLocation, isStatement: Bool)] = []
  private var readSize = 0

  init(_ folders: ModuleFolders, present: Set<String> = [], placement: @escaping (String) -> String) {
    self.present = present
    self.folders = folders
    self.placement = placement
  }

  /// Takes in what modules need.
  mutating func follow(_ modules: [Module], scan: inout FolderScan) throws(Failure) {
    pending = modules.map { ($0.name, $0.name, $0.location, true) }
    try drain(&scan)
  }

  /// Takes in what a source names: an application file, a plugin.
  mutating func follow(_ source: [UInt8], file: String, scan: inout FolderScan) throws(Failure) {
    collect(ImportScan(source), file)
    try drain(&scan)
  }

  private mutating func drain(_ scan: inout FolderScan) throws(Failure) {
    var next = 0
    while next < pending.count {
      let (name, module, location, isStatement) = pending[next]
      next += 1
      guard asked.insert(name).inserted, Module.Kind.of(module) != .twisted else { continue }
      guard asked.count <= Self.countLimit else {
        throw Failure.application(
          .limit, "more than \(Self.countLimit) modules are imported", at: location,
          remedy: "package the file with --no-code, and its modules with --include")
      }
      if present.contains(String(name.prefix { $0 != "." })) { continue }
      if let (root, path, isPackage) = try folders.find(name) {
        own.insert(name)
        own.insert(module)
        used.insert(root.name)
        guard taken.insert("\(root.name)/\(path)").inserted else { continue }
        let place = placement(root.name)
        let found = try scan.scan(root.place(path), in: root.folder, to: "\(place)/\(path)")
        for file in found {
          let isSecret = read(file, below: place, isPackage: isPackage)
          let file = file.because("imported at \(location)")
          files.append(isSecret ? file.kept() : file)
        }
      } else if isStatement, Module.Kind.of(module) == .thirdParty, asked.insert("from \(module)").inserted {
        foreign.append(Module(module, .thirdParty, certainty: .conditional, at: location))
      }
    }
    pending = []
  }

  /// - Returns: Whether it holds settings with a password, so that it is not for everyone's eyes.
  private mutating func read(_ packaged: PackagedFile, below place: String, isPackage: Bool) -> Bool {
    guard case .file(let file) = packaged.content else { return false }
    let (source, size) = (file.name, file.size)
    guard packaged.path.hasSuffix(".py") else { return false }
    readSize += size
    guard size <= Self.sourceSizeLimit, readSize <= Self.totalSizeLimit,
      let contents = try? file.bytes()
    else {
      notes.append(.note(.limit, "\(quoted(source)) is too large to be read for what it imports"))
      return false
    }
    var name = packaged.path.dropFirst(place.count + 1).dropLast(3).split(separator: "/").joined(separator: ".")
    let isInit = name == "__init__" || name.hasSuffix(".__init__")
    if isInit { name = String(name.dropLast(min(name.count, ".__init__".count))) }
    if Self.isTest(name) { return false }
    collect(ImportScan(contents, module: name, isPackage: isInit), source)
    return ConfigurationFile.isModuleOfSettings(name) && SecretText.isIn(contents)
  }

  /// Whether a module of a package is for its tests, which no service runs: what it imports is needed by nobody here.
  private static func isTest(_ name: String) -> Bool {
    let parts = name.split(separator: ".").dropFirst()
    return parts.contains { ["tests", "test", "testing", "integration_tests", "unit_tests"].contains($0) }
      || parts.last.map { $0.hasPrefix("test_") || $0.hasSuffix("_test") || $0 == "conftest" } ?? false
  }

  private mutating func collect(_ scan: ImportScan, _ file: String) {
    for path in scan.paths where paths[path.text] == nil {
      paths[path.text] = SourceLocation(file: file, line: path.line)
    }
    effects += scan.effects.effects.map { CodeEffect($0.kind, at: SourceLocation(file: file, line: $0.line)) }
    for found in scan.names {
      pending.append((found.name, found.module, SourceLocation(file: file, line: found.line), found.isStatement))
    }
  }
}
