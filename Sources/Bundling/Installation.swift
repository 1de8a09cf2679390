import Collecting
import Dependencies
import Diagnostics
import Glibc
import PackageModel
import Toolbox

/// A virtual environment that is made in the workspace and filled by pip.
struct Installation {
  let request: BundleRequest
  let interpreter: Interpreter
  let workspace: Workspace
  let timestamp: Int
  let context: BuildContext

  private(set) var notes: [Diagnostic] = []
  /// The version of the project's wheel, where a project was built.
  private(set) var projectVersion: String?

  /// The environment's folder.
  var folder: String { "\(workspace.path)/environment" }

  init(
    _ request: BundleRequest, with interpreter: Interpreter, in workspace: Workspace, timestamp: Int,
    _ context: BuildContext
  ) {
    self.request = request
    self.interpreter = interpreter
    self.workspace = workspace
    self.timestamp = timestamp
    self.context = context
  }

  /// Makes the environment and installs what was asked for.
  ///
  /// pip resolves first and only gathers wheels, which are judged; then it unpacks these, and nothing else.
  ///
  /// - Throws: A failure with the last that pip said, or with what is wrong with a wheel.
  mutating func run(_ subject: BundleSubject) throws(Failure) {
    var wanted: [String] = []
    var variables: Set<String> = []
    switch subject {
    case .requirements(let path):
      let gate = try RequirementsGate(
        path, allowsSourceDistributions: request.allowsSourceDistributions, isOffline: request.wheelhouse != nil)
      (variables, notes) = (gate.variables, gate.notes)
      if !request.options.readsEnvironment, let name = variables.sorted().first {
        throw Failure.usage(
          .configurationTrust,
          "the address of an index takes \(name) from the environment, which needs --config FILE or --trust-config",
          at: SourceLocation(file: path))
      }
      wanted = gate.paths + (try write(gate.lines, as: "--requirement", in: "requirements.txt"))
      wanted += try write(gate.constraints, as: "--constraint", in: "constraints.txt")
    case .project, .environment: break
    }
    let source = try sourceOfWheels()
    try interpreter.requirePip()
    context.progress("making an environment for Python \(interpreter.release)")
    do throws(Program.Problem) {
      try run(interpreter.path, ["-I", "-m", "venv", "--without-pip", folder], passing: [])
    } catch {
      throw Self.program(interpreter.path).failure(error)
    }
    context.progress("installing with pip")
    if case .project(let path) = subject {
      // Building leaves files behind, and takes in what was left: so it happens elsewhere, on what is in the folder.
      let build = ["-I", "-m", "pip", "wheel", "--no-deps", "--wheel-dir", "\(workspace.path)/built"]
      try pip(interpreter.path, build + Self.quiet + source + [try copy(path)], passing: [], and: pretendedVersion)
      let built = try FileSystem.names(in: "\(workspace.path)/built")
      projectVersion = built.first.flatMap { name in
        let parts = name.split(separator: "-")
        return parts.count > 1 ? String(parts[1]) : nil
      }
      wanted = built.map { "\(workspace.path)/built/\($0)" }
    }
    try FileSystem.makeFolder("wheels", below: workspace.path)
    try pip(interpreter.path, gathering(into: "\(workspace.path)/wheels") + source + wanted, passing: variables)
    let wheels = try judgedWheels(in: "\(workspace.path)/wheels")
    try pip(interpreter.path, Self.unpacking(into: "\(folder)/bin/python3") + wheels, passing: [])
  }

  /// Where pip takes wheels from, unless a file of requirements says more.
  private func sourceOfWheels() throws(Failure) -> [String] {
    var arguments = request.allowsSourceDistributions ? [] : ["--only-binary", ":all:"]
    if let wheelhouse = request.wheelhouse {
      guard FileSystem.isFolder(wheelhouse) else {
        throw Failure.usage(
          .bundle, "is not a folder", at: SourceLocation(file: wheelhouse),
          remedy: "--wheelhouse takes a folder of wheels: pip download --only-binary :all: -d \(wheelhouse) ...")
      }
      arguments += ["--no-index", "--find-links", wheelhouse]
    }
    return arguments
  }

