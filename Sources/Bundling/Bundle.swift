import Dependencies
import Diagnostics
import Glibc
import PackageModel
import Toolbox

/// A Python environment that is ready to be packaged: its files in the workspace, moved from where it was made to where
/// it will be.
package struct Bundle: Sendable {
  /// What it is on the target; its relations are the interpreter's alone so far.
  package var environment: BundledEnvironment
  /// The files of it, in the workspace.
  package private(set) var files: [PackagedFile]
  /// The files that programs are loaded from and that the libraries of other packages are needed for.
  package private(set) var compiled: [String]
  /// The folder of the workspace that stands for the environment's on the target.
  package let folder: String
  /// The folder of its modules on this machine.
  package let modulesFolder: String
  /// The modules and distributions that its Python finds in it.
  package let contents: BundledModules
  /// Whether it is the project itself, whose modules need not be packaged beside it.
  package let isProject: Bool
  /// The version of the project's wheel.
  package private(set) var projectVersion: String?
  package private(set) var notes: [Diagnostic] = []

  /// The bytes of all files.
  package var size: Int {
    files.reduce(0) { sum, file in
      if case .own(_, let size, _) = file.content { sum + size } else { sum }
    }
  }

  /// Makes an environment, or takes one that is ready.
  ///
  /// - Parameters:
  ///   - workspace: Where everything happens; it has to last until the package is made.
  /// - Throws: A usage failure for what cannot be bundled, a build failure for what could not be made.
  package init(
    _ request: BundleRequest, format: FormatRules, timestamp: Int, in workspace: Workspace, _ context: BuildContext
  ) throws(Failure) {
    let subject = try BundleSubject(request.subject)
    var (notes, isDefault): ([Diagnostic], Bool) = ([], true)
    let source: String
    if case .environment(let path) = subject {
      try Self.refuseForReady(request)
      source = path
      folder = "\(workspace.path)/environment"
      try FileSystem.makeFolder("environment", below: workspace.path)
    } else {
      let interpreter = try Interpreter(
        request.python ?? BundleRequest.usualInterpreter, in: workspace)
      isDefault = interpreter.isDefault
      var installation = Installation(
        request, with: interpreter, in: workspace, timestamp: timestamp, context)
      try installation.run(subject)
      (source, notes, projectVersion) = (installation.folder, installation.notes, installation.projectVersion)
      folder = source
    }
    if case .project = subject { isProject = true } else { isProject = false }

    let places = Self.places(of: source)
    let scan = try EnvironmentScan(source, places: places)
    let found = try EnvironmentContents(scan.entries.map(\.path), of: source)
    modulesFolder = "\(source)/\(found.modulesFolder)"
    try EditableInstallation.refuse(in: scan.entries.map(\.path), found, source)
    var copy = EnvironmentCopy(
      from: source, to: folder, relocation: Relocation(places: places, prefix: request.prefix),
      in: workspace, variables: workspace.environment(from: context, timestamp: timestamp))
    try copy.take(scan.entries, context)
    let seesSystem = try Self.seesSystem(source)
    try copy.write(Self.settings(found.release, seesSystem), at: "pyvenv.cfg")
    // Within /usr a link is relative, between top-level folders absolute (Debian Policy 10.5).
    let up = request.prefix.split(separator: "/").dropFirst().map { _ in "../" }.joined()
    let isBeside = request.prefix.hasPrefix("/usr/")
    copy.addLink(
      "bin/python\(found.release)",
      to: isBeside ? "../\(up)bin/python\(found.release)" : found.release.interpreter)
    copy.addLink("bin/python3", to: "python\(found.release)")
    copy.addLink("bin/python", to: "python3")

    (files, compiled) = (copy.files, copy.compiled)
    contents = BundledModules(
      modules: found.modules, distributions: found.distributions, seesSystem: seesSystem, subject: request.subject)
    self.notes = notes + copy.notes
    self.environment = BundledEnvironment(prefix: request.prefix, python: found.release)
    for relation in format.needs.python(found.release, isDefault) {
      self.environment.relations.add(try RelationText(relation), to: .depends)
    }
    if found.hasPlugins { self.environment.pluginFolder = "\(request.prefix)/\(found.modulesFolder)/twisted/plugins" }
    let bin = "\(request.prefix)/bin/"
    self.environment.programs = Set(
      files.filter { $0.path.hasPrefix(bin) && $0.isExecutable }.map { String($0.path.dropFirst(bin.count)) })
    if self.environment.programs.contains("twistd") {
      self.environment.twistd = try AbsolutePath(self.environment.path(of: "twistd"), option: "--bundle-root")
    }
  }

  private static func refuseForReady(_ request: BundleRequest) throws(Failure) {
    let given = [
      request.wheelhouse.map { _ in "--wheelhouse" }, request.python.map { _ in "--python" },
      request.allowsSourceDistributions ? "--allow-sdists" : nil,
    ].compactMap { $0 }
    guard let option = given.first else { return }
    throw Failure.usage(
      .optionsExclude,
      "\(option) is for environments that are made here, and \(quoted(request.subject)) is one already",
      remedy: "leave \(option) out, or name a requirements file")
  }

  /// The paths under which an environment's folder is known, longest first.
  private static func places(of folder: String) -> [String] {
    var places: Set<String> = []
    if let path = realpath(folder, nil) {
      places.insert(String(cString: path))
      free(path)
    }
    if folder.hasPrefix("/") {
      places.insert(folder)
    } else if let here = getcwd(nil, 0) {
      places.insert("\(String(cString: here))/\(folder)")
      free(here)
    }
    let whole = places.map { place in
      var place = place[...]
      while place.hasSuffix("/") && place.count > 1 { place = place.dropLast() }
      return String(place)
    }
    return Set(whole.filter { $0.count > 1 }).sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
  }

  /// `pyvenv.cfg` of the environment on the target (PEP 405).
  private static func settings(_ release: PythonRelease, _ seesSystem: Bool) -> String {
    "home = /usr/bin\ninclude-system-site-packages = \(seesSystem)\nversion = \(release)\n"
  }

  /// Whether modules of the distribution are found, too.
  private static func seesSystem(_ folder: String) throws(Failure) -> Bool {
    let input = try InputFile("\(folder)/pyvenv.cfg", limit: 1 << 16, kind: .build)
    return String(decoding: input.contents, as: UTF8.self).lowercased().split(whereSeparator: \.isNewline).contains {
      let parts = $0.split(separator: "=").map { $0.filter { !$0.isWhitespace } }
      return parts == ["include-system-site-packages", "true"]
    }
  }
}

extension Int {
  /// With a comma before every three digits.
  package var grouped: String {
    var result = ""
    for (place, digit) in String(self).reversed().enumerated() {
      if place > 0 && place.isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return String(result.reversed())
  }
}
