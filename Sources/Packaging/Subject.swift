import Collecting
import Diagnostics
import PackageModel
import Projects
import Text
import Toolbox
import ApplicationFacts
import TwistedModel
import TwistedApplication

/// What a run is about: a file or a plugin, and what was read in it.
package struct Subject: Sendable {
  package let request: PackageRequest.Subject
  package private(set) var application: Application?
  /// When the file was last modified; `nil` for a plugin.
  let modified: Int?
  /// The application's or plugin's file, as the user named it, and what is in it.
  let file: (path: String, contents: [UInt8])?
  /// Whether that program's file is for the service's eyes alone.
  var isPrivate = false
  /// The source that starts a project's console script where nothing else installs one.
  var launcher: [UInt8]?
  /// The database that is run instead of a file.
  private(set) var database: AxiomDatabase?
  /// What was made of saved objects, if they were converted.
  let conversion: ConvertedSubject?

  /// The same, of which something else was read.
  func with(_ application: Application) -> Subject {
    var subject = self
    subject.application = application
    return subject
  }

  /// What the user named.
  package var path: String { file?.path ?? database?.folder ?? title }

  /// What to call it in messages.
  package var title: String {
    switch request {
    case .file(let name, _, _, _), .database(let name): name
    case .plugin(let name, _), .program(let name, _, _): file?.path ?? name
    }
  }

  /// - Parameters:
  ///   - project: Whose modules lie beside the folder of the file.
  ///   - isPackaged: Whether one of a file's plugins has to be chosen.
  init(
    _ input: ApplicationInput, project: Project?, isBundled: Bool, isPackaged: Bool, _ context: BuildContext
  ) throws(Failure) {
    let folders = project.map { [$0.moduleFolder] } ?? []
    if let script = input.scripts.first {
      try self.init(script: script, input, folders: folders, isPackaged: isPackaged)
    } else if let command = input.commands.first {
      try self.init(command: command, input, project, isBundled: isBundled, isPackaged: isPackaged)
    } else if let folder = input.files.first, FileSystem.isFolder(folder) {
      try self.init(database: AxiomDatabase(folder), input)
    } else if input.files.isEmpty, let plugin = input.plugin {
      try self.init(plugin: plugin, input, isBundled: isBundled, context)
    } else {
      try self.init(file: input, folders: folders, isPackaged: isPackaged, context)
    }
  }

  init(_ request: PackageRequest.Subject, _ application: Application?, file: (String, [UInt8])?, modified: Int?) {
    (self.request, self.application, self.modified) = (request, application, modified)
    self.file = file.map { (path: $0.0, contents: $0.1) }
    conversion = nil
  }

  private init(database: AxiomDatabase, _ input: ApplicationInput) throws(Failure) {
    if let operand = input.arguments.first {
      throw Failure.usage(.option, "\(quoted(operand)) belongs to no option", remedy: "a database takes no arguments")
    }
    var application = Application(format: .axiom)
    application.diagnostics.append(
      .note(
        .portUnknown, "what the database listens on and writes to is not known: it is not opened",
        at: SourceLocation(file: database.folder), remedy: "name its ports with --port tcp:NUMBER"
      ).about(.port))
    self.init(.database(name: database.name), application, file: nil, modified: database.modified)
    self.database = database
  }

  private init(
    plugin: String, _ input: ApplicationInput, isBundled: Bool, _ context: BuildContext
  ) throws(Failure) {
    let words = PluginSpec.current(try Self.checked(input.arguments), of: plugin)
    if words != input.arguments {
      context.tell(
        .note(
          .pluginOption,
          "Twisted since 16.3 takes no bare port number, so the plugin is given tcp:PORT",
          at: SourceLocation(file: "--plugin \(plugin)")))
    }
    context.tell(PluginSpec.limits(of: plugin))
    request = .plugin(name: plugin, arguments: words)
    application =
      input.isRead ? try PluginSpec.read(name: plugin, arguments: words, isBundled: isBundled) : nil
    modified = nil
    file = nil
    conversion = nil
  }

  static func checked(_ words: [String]) throws(Failure) -> [String] {
    for word in words {
      if let scalar = word.unicodeScalars.first(where: \.isDeceptive) {
        throw Failure.usage(
          .deceptiveText, "an argument of the plugin has the control character \(scalar.codePoint): \(quoted(word))",
          remedy: "take it out")
      }
    }
    return words
  }

  /// Which of a file's plugins is the service.
  private static func plugin(
    of application: Application, chosen: String?, file: String
  ) throws(Failure) -> String {
    let names = application.plugins.compactMap(\.name.likely)
    if let chosen {
      guard names.isEmpty || names.contains(chosen) else {
        throw Failure.usage(
          .plugin, "the file offers no plugin \(quoted(chosen)), only \(names.map(quoted).joined(separator: ", "))",
          at: SourceLocation(file: file), remedy: "give one of these to --plugin")
      }
      return chosen
    }
    guard names.count == 1, let only = names.first else {
      throw Failure.usage(
        .plugin,
        names.isEmpty
          ? "the file does not say the plugin's name"
          : "the file offers \(names.count) plugins: \(names.map(quoted).joined(separator: ", "))",
        at: SourceLocation(file: file), remedy: "choose with --plugin NAME")
    }
    // It becomes a word of the command line and a part of names.
    let isPlain = only.unicodeScalars.allSatisfy { $0 != " " && !$0.isDeceptive } && !only.hasPrefix("-")
    guard isPlain, !only.isEmpty else {
      throw Failure.application(
        .plugin, "the plugin's name cannot be a subcommand: \(quoted(only))", at: SourceLocation(file: file),
        remedy: "rename it")
    }
    return only
  }

  /// What is certain to fail becomes no package; an explanation tells it with everything else.
  static func refuse(_ application: Application) throws(Failure) {
    let errors = application.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { throw Failure(.application, errors) }
  }

  private init(
    file input: ApplicationInput, folders: [String], isPackaged: Bool, _ context: BuildContext
  ) throws(Failure) {
    let opened = try InputFile(
      input.files.first ?? "twistd.tap", limit: ApplicationReader.sizeLimit,
      remedy: input.files.isEmpty ? "name the application file, as in tap2deb web.tac" : nil)
    var name = opened.path
    var contents = opened.contents
    if let passphraseFile = input.passphraseFile {
      contents = try Cipher.decrypt(opened, passphraseFile: passphraseFile, context)
      name = name.withoutEncryptionMark
    }
    guard !contents.isEmpty else {
      throw Failure.application(
        .applicationUnreadable, "is empty, as a save that failed leaves it", at: SourceLocation(file: name),
        remedy: "save the application again")
    }
    let folders = folders + (RegisteredPlugin.mayBeMeant(by: name) ? [RegisteredPlugin.root(of: opened.path)] : [])
    func read(_ type: ApplicationFormat?) throws(Failure) -> Application {
      if let application = try SavedPlugins.read(contents, file: name, declared: type) { return application }
      return try ApplicationReader.read(
        contents, file: name, declared: type, siblings: .beside(opened.path, and: folders),
        stubs: StubFolder.read(input.stubs),
        command: PluginCommand(plugin: input.plugin, arguments: input.arguments)
      )
      .configured(beside: opened.path)
    }
    var application = input.isRead ? try read(input.type) : nil
    conversion = try isPackaged ? ConvertedSubject(of: application, contents, name: name, from: input, context) : nil
    if let conversion {
      (name, contents) = (conversion.name, conversion.source)
      application = try read(.tac)
    }
    var path = opened.path
    if isPackaged, let offered = application, RegisteredPlugin.isMeant(by: offered, path) {
      let plugin = try RegisteredPlugin(
        Self.plugin(of: offered, chosen: input.plugin, file: name), of: offered, file: path)
      (name, path, contents) = (plugin.path, plugin.path, plugin.source)
      context.tell(
        .note(.converted, plugin.account, at: SourceLocation(file: opened.path)))
      application = try ApplicationReader.read(
        contents, file: path, siblings: .beside(path, and: folders), stubs: StubFolder.read(input.stubs),
        command: PluginCommand(plugin: input.plugin, arguments: input.arguments))
    }
    self.application = application
    if isPackaged, let application { try Self.refuse(application) }
    let format = application?.format ?? input.type ?? ApplicationFormat(fileName: name)
    if let application, application.format == .plugin {
      // Which of several plugins becomes the service matters to a package, not to an explanation.
      let isChosen = isPackaged || input.plugin != nil
      request = .plugin(
        name: isChosen ? try Self.plugin(of: application, chosen: input.plugin, file: name) : name,
        arguments: try Self.checked(input.arguments))
    } else if let plugin = input.plugin {
      throw Failure.usage(
        .plugin, "\(quoted(name)) is not a plugin file, so --plugin \(plugin) chooses nothing",
        remedy: "leave one of --plugin and --tapfile out")
    } else if let operand = input.arguments.first {
      throw Failure.usage(.option, "\(quoted(operand)) belongs to no option", remedy: "try --tapfile \(operand)")
    } else {
      request = .file(name: name, contents: contents, format: format, isPrivate: opened.status.isPrivate)
    }
    modified = opened.modified
    file = (path, contents)
  }
}

extension ApplicationFormat {
  /// The format that a file's name promises; what promises nothing is Python, as for twistd.
  fileprivate init(fileName: String) {
    let ending = Path(fileName).name.split(separator: ".").last.map(String.init) ?? ""
    self = [.tap, .tas, .tax].first { $0.rawValue == ending } ?? .tac
  }
}

extension String {
  /// `web.etap` without the e that marks it as encrypted.
  var withoutEncryptionMark: String {
    guard let dot = lastIndex(of: "."), [".etap", ".etas", ".etac", ".etax"].contains(self[dot...]) else { return self }
    return String(self[...dot]) + self[index(dot, offsetBy: 2)...]
  }
}
