import Diagnostics
import PackageModel
import Toolbox
import TwistedApplication

/// What a run is about: a file or a plugin, and what was read in it.
struct Subject {
  let request: PackageRequest.Subject
  let application: Application?
  /// When the file was last modified; `nil` for a plugin.
  let modified: Int?

  /// What to call it in messages.
  var title: String {
    switch request {
    case .file(let name, _, _): name
    case .plugin(let name, _): name
    }
  }

  init(_ options: ToolOptions, environment: [String: String]) throws(Failure) {
    if let plugin = options.plugin {
      try self.init(plugin: plugin, options)
    } else {
      try self.init(file: options, environment)
    }
  }

  /// The further services of the same package.
  static func others(_ options: ToolOptions, environment: [String: String]) throws(Failure) -> [Subject] {
    var subjects: [Subject] = []
    for file in options.otherTapfiles {
      var other = options
      other.tapfile = file
      subjects.append(try Subject(file: other, environment))
    }
    return subjects
  }

  private init(plugin: String, _ options: ToolOptions) throws(Failure) {
    if let file = options.tapfile {
      throw Failure(
        .usage, "--plugin and --tapfile \(quoted(file)) exclude each other", remedy: "leave one of them out")
    }
    for word in options.operands {
      guard word.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
        throw Failure(
          .usage, "an argument of the plugin has a control character: \(quoted(word))", remedy: "take it out")
      }
    }
    request = .plugin(name: plugin, arguments: options.operands)
    application = options.inspects ? try PluginSpec.read(name: plugin, arguments: options.operands) : nil
    modified = nil
  }

  private init(file options: ToolOptions, _ environment: [String: String]) throws(Failure) {
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
        contents, file: name, declared: options.type, siblings: .beside(input.path))
      : nil
    let format = application?.format ?? options.type ?? ApplicationFormat(fileName: name)
    request = .file(name: name, contents: contents, format: format)
    modified = input.modified
  }
}

extension ApplicationFormat {
  /// The format that a file's name promises; what promises nothing is Python, as for twistd.
  fileprivate init(fileName: String) {
    let ending = fileName.lastPathComponent.split(separator: ".").last.map(String.init) ?? ""
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