  /// A file that pip is to read, as the option for it; nothing for no lines.
  private func write(_ lines: [String], as option: String, in name: String) throws(Failure) -> [String] {
    guard !lines.isEmpty else { return [] }
    let path = "\(workspace.path)/\(name)"
    try FileSystem.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: path)
    return [option, path]
  }

  private static let quiet = [
    "--no-input", "--disable-pip-version-check", "--no-color", "--progress-bar", "off",
  ]

  /// pip as it resolves: it builds wheels where authors are trusted, else no program is started whatever it comes upon; and
  /// beside a wheelhouse it connects to nothing, whatever address a wheel names.
  private func gathering(into folder: String) -> [String] {
    let builds = request.allowsSourceDistributions
    let words = builds ? ["wheel", "--wheel-dir", folder] : ["download", "--dest", folder]
    return ["-I", "-c", Self.alone(runsPrograms: builds, connects: request.wheelhouse == nil)] + words + Self.quiet
  }

  /// pip as it unpacks wheels that were judged.
  private static func unpacking(into python: String) -> [String] {
    ["-I", "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", "--no-compile"] + quiet
      + ["--no-warn-script-location", "--ignore-installed"]
  }

  /// Runs pip with an audit hook (PEP 578), which nothing in the process can take away again. What pip asks of the system
  /// for its User-Agent it does without; whatever else it would have done is told by the exit status.
  private static func alone(runsPrograms: Bool, connects: Bool) -> String {
    """
    import os, runpy, sys
    status = 0
    programs = \(runsPrograms ? "()" : "('subprocess.Popen', 'os.exec', 'os.fork', 'os.forkpty', 'os.posix_spawn', 'os.spawn', 'os.system', 'pty.spawn')")
    network = \(connects ? "()" : "('socket.connect', 'socket.getaddrinfo', 'socket.gethostbyname', 'socket.sendto')")
    def alone(event, arguments):
        global status
        if event in network:
            status = \(isolated)
            raise PermissionError("there is no network beside a wheelhouse")
        if event in programs:
            program = os.path.basename(str(arguments[0])) if arguments else ""
            if program not in ("lsb_release", "uname", "rustc"):
                status = \(refused)
            raise PermissionError("no program is started while wheels are gathered")
    sys.addaudithook(alone)
    try:
        runpy.run_module("pip", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        sys.exit(status or end.code if end.code else 0)
    """
  }
  /// pip's own statuses are below 32.
  private static let refused: Int32 = 77
  private static let isolated: Int32 = 78

  /// The wheels of a folder, of which every one may be installed.
  private mutating func judgedWheels(in folder: String) throws(Failure) -> [String] {
    let names = try FileSystem.names(in: folder)
    if let other = names.first(where: { !$0.hasSuffix(".whl") }) {
      throw Failure.build(
        .runsForeignCode, "pip gathered something else than a wheel: \(quoted(other))",
        remedy: "name a wheel; or trust the author, and give --allow-sdists")
    }
    let paths = names.map { "\(folder)/\($0)" }
    var mistakes: [Diagnostic] = []
    var (size, count) = (0, 0)
    for listing in try WheelListing.read(paths, with: interpreter, in: workspace) {
      do throws(Failure) {
        let wheel = try Wheel(listing, allowsAddresses: request.allowsSourceDistributions)
        size += wheel.size
        notes += wheel.notes
      } catch { mistakes += error.diagnostics }
      count += listing.files.count
    }
    guard mistakes.isEmpty else { throw Failure(.build, mistakes) }
    guard size <= EnvironmentScan.sizeLimit, count <= EnvironmentScan.countLimit else {
      throw Failure.build(
        .limit,
        "the \(names.count) wheels have \(count.grouped) files of \(size.grouped) bytes in them; at most "
          + "\(EnvironmentScan.countLimit.grouped) files of \(EnvironmentScan.sizeLimit >> 30) GiB are packaged",
        remedy: "require less")
    }
    return paths
  }

  /// What tools that ask git for a project's version are told instead (setuptools-scm, pdm, pbr and the like).
  private var pretendedVersion: [String: String] {
    guard let version = request.version else { return [:] }
    // `0~git20260101.1.gabc` is no version of PEP 440's, `0+git20260101.1.gabc` is one.
    let text = version.replacing("~", with: version.hasPrefix("0~git") ? "+" : "")
    guard ReleaseVersion(text) != nil else { return [:] }
    let names = [
      "SETUPTOOLS_SCM_PRETEND_VERSION", "PDM_BUILD_SCM_VERSION", "PBR_VERSION", "POETRY_DYNAMIC_VERSIONING_BYPASS",
    ]
    return Dictionary(uniqueKeysWithValues: names.map { ($0, text) })
  }

  private static func program(_ path: String) -> Program { Program(path, package: "python3") }

  /// Runs pip, whose failure is told in the words of who packages.
  private func pip(
    _ program: String, _ arguments: [String], passing variables: Set<String>, and more: [String: String] = [:]
  ) throws(Failure) {
    do throws(Program.Problem) {
      try run(program, arguments, passing: variables, and: more)
    } catch {
      switch error {
      case .exit(Self.refused, _): throw foreignCode
      case .exit(Self.isolated, let said): throw networkNeeded(said)
      case .exit(_, let said): throw explained(said)
      default: throw Self.program(program).failure(error)
      }
    }
  }

  private func run(
    _ program: String, _ arguments: [String], passing variables: Set<String>, and more: [String: String] = [:]
  ) throws(Program.Problem) {
    try Self.program(program).attempt(
      arguments, environment: settings(variables).merging(more) { $1 }, in: workspace,
      limits: ResourceLimits(
        memory: 4 << 30, fileSize: EnvironmentScan.sizeLimit, workspaceSize: 2 * EnvironmentScan.sizeLimit),
      listen: { text in
        guard let line = text.split(whereSeparator: \.isNewline).last?.prefix(60) else { return }
        context.progress("installing with pip: \(line)")
      })
  }

  /// Nothing of the user's environment and of pip's configuration decides what is installed, except how to reach an
  /// index.
  private func settings(_ variables: Set<String>) -> [String: String] {
    var settings = workspace.environment(from: context, timestamp: timestamp)
    settings["PIP_CONFIG_FILE"] = "/dev/null"
    settings["PYTHONDONTWRITEBYTECODE"] = "1"
    settings["PYTHONUNBUFFERED"] = "1"
    settings["PYTHONHASHSEED"] = "0"
    // Debugging information would name the folder that a module was compiled in.
    settings["CFLAGS"] = "-g0 -ffile-prefix-map=\(workspace.path)=."
    let cache =
      context.environment["PIP_CACHE_DIR"] ?? context.environment["XDG_CACHE_HOME"].map { "\($0)/pip" }
      ?? context.environment["HOME"].map { "\($0)/.cache/pip" }
    // What pip built itself is in the cache, too, and was built for somebody else.
    if !request.allowsSourceDistributions, let cache, cache.hasPrefix("/") {
      settings["PIP_CACHE_DIR"] = cache
    } else {
      settings["PIP_NO_CACHE_DIR"] = "1"
    }
    for (name, value) in context.environment
    where variables.contains(name) || name.hasPrefix("SETUPTOOLS_SCM_PRETEND_VERSION") {
      settings[name] = value
    }
    if request.wheelhouse == nil {
      for name in Self.network { if let value = context.environment[name] { settings[name] = value } }
    }
    return settings
  }

  private static let network = [
    "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_CERT", "PIP_CLIENT_CERT", "PIP_TRUSTED_HOST", "PIP_PROXY",
    "PIP_DEFAULT_TIMEOUT", "PIP_TIMEOUT", "PIP_RETRIES", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY",
    "http_proxy", "https_proxy", "no_proxy", "all_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE", "NETRC",
  ]

  /// A project's files in the workspace, without what is made of them.
  private func copy(_ path: String) throws(Failure) -> String {
    let rules = try IgnoreRules(patterns: ["/build/", "/dist/", "*.egg-info/"], files: [])
    var scan = FolderScan(rules: rules)
    var tree = FileTree()
    for file in try scan.scan(path, to: "/project") {
      let place = String(file.path.dropFirst())
      switch file.content {
      case .file(let source):
        tree.addCopy(of: source, at: place, mode: file.isExecutable ? 0o755 : 0o644)
      case .link(let target): tree.addLink(place, to: target)
      case .folder: tree.addFolder(place)
      case .bytes, .own: continue
      }
    }
    try FileSystem.write(tree, to: "\(workspace.path)/source", timestamp: timestamp)
    return "\(workspace.path)/source/project"
  }

  /// What pip itself said, with the way out that fits what was asked of it.
  private func explained(_ said: String) -> Failure {
    let lines = Self.withoutTraceback(said).suffix(12).map { "  \($0)" }
    let remedy =
      if request.wheelhouse != nil {
        "put what is missing into the wheelhouse as a wheel for Python \(interpreter.release): pip download --only-binary :all:"
      } else if request.allowsSourceDistributions {
        "where there is no network, --wheelhouse DIR takes wheels from a folder"
      } else {
        "name versions that have wheels, or trust their authors and give --allow-sdists; where there is no network, "
          + "--wheelhouse DIR takes wheels from a folder"
      }
    return Failure.build(
      .bundle,
      "pip could not install what \(quoted(request.subject)) asks for:\n\(lines.joined(separator: "\n"))",
      remedy: remedy)
  }

  /// What pip says where it gives up, and of an exception that it did not expect the last line alone.
  private static func withoutTraceback(_ said: String) -> [Substring] {
    let lines = said.split(whereSeparator: \.isNewline)
    guard
      let start = lines.firstIndex(where: { $0.hasPrefix("ERROR: Exception:") || $0.hasPrefix("Traceback (most ") }),
      let last = lines.last
    else { return lines }
    // `pip._vendor.packaging.requirements.InvalidRequirement: Invalid URL: git+file:///r`
    let name = last.prefix { $0 != ":" && $0 != " " }
    return Array(lines[..<start]) + [
      last[(name.lastIndex(of: ".").map { last.index(after: $0) } ?? last.startIndex)...]
    ]
  }

  /// What would have needed the network, where there is a wheelhouse.
  private func networkNeeded(_ said: String) -> Failure {
    let address = said.split(whereSeparator: \.isNewline).last { $0.hasPrefix("Collecting ") && $0.contains("://") }
    let what = address.map { ", \(quoted(String($0.dropFirst("Collecting ".count))))," } ?? ""
    return Failure.build(
      .bundle,
      "what \(quoted(request.subject)) asks for requires something by an address\(what) and --wheelhouse takes nothing from the network",
      remedy: "leave out what needs it, or let pip reach the network without --wheelhouse")
  }

  /// What would have needed a program, which the audit hook does not let pip start.
  private var foreignCode: Failure {
    Failure.build(
      .runsForeignCode,
      "what \(quoted(request.subject)) asks for requires something without a wheel, and pip would run code of its "
        + "author's here", remedy: "name a version with wheels; or trust the author, and give --allow-sdists")
  }
}
