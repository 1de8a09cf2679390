import Diagnostics
import PackageModel
import Projects
import Text
import Toolbox
import ApplicationFacts
import PythonEvaluation
import TwistedModel
import TwistedApplication

/// Programs that run the reactor themselves.
extension Subject {
  /// A script of Python's.
  init(
    script: String, _ input: ApplicationInput, folders: [String], isPackaged: Bool
  ) throws(Failure) {
    let opened = try InputFile(script, limit: ApplicationReader.sizeLimit)
    let application =
      try input.isRead
      ? Self.read(
        opened.contents, file: opened.path, arguments: input.arguments, modules: .beside(opened.path, and: folders),
        input
      )
      .configured(beside: opened.path) : nil
    if isPackaged, let application { try Self.refuse(application) }
    let name = Path(opened.path).name
    guard name.isPlainFileName else {
      throw Failure.usage(
        .fileRenamed, "\(quoted(name)) is a name that a unit cannot give to Python",
        remedy: "rename it to letters, digits and . _ + -")
    }
    self.init(
      .program(name: name, place: .own(name), arguments: try Self.checked(input.arguments)), application,
      file: (opened.path, opened.contents), modified: opened.modified)
    isPrivate = opened.status.isPrivate || SecretText.isIn(opened.contents)
  }

  /// A console script of the project or of the bundled environment, or another package's program.
  init(
    command: String, _ input: ApplicationInput, _ project: Project?, isBundled: Bool, isPackaged: Bool
  ) throws(Failure) {
    guard let words = command.quotedWords, let name = words.first, !name.isEmpty else {
      throw Failure.usage(
        .optionValue, "--command names no program: \(quoted(command))", remedy: "give --command 'NAME ARGUMENTS'")
    }
    let arguments = try Self.checked(Array(words.dropFirst()))
    if name.hasPrefix("/") {
      let path = try AbsolutePath(name, option: "--command")
      self.init(
        .program(name: Path(name).name, place: .system(path), arguments: arguments), nil, file: nil, modified: nil)
      return
    }
    guard name.isPlainFileName else {
      throw Failure.usage(
        .optionValue, "--command names no program: \(quoted(name))",
        remedy: "give the name of a console script, or a path")
    }
    if let script = project?.scripts.first(where: { $0.name == name }) {
      let source = Array(script.source.utf8)
      let application =
        try input.isRead
        ? Self.read(
          source, file: script.file, arguments: arguments,
          modules: .beside(script.file, and: [project?.moduleFolder ?? "."]),
          input)
        : nil
      if isPackaged, let application { try Self.refuse(application) }
      self.init(
        .program(
          name: name, place: isBundled ? .bundle(isRead: input.isRead) : .own("bin/\(name)"), arguments: arguments),
        application, file: nil, modified: nil)
      self.launcher = isBundled ? nil : source
      return
    }
    if isBundled {
      self.init(
        .program(name: name, place: .bundle(isRead: false), arguments: arguments), nil, file: nil, modified: nil)
      return
    }
    let known = project?.scripts.map(\.name) ?? []
    throw Failure.usage(
      .applicationMissing,
      project == nil
        ? "nothing brings the program \(name): there is neither a --project nor a --bundle"
        : "the project has no console script \(quoted(name))",
      remedy: known.isEmpty
        ? "give the path that another package installs it at: --command /usr/bin/\(name)"
        : "it has \(known.joined(separator: ", "))")
  }

  /// What of a program goes into the package's own folder.
  func ownFiles(in package: PackageName) -> [PackagedFile] {
    guard case .program(let name, .own(let path), _) = request, let contents = launcher ?? file?.contents else {
      return []
    }
    return [
      PackagedFile("/usr/share/\(package)/\(path)", .bytes(contents), isPrivate: isPrivate)
        .because(launcher == nil ? "the program" : "the console script \(name)")
    ]
  }

  private static func read(
    _ source: [UInt8], file: String, arguments: [String], modules: SourceFolder, _ input: ApplicationInput
  ) throws(Failure) -> Application {
    try ApplicationReader.read(
      source, file: file, declared: .program, siblings: modules, stubs: StubFolder.read(input.stubs),
      command: PluginCommand(arguments: arguments))
  }
}
