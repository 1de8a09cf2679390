import Diagnostics
import PackageModel
import PythonSyntax
import Text
import Toolbox
import ApplicationFacts

/// What goes into a package beside the application file: its own modules, the data it names, a plugin's file, and what
/// the packager adds.
package struct Collection: Sendable {
  /// What is asked for.
  package struct Request: Sendable {
    package var name: PackageName
    /// The service's, which is the package's for the first.
    package var service: PackageName
    /// Whether the application file runs as a copy in the working directory.
    package var runsCopy = false
    /// The application's or plugin's file on this machine, and its bytes; `nil` for a plugin that is named only.
    package var file: String?
    package var contents: [UInt8] = []
    /// The words that a plugin or a program is given.
    package var arguments: [String] = []
    /// What was read in it; `nil` when it goes in unread, and then no code is looked for.
    package var application: Application?
    /// The database that is run instead of a file.
    package var database: AxiomDatabase?
    /// Folders of modules beside that of the file: a project's.
    package var moduleFolders: [String] = []
    /// Modules to take in whether they are imported or not: a project's packages.
    package var modules: [String] = []
    /// The folder of a project, from which relative paths start.
    package var workingFolder: String?
    package var options = CollectionOptions()
    /// Top-level modules that the package has in another place already.
    package var presentModules: Set<String> = []
    package var rules: IgnoreRules

    package init(name: PackageName, rules: IgnoreRules) {
      self.name = name
      service = name
      self.rules = rules
    }
  }

  package private(set) var payload: [PackagedFile] = []
  /// Folders on the target that hold modules.
  package private(set) var pythonPath: [String] = []
  /// The facts with what the own modules import, and those among its modules that are its own marked so.
  package private(set) var application: Application?
  package private(set) var notes: [Diagnostic] = []
  /// What the own sources do by the names of their calls.
  package private(set) var effects: [CodeEffect] = []

  /// Where in the payload each path is.
  private var origins: [String: Int] = [:]

  /// - Throws: A failure for what no package can hold, and for two files at one place.
  package init(_ request: Request) throws(Failure) {
    let home = "/usr/share/\(request.name)"
    application = request.application
    var scan = FolderScan(rules: request.rules)
    var inclusions: [Inclusion] = []
    for text in request.options.includes {
      let inclusion = try Inclusion(text, home: home)
      inclusions.append(inclusion)
      for file in try scan.scan(inclusion.source, to: inclusion.destination) where !Self.isShared(file) {
        try add(file.because("--include \(text)"))
      }
    }
    for text in request.options.links {
      try add(LinkRequest(text, home: home).file.because("--link \(text)"))
    }
    for text in request.options.states {
      let seed = try StateSeed(text, service: request.service)
      let target = "\(DataFiles.stateFolder(of: request.name))/\(seed.destination)"
      let files = try seed.source.map { source throws(Failure) in try scan.scan(source, to: target) }
      for file in files ?? [PackagedFile(target, .folder)] {
        try add(file.because("--state \(text)"))
      }
    }
    if let database = request.database {
      for file in try database.files(seededIn: DataFiles.stateFolder(of: request.name), &scan) { try add(file) }
    }
    if request.options.packsCode, let application {
      try addOwn(request, of: application, home: home, including: inclusions, with: &scan)
    }
    try scan.checkAbsoluteLinks(known: Set(payload.map(\.path)), package: request.name)
    notes += scan.notes
    if payload.contains(where: { $0.path.hasPrefix(home + "/") && $0.path.hasSuffix(".py") }) {
      pythonPath.insert(home, at: 0)
    }
  }

  private mutating func addOwn(
    _ request: Request, of application: Application, home: String, including inclusions: [Inclusion],
    with scan: inout FolderScan
  ) throws(Failure) {
    let isPlugin = application.format == .plugin
    let isModule = isPlugin || application.format == .program
    // Of a plugin that is only named, what its options name is looked for where the packager stands.
    let file = request.file ?? application.plugins.first?.name.location.file ?? ""
    let fileFolder = request.file?.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
    let root =
      request.file == nil ? request.workingFolder ?? "" : isPlugin ? Self.root(ofPlugin: file) : fileFolder
    let own = try Self.open(root)
    let search = application.moduleFolders.map { (name: root.isEmpty ? $0 : "\(root)/\($0)", path: $0) }
    var roots = [ModuleFolders.Root(root.isEmpty ? "." : root, in: own)]
    for (name, path) in search where FileSystem.isFolder(name) {
      do throws(FileProblem) {
        roots.append(ModuleFolders.Root(name, in: own, at: try own.find(path).path))
      } catch {
        throw error.failure(.application, name)
      }
    }
    for folder in request.moduleFolders { roots.append(ModuleFolders.Root(folder, in: try Self.open(folder))) }
    if request.file != nil, let outer = try Self.packageRoot(of: fileFolder) { roots.append(outer) }
    let folders = ModuleFolders(roots)
    let searched = Dictionary(search, uniquingKeysWith: { first, _ in first })
    func place(_ folder: String) -> String { searched[folder].map { "\(home)/\($0)" } ?? home }

    var closure = ModuleClosure(folders, present: request.presentModules, placement: place)
    let named = request.modules.map { Module($0, .local, at: SourceLocation(file: file)) }
    try closure.follow(application.modules + named, scan: &scan)
    if [.tac, .plugin, .program].contains(application.format) {
      try closure.follow(request.contents, file: file, scan: &scan)
    }
    // Pages of Python that a web server is given (twisted.web.script).
    for path in application.files.filter({ $0.use == .reads }).compactMap(\.path.likely)
    where path.hasSuffix(".rpy") || path.hasSuffix(".epy") {
      guard let page = try? SourceFile(path, in: own), page.size <= ModuleClosure.sourceSizeLimit,
        let contents = try? page.bytes()
      else { continue }
      try closure.follow(contents, file: page.name, scan: &scan)
    }
    for file in closure.files { try add(file) }
    pythonPath = folders.folders.filter { closure.used.contains($0) && place($0) != home }.map(place)
    notes += closure.notes
    effects = closure.effects
    if isPlugin, request.file != nil {
      try add(
        PackagedFile("\(home)/twisted/plugins/\(Self.moduleFile(file))", .bytes(request.contents))
          .because("the plugin's file"))
    }
    var data = DataFiles(
      DataFiles.Origin(
        name: request.name, service: request.service, home: home, file: file, fileFolder: own,
        workingFolder: try request.workingFolder.map { folder throws(Failure) in try Self.open(folder) } ?? own,
        moduleFolders: folders, kind: isModule ? .plugin : request.runsCopy ? .copy : .configuration,
        inclusions: inclusions))
    try data.collect(application.files, present: Set(payload.map(\.path)), scan: &scan)
    for file in data.files { try add(file) }
    let texts = closure.paths.merging(Self.places(in: request.arguments, at: file)) { first, _ in first }
    // What the packager put beside the application file is looked for in the working directory, too: by a copy of the file
    // that runs there, or under a relative path.
    let place = "/etc/\(request.service)/"
    for inclusion in inclusions where inclusion.destination.hasPrefix(place) {
      let path = String(inclusion.destination.dropFirst(place.utf8.count))
      let spot = "\(DataFiles.stateFolder(of: request.name))/\(path)"
      let isNamed = texts.keys.contains { path == $0 || $0.hasPrefix("\(path)/") || $0 == "./\(path)" }
      guard origins[spot] == nil, !isModule && request.runsCopy || isNamed else { continue }
      try add(PackagedFile(spot, .link(target: inclusion.destination)).because("--include \(inclusion.source)"))
    }
    notes += data.notes.elements
    let leftOut = LeftOut(name: request.name, file: file, folder: own, references: application.files)
    notes += leftOut.notes(texts, payload: payload)
    if application.format == .tac,
      application.diagnostics.contains(where: { [.portUnknown, .codeUnread].contains($0.code) })
    {
      notes += leftOut.siblings(payload: payload)
    }
    self.application = application.with(closure)
  }

  /// The words that may name a file: what is read of them is settled already.
  private static func places(in arguments: [String], at file: String) -> [String: SourceLocation] {
    var found: [String: SourceLocation] = [:]
    for word in arguments {
      let value =
        word.hasPrefix("-") ? word.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init) : word
      guard let value, !value.hasPrefix("/"), !value.hasPrefix("..") else { continue }
      found[value] = SourceLocation(file: file)
    }
    return found
  }

  private mutating func add(_ file: PackagedFile) throws(Failure) {
    if let index = origins[file.path] {
      let there = payload[index].content
      if there == file.content {
        // Whoever brings it for the service alone is heard.
        payload[index].isPrivate = payload[index].isPrivate || file.isPrivate
        return
      }
      throw Failure.usage(
        .fileCollision,
        "two files would be installed as \(quoted(file.path)): \(there.source) and \(file.content.source)",
        remedy: "give one of them another place, or leave it out with --exclude")
    }
    origins[file.path] = payload.count
    payload.append(file)
  }

  /// A folder of every system's, which no package should claim.
  private static func isShared(_ file: PackagedFile) -> Bool {
    guard file.content == .folder else { return false }
    let depth = file.path.split(separator: "/").count
    if depth < 2 { return true }
    return depth == 2
      && ["/usr/", "/var/", "/etc/systemd", "/etc/init.d", "/etc/default", "/etc/sysconfig"]
        .contains { file.path.hasPrefix($0) }
      || ["/usr/share/doc", "/usr/share/man", "/usr/lib/systemd/system", "/usr/lib/systemd"].contains(file.path)
  }

  /// The folder that holds `twisted/plugins`, from which imports start; the file's own where it lies elsewhere.
  private static func root(ofPlugin file: String) -> String {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    let plugins = "twisted/plugins/"
    guard folder == plugins || folder.hasSuffix("/" + plugins) else {
      return folder.isEmpty ? "" : String(folder.dropLast())
    }
    let root = folder.dropLast(plugins.count)
    return root.hasSuffix("/") && root.count > 1 ? String(root.dropLast()) : String(root)
  }

  /// For an application file that lies within a package, the folder that the package is imported from. It holds what is
  /// not the application's, so only that package is looked for in it.
  private static func packageRoot(of folder: String) throws(Failure) -> ModuleFolders.Root? {
    func isPackage(_ path: String) -> Bool { FileSystem.exists("\(path)/__init__.py") }
    guard isPackage(folder.isEmpty ? "." : folder), var path = FileSystem.real(folder.isEmpty ? "." : folder) else {
      return nil
    }
    var name = ""
    for _ in 0..<32 where isPackage(path) {
      guard let slash = path.lastIndex(of: "/") else { return nil }
      name = String(path[path.index(after: slash)...])
      path = String(path[..<slash])
    }
    return path.isEmpty ? nil : ModuleFolders.Root(path, in: try open(path), only: name)
  }

  private static func open(_ folder: String) throws(Failure) -> Folder {
    do throws(FileProblem) {
      return try Folder(folder)
    } catch {
      throw error.failure(.application, folder)
    }
  }

  /// The name under which Python can import a plugin file.
  private static func moduleFile(_ file: String) -> String {
    let base = Path(file).name
    let stem = base.hasSuffix(".py") ? String(base.dropLast(3)) : Path(base).stem
    var plain = String(stem.unicodeScalars.map { $0 == "_" || $0.properties.isXIDContinue ? Character($0) : "_" })
    if !plain.isPythonIdentifier { plain = "plugin_" + plain }
    return plain + ".py"
  }
}

extension PackagedFile.Content {
  /// What a message calls it.
  fileprivate var source: String {
    switch self {
    case .bytes: "a file of the package's own"
    case .file(let file): quoted(file.name)
    case .own(let path, _, _): quoted(path)
    case .link(let target): "a link to \(quoted(target))"
    case .folder: "a folder"
    }
  }
}

extension Application {
  /// With the closure's findings: modules that turned out to be the application's own, and those that its own import.
  fileprivate func with(_ closure: ModuleClosure) -> Application {
    var result = self
    for index in result.modules.indices where closure.own.contains(result.modules[index].name) {
      result.modules[index].kind = .local
    }
    let known = Set(result.modules.map(\.name))
    result.modules += closure.foreign.filter { !known.contains($0.name) && !closure.own.contains($0.name) }
    return result
  }
}
