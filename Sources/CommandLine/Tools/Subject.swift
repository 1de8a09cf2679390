import Diagnostics
import PackageModel
import Text
import Toolbox
import TwistedApplication

/// What a run is about: a file or a plugin, and what was read in it.
struct Subject {
  let request: PackageRequest.Subject
  let application: Application?
  /// When the file was last modified; `nil` for a plugin.
  let modified: Int?
  /// The application's or plugin's file, as the user named it, and what is in it.
  let file: (path: String, contents: [UInt8])?

  /// What to call it in messages.
  var title: String {
    switch request {
    case .file(let name, _, _): name
    case .plugin(let name, _): file?.path ?? name
    }
  }

  /// How many services a package has at most.
  private static let countLimit = 64

  /// - Parameter folders: Where modules lie beside the folder of the file.
  init(_ options: ToolOptions, modulesIn folders: [String], environment: [String: String]) throws(Failure) {
    if options.tapfile == nil, let plugin = options.plugin {
      try self.init(plugin: plugin, options)
    } else {
      try self.init(file: options, folders, environment)
    }
  }

  /// The further services of the same package.
  static func others(
    _ options: ToolOptions, modulesIn folders: [String], environment: [String: String]
  ) throws(Failure) -> [Subject] {
    guard options.otherTapfiles.count < countLimit else {
      throw Failure(
        .usage, "--tapfile names \(options.otherTapfiles.count + 1) files; a package takes \(countLimit) services",
        remedy: "make several packages of them")
    }
    var subjects: [Subject] = []
    for file in options.otherTapfiles {
      var other = options
      other.tapfile = file
      subjects.append(try Subject(file: other, folders, environment))
    }
    return subjects
  }

  private init(plugin: String, _ options: ToolOptions) throws(Failure) {
    request = .plugin(name: plugin, arguments: try Self.checked(options.operands))
    application = options.inspects ? try PluginSpec.read(name: plugin, arguments: options.operands) : nil
    modified = nil
    file = nil
  }

  private static func checked(_ words: [String]) throws(Failure) -> [String] {
    for word in words {
      if let scalar = word.unicodeScalars.first(where: \.isDeceptive) {
        throw Failure(
          .usage, "an argument of the plugin has the control character \(scalar.codePoint): \(quoted(word))",
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
        throw Failure(
          .usage, "the file offers no plugin \(quoted(chosen)), only \(names.map(quoted).joined(separator: ", "))",
          at: SourceLocation(file: file), remedy: "give one of these to --plugin")
      }
      return chosen
    }
    guard names.count == 1, let only = names.first else {
      throw Failure(
        .usage,
        names.isEmpty
          ? "the name of the plugin is not told by the file"
          : "the file offers \(names.count) plugins: \(names.map(quoted).joined(separator: ", "))",
        at: SourceLocation(file: file), remedy: "choose with --plugin NAME")
    }
    // It becomes a word of the command line and a part of names.
    let isPlain = only.unicodeScalars.allSatisfy { $0 != " " && !$0.isDeceptive } && !only.hasPrefix("-")
    guard isPlain, !only.isEmpty else {
      throw Failure(
        .application, "the plugin's name is no subcommand: \(quoted(only))", at: SourceLocation(file: file),
        remedy: "rename it")
    }
    return only
  }

  private init(file options: ToolOptions, _ folders: [String], _ environment: [String: String]) throws(Failure) {
    let input = try InputFile(
      options.tapfile ?? "twistd.tap", limit: ApplicationReader.sizeLimit,
      remedy: options.tapfile == nil ? "name the application file with --tapfile" : nil)
    var name = input.path
    var contents = input.contents
    if let passphraseFile = options.passphraseFile {
      contents = try Decipherment.decrypt(input, passphraseFile: passphraseFile, environment: environment)
      name = name.withoutEncryptionMark
    }
    guard !contents.isEmpty else {
      throw Failure(
        .application, "is empty, as a save that failed leaves it", at: SourceLocation(file: name),
        remedy: "save the application again")
    }
    application =
      options.inspects
      ? try ApplicationReader.read(
        contents, file: name, declared: options.type, siblings: .beside(input.path, and: folders))
      : nil
    let format = application?.format ?? options.type ?? ApplicationFormat(fileName: name)
    if let application, application.format == .plugin, !input.path.hasSuffix(".tml") {
      // Which of several plugins becomes the service matters to a package, not to an explanation.
      let isChosen = options.action != .explain || options.plugin != nil
      request = .plugin(
        name: isChosen ? try Self.plugin(of: application, chosen: options.plugin, file: name) : name,
        arguments: try Self.checked(options.operands))
    } else if let plugin = options.plugin {
      throw Failure(
        .usage, "\(quoted(name)) is no file of plugins, so --plugin \(plugin) chooses nothing",
        remedy: "leave one of --plugin and --tapfile out")
    } else if let operand = options.operands.first {
      throw Failure(.usage, "\(quoted(operand)) belongs to no option", remedy: "try --tapfile \(operand)")
    } else {
      request = .file(name: name, contents: contents, format: format)
    }
    modified = input.modified
    file = (input.path, contents)
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
  fileprivate var withoutEncryptionMark: String {
    guard let dot = lastIndex(of: "."), [".etap", ".etas", ".etac", ".etax"].contains(self[dot...]) else { return self }
    return String(self[...dot]) + self[index(dot, offsetBy: 2)...]
  }
}
