import CommandOptions
import Conversion
import Diagnostics
import Glibc
import Packaging
import Text
import Toolbox
import ApplicationFacts
import TwistedModel
import TwistedApplication

/// The command `mktap`.
enum MakeTool {
  static let name = "mktap"

  /// Runs the tool with this process's environment.
  ///
  /// - Returns: The exit status: 0 done, 1 could not be written, 2 bad usage, 3 bad application file.
  static func main(_ vector: UnsafeBufferPointer<UnsafeMutablePointer<CChar>?>) -> Int32 {
    CommandStatus.of(name, vector) { arguments, environment throws(Failure) in
      try run(arguments, environment: environment)
    }
  }

  private static func run(_ arguments: [String], environment: [String: String]) throws(Failure) {
    let installation = OptionTable<MakeOptions>.ofInstallation(into: \.inquiry)
    let isForInstallation = installation.isAsked(by: arguments)
    let words = isForInstallation ? (own: arguments, plugin: []) : MakeOptions.split(arguments)
    let table = isForInstallation ? installation : MakeOptions.table
    let options = try table.parse(words.own, into: MakeOptions()).values
    let console = Console(name: name, isQuiet: options.isQuiet, environment: environment)
    if let inquiry = options.inquiry {
      let essentials = ["uid", "gid", "append", "appname", "type", "encrypted", "passphrase-file", "quiet"]
      return try CommandManual(
        description: description, table: MakeOptions.table, essentials: essentials, date: "2026-11-26"
      ).answer(inquiry, on: console)
    }
    guard let plugin = words.plugin.first else {
      throw Failure.usage(
        .inputMissing, "no plugin is named", remedy: "try mktap web --path /srv/www, or mktap -h for more")
    }
    let given = PluginSpec.current(Array(words.plugin.dropFirst()), of: plugin)
    let context = BuildContext(environment: environment, listener: console)
    if given.contains("--help") {
      return console.answer(optionsPage(try MakePlugin(named: plugin, given: []).facts, of: plugin))
    }
    context.tell(PluginSpec.limits(of: plugin))
    try make(
      MakePlugin(named: plugin, given: given), named: plugin, given: given, options: options, in: context,
      console: console)
  }

  private static func make(
    _ plugin: MakePlugin, named name: String, given: [String], options: MakeOptions, in context: BuildContext,
    console: Console
  ) throws(Failure) {
    let format = options.type ?? .tac
    guard format == .tac, !options.isEncrypted else {
      let service = SavedPlugin(module: plugin.module, arguments: given)
      let saved = try saved(service, named: name, as: format, options, in: context)
      try OutputFile.write([saved], context)
      return console.made(saved.path)
    }
    var source = PluginSource(plugin: name, module: plugin.module, arguments: given)
    source.user = options.user
    source.group = options.group
    source.processName = options.processName
    var results = [OutputFile("\(name).tac", source.text, mode: 0o644)]
    if let file = options.appended {
      try options.checkAppending()
      results = try appended(source, to: file, context)
    }
    if let last = results.last {
      let application = try ApplicationReader.read(last.contents, file: last.path)
      guard application.name != nil else {
        throw Failure.application(
          .conversion, "the file has no application that a service could be given to",
          at: SourceLocation(file: last.path), remedy: "give a file that twistd runs with --python")
      }
    }
    try OutputFile.write(results, context)
    for result in results { console.made(result.path) }
  }

  /// Saved objects, which make the service when they are loaded.
  private static func saved(
    _ plugin: SavedPlugin, named name: String, as format: ApplicationFormat, _ options: MakeOptions,
    in context: BuildContext
  ) throws(Failure) -> OutputFile {
    var path = "\(name).\(options.isEncrypted ? "e" : "")\(format.rawValue)"
    var mode: mode_t = 0o644
    // Only Python 2 has a Twisted that reads .tax.
    var graph = SavedGraph(try options.application(named: name), python: format == .tax ? .python2 : .python3)
    if let appended = options.appended {
      try options.checkAppending()
      let file = try InputFile(appended, limit: ApplicationReader.sizeLimit)
      let conversion = try Conversion(file.contents, file: appended)
      guard conversion.format == format, format == .tap || conversion.graph.isMadeOfCalls else {
        throw Failure.usage(
          .optionsExclude, "only a pickle, or a file of the same type that mktap made, can be given a service",
          at: SourceLocation(file: appended), remedy: "leave --type out to get a .tac")
      }
      (graph, path, mode) = (conversion.graph, appended, file.status.mode & 0o777)
    }
    graph.add(plugin)
    var bytes =
      format == .tac ? [] : try Conversion(graph, file: path, format: format).bytes(as: format)
    if options.isEncrypted {
      bytes = try OutputFile.encrypted(bytes, as: format, passphraseFile: options.passphraseFile, context)
    }
    return OutputFile(path, bytes, mode: mode)
  }

  /// The file with a service more; a saved application becomes source first.
  private static func appended(
    _ source: PluginSource, to path: String, _ context: BuildContext
  ) throws(Failure) -> [OutputFile] {
    let file = try InputFile(path, limit: ApplicationReader.sizeLimit)
    let mode = file.status.mode & 0o777
    if ApplicationFormat.detect(file.contents) == .format(.tac) {
      let hasEnd = file.contents.last == 0x0A || file.contents.isEmpty
      let addition = (hasEnd ? "" : "\n") + source.addition(to: file.contents)
      return [OutputFile(path, file.contents + Array(addition.utf8), mode: mode)]
    }
    let saved = try Conversion(file.contents, file: path)
    let stem = Path(path).name.lastIndex(of: ".").map { _ in String(path[..<(path.lastIndex(of: ".") ?? path.endIndex)])
    }
    let target = "\(stem ?? path).tac"
    guard !FileSystem.exists(target) else {
      throw Failure.usage(
        .outputExists, "\(quoted(target)) is there already", at: SourceLocation(file: path),
        remedy: "append to that, or move it away")
    }
    context.tell(
      .note(
        .converted, "the application is converted to \(target), to which the service is added",
        at: SourceLocation(file: path)))
    var results = try ConvertTool.source(
      of: saved, target: target, mode: mode & 0o666, context)
    if let last = results.popLast() {
      results.append(
        OutputFile(last.path, last.contents + Array(source.addition(to: last.contents).utf8), mode: last.mode))
    }
    return results
  }

  private static func optionsPage(_ plugin: Plugin, of name: String) -> String {
    var text = "Usage: mktap \(name) [OPTION]...\n\nOptions of the plugin \(name):\n"
    for option in plugin.options {
      let short = option.short.map { "-\($0), " } ?? "    "
      let fallback = option.fallback.map { "  (default: \($0))" } ?? ""
      text +=
        "  \(short)--\(option.name)\(option.isFlag ? "" : "=VALUE")\(option.summary.map { "  \($0)" } ?? "")\(fallback)\n"
    }
    return text
  }
}
