import PythonEvaluation
import SavedObjects
import ApplicationFacts
import Diagnostics
import PythonSyntax
import TwistedModel

/// Reads an application file of any format without running any of it.
package enum ApplicationReader {
  /// The largest file that is read, in bytes. The largest public `.tap` known is below 1 MB. Source, which takes longer, is
  /// bounded like that of a module.
  package static let sizeLimit = 64 << 20

  /// The facts that a file states.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, decrypted.
  ///   - file: Its name as the user gave it, for messages and to recognise `*-shutdown.*`.
  ///   - declared: The format that the user says it has (`--type`); nil to go by the content.
  ///   - siblings: The modules that lie beside it.
  ///   - stubs: What is known of modules that live elsewhere.
  /// - Throws: `Failure` of kind `.application` when the content is none of Twisted's formats, contradicts `declared`,
  ///   is broken, or describes no application.
  package static func read(
    _ bytes: [UInt8], file: String, declared: ApplicationFormat? = nil, siblings: SourceFolder? = nil,
    stubs: StubLibrary = StubLibrary(), command: PluginCommand = PluginCommand()
  ) throws(Failure) -> Application {
    let format = try format(of: bytes, file: file, declared: declared)
    let isSource = [.tac, .plugin, .program].contains(format)
    let limit = isSource ? Evaluator.moduleSizeLimit : sizeLimit
    guard bytes.count <= limit else {
      throw failure(
        "the file has \(bytes.count) bytes, more than the \(limit) of \(isSource ? "source" : "objects") that are read",
        file, remedy: "package it unread with --no-inspect")
    }
    var application: Application
    switch format {
    case .tac: application = try readPython(bytes, file: file, siblings: siblings, stubs: stubs, command: command)
    case .plugin:
      application = try readPython(
        bytes, file: file, siblings: siblings, stubs: stubs, command: command, isPlugin: true)
    case .program:
      let evaluator = try TacReader.follow(
        bytes, file: file, siblings: siblings, stubs: stubs, program: command.arguments)
      let check = evaluator.mainCheck()
      if evaluator.modules[0].tree.isBroken { throw Failure(.application, check.errors) }
      application = evaluator.application()
      (application.format, application.name) = (.program, nil)
      evaluator.tellWhatFails(check, in: &application)
    case .axiom: throw failure("a database of Axiom's is a folder", file, remedy: "name the folder")
    case .tap, .tas, .tax:
      application = try GraphFacts.read(objects(bytes, file: file, format: format), format: format, file: file)
    }
    application.refusePorts()
    application.doubtPorts()
    if isShutdown(file) {
      application.isShutdown = true
      application.diagnostics.append(
        .warning(
          .savedState, "the file was saved by a stopping twistd, so it holds that run's state",
          at: SourceLocation(file: file),
          remedy: "package the file it was made from, and run twistd with --no_save"))
    }
    return application
  }

  /// Whether a file lies where twistd looks for plugins.
  package static func isPluginFile(_ file: String) -> Bool {
    let parts = file.split(separator: "/")
    return parts.suffix(3).dropLast().elementsEqual(["twisted", "plugins"]) || parts.last == "plugins.tml"
  }

  /// Whether a file's name is that of a plugin, or of a module that could be one.
  package static func mayBePlugin(_ file: String) -> Bool { isPluginFile(file) || tapName(of: file) != nil }

  /// What the old `mktap` would call a module: `web` for `web/tap.py`, `manhole` for `manhole_tap.py`, `echo` for `echo.py`.
  /// Nil for a file that cannot be imported by a name of its own.
  package static func tapName(of file: String) -> String? {
    let parts = file.split(separator: "/").filter { $0 != "." && $0 != ".." }
    guard let last = parts.last, last.hasSuffix(".py"), !isPluginFile(file) else { return nil }
    let stem = last.dropLast(3)
    guard let first = stem.unicodeScalars.first, first == "_" || first.properties.isXIDStart,
      stem.unicodeScalars.allSatisfy(\.properties.isXIDContinue), stem != "__init__"
    else { return nil }
    if stem == "tap", parts.count > 1 { return String(parts[parts.count - 2]) }
    return String(stem.hasSuffix("_tap") && stem.utf8.count > 4 ? stem.dropLast(4) : stem)
  }

  /// The objects that a file holds, as they are.
  ///
  /// - Throws: `Failure` of kind `.application` when the file is broken, is encrypted, contradicts `declared`, or is
  ///   Python source, which holds no objects until it runs.
  package static func graph(
    _ bytes: [UInt8], file: String, declared: ApplicationFormat? = nil
  ) throws(Failure) -> (graph: ObjectGraph, format: ApplicationFormat) {
    let format = try format(of: bytes, file: file, declared: declared)
    return (try objects(bytes, file: file, format: format), format)
  }

  private static func objects(
    _ bytes: [UInt8], file: String, format: ApplicationFormat
  ) throws(Failure) -> ObjectGraph {
    switch format {
    case .tap: return try PickleMachine.read(bytes, file: file)
    case .tas: return try AOTReader.read(bytes, file: file)
    case .tax: return try MarmaladeReader.read(bytes, file: file)
    case .tac, .plugin, .program, .axiom:
      throw failure(
        "the file is \(format.phrase): it holds no objects until it is run, and nothing of it is run", file,
        remedy: "use it as it is; every twistd takes it with --python")
    }
  }

  /// An application if there is one; else the plugins, of which a file outside of `twisted/plugins` can be full, too.
  private static func readPython(
    _ bytes: [UInt8], file: String, siblings: SourceFolder?, stubs: StubLibrary, command: PluginCommand,
    isPlugin: Bool = false
  ) throws(Failure) -> Application {
    var evaluator = try TacReader.follow(bytes, file: file, siblings: siblings, stubs: stubs)
    let check = evaluator.mainCheck()
    // What no Python can read is no application at all; what only today's cannot is told with everything else.
    if evaluator.modules[0].tree.isBroken { throw Failure(.application, check.errors) }
    if isPlugin || isPluginFile(file) {
      var application = try PluginReader.application(of: &evaluator, file: file, command: command)
      // Twisted 1 ran a plugins.tml with a function register of its own.
      if !file.hasSuffix(".tml") { evaluator.tellWhatFails(check, in: &application) }
      return application
    }
    var application = evaluator.application()
    if application.name == nil, application.listeners.isEmpty {
      do throws(Failure) {
        application = try PluginReader.application(of: &evaluator, file: file, command: command)
      } catch  where evaluator.otherPlugin() != nil || error.kind == .usage {
        throw error
      } catch {}
      // No plugin can name a module that has no module's name, but what it does is told.
      if application.format == .tac, (try? evaluator.tapModule(named: "", given: [])) != nil {
        evaluator.startServices()
        application = evaluator.application()
      }
    }
    if application.format == .tac { check.tellOfApplication(in: &application) }
    evaluator.tellWhatFails(check, in: &application)
    return application
  }

  /// Whether a name is one that twistd gives when it saves at shutdown: `web-shutdown.tap`.
  package static func isShutdown(_ file: String) -> Bool {
    let name = file.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return false }
    return name[..<dot].hasSuffix("-shutdown")
  }

  private static func format(
    of bytes: [UInt8], file: String, declared: ApplicationFormat?
  ) throws(Failure) -> ApplicationFormat {
    switch ApplicationFormat.detect(bytes) {
    case .format(let found):
      guard let declared, declared != found else { return found }
      if found == .tac && [.plugin, .program].contains(declared) { return declared }
      throw failure(
        "the file is \(found.phrase), not \(declared.phrase)", file,
        remedy: "give --type \(found.typeName), or leave --type out")
    case .encrypted:
      throw failure(
        "the file is encrypted", file, remedy: "give the file that holds its passphrase with --passphrase-file")
    case .testAnythingProtocol:
      throw failure(
        "the file is the output of a test suite (Test Anything Protocol), not an application", file,
        remedy: "give the file that mktap or the application wrote")
    case .empty:
      throw failure(
        "the file is empty, as a save that failed leaves it", file, remedy: "save the application again")
    case .unrecognised where bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]):
      throw failure("the file is in UTF-16, which Python does not read", file, remedy: "save it as UTF-8")
    case .unrecognised:
      throw failure(
        "this is no application file: neither Python source, a pickle, AOT source nor marmalade XML", file,
        remedy: "check the name, or package it unread with --type and --no-inspect")
    }
  }

  private static func failure(_ message: String, _ file: String, remedy: String) -> Failure {
    Failure.application(.applicationUnreadable, message, at: SourceLocation(file: file), remedy: remedy)
  }
}
