import CommandOptions
import Conversion
import Diagnostics
import Glibc
import Packaging
import Text
import Toolbox
import ApplicationFacts
import TwistedApplication

/// The command `tapconvert`.
enum ConvertTool {
  static let name = "tapconvert"

  /// Runs the tool with this process's environment.
  ///
  /// - Returns: The exit status: 0 done, 1 could not be written, 2 bad usage, 3 bad application file.
  static func main(_ vector: UnsafeBufferPointer<UnsafeMutablePointer<CChar>?>) -> Int32 {
    CommandStatus.of(name, vector) { arguments, environment throws(Failure) in
      try run(arguments, environment: environment)
    }
  }

  private static func run(_ arguments: [String], environment: [String: String]) throws(Failure) {
    let installation = OptionTable<ConvertOptions>.ofInstallation(into: \.inquiry)
    let table = installation.isAsked(by: arguments) ? installation : ConvertOptions.table
    let line = try table.parse(arguments, into: ConvertOptions())
    var options = line.values
    let console = Console(name: name, isQuiet: options.isQuiet, environment: environment)
    if let inquiry = options.inquiry {
      let essentials = ["in", "out", "typeout", "decrypt", "encrypt", "passphrase-file", "quiet", "version"]
      return try CommandManual(
        description: description, table: ConvertOptions.table, essentials: essentials, date: "2026-11-26"
      ).answer(inquiry, on: console)
    }
    var operands = line.operands
    if options.input == nil, !operands.isEmpty { options.input = operands.removeFirst() }
    if let operand = operands.first {
      throw Failure.usage(.option, "\(quoted(operand)) belongs to no option", remedy: "try --out \(operand)")
    }
    guard let input = options.input else {
      throw Failure.usage(
        .inputMissing, "no application file is named",
        remedy: "try tapconvert -i web.tap -t tac, or tapconvert -h for more")
    }
    let context = BuildContext(environment: environment, listener: console)
    try convert(input, options, in: context, console: console)
  }

  private static func convert(
    _ input: String, _ options: ConvertOptions, in context: BuildContext, console: Console
  ) throws(Failure) {
    let target = try target(of: input, options)
    let file = try InputFile(input, limit: ApplicationReader.sizeLimit)
    let conversion = try Conversion(
      try plainBytes(of: file, options, context), file: input, declared: options.inputType)
    if ApplicationReader.isShutdown(input) {
      context.tell(
        .warning(
          .savedState, "the file was saved by a stopping twistd, so it holds that run's state",
          at: SourceLocation(file: input),
          remedy: "convert the file that it was made from"))
    }
    // Who could not read the input learns nothing of it from the result.
    let mode = file.status.mode & 0o666 | 0o600
    var results: [OutputFile] = []
    if target.format == .tac, !options.isEncrypting {
      results = try source(of: conversion, target: target.path, mode: mode, context)
    } else {
      var bytes = target.format == .tac ? [] : try conversion.bytes(as: target.format)
      if options.isEncrypting {
        bytes = try OutputFile.encrypted(
          bytes, as: target.format, passphraseFile: options.passphraseFile, context)
      }
      results = [OutputFile(target.path, bytes, mode: mode)]
    }
    try OutputFile.write(results, context)
    for result in results { console.made(result.path) }
  }

  /// An application as source, and what it reads. The source comes last: who finds it finds the others.
  static func source(
    of conversion: Conversion, target: String, mode: mode_t, _ context: BuildContext
  ) throws(Failure) -> [OutputFile] {
    let made = try TacWriter.source(of: conversion, target: target)
    context.tell(made.diagnostics)
    let stem = target.hasSuffix(".tac") ? String(target.dropLast(4)) : target
    var results: [OutputFile] = []
    if let secrets = made.secrets { results.append(OutputFile("\(stem).secrets.json", secrets, mode: 0o600)) }
    if let logins = made.logins { results.append(OutputFile("\(stem).passwd", logins, mode: 0o600)) }
    return results + [OutputFile(target, made.source, mode: mode)]
  }

  private static func plainBytes(
    of file: InputFile, _ options: ConvertOptions, _ context: BuildContext
  ) throws(Failure) -> [UInt8] {
    let isEncrypted = ApplicationFormat.detect(file.contents) == .encrypted
    guard let passphraseFile = options.passphraseFile else {
      if options.isEncrypted {
        throw Failure.usage(
          .encryption, "--decrypt needs the passphrase", remedy: "give its file with --passphrase-file")
      }
      return file.contents
    }
    guard isEncrypted else {
      if options.isEncrypting, !options.isEncrypted { return file.contents }
      throw Failure.usage(
        .encryption, "the file is not encrypted", at: SourceLocation(file: file.path),
        remedy: options.isEncrypting ? "leave --decrypt out" : "leave --decrypt and --passphrase-file out")
    }
    return try Cipher.decrypt(file, passphraseFile: passphraseFile, context)
  }

  /// What is made, and where.
  private static func target(
    of input: String, _ options: ConvertOptions
  ) throws(Failure) -> (path: String, format: ApplicationFormat) {
    let ending = options.output?.split(separator: ".").last.map(String.init)
    let told = [ApplicationFormat.tac, .tap, .tas, .tax].first { $0.rawValue == ending || "e\($0.rawValue)" == ending }
    let format = options.outputType ?? told ?? .tas
    if let output = options.output { return (output, format) }
    let name = Path(input).name
    let stem = name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
    let folder = Path(input).folder
    let path =
      (folder == "." && !input.hasPrefix("./") ? "" : "\(folder)/")
      + "\(stem).\(options.isEncrypting ? "e" : "")\(format.rawValue)"
    guard path != input else {
      throw Failure.usage(
        .outputExists, "the result would take the input's place", at: SourceLocation(file: input),
        remedy: "give its name with --out, or another --typeout")
    }
    return (path, format)
  }
}
