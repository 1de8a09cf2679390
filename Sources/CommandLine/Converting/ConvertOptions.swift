import CommandOptions
import Diagnostics
import ApplicationFacts

/// What the command line of `tapconvert` says.
package struct ConvertOptions: Sendable, Equatable {
  package var inquiry: Inquiry?
  package var isQuiet = false
  package var input: String?
  package var output: String?
  /// The input's format; nil to go by the content.
  package var inputType: ApplicationFormat?
  package var outputType: ApplicationFormat?
  package var isEncrypted = false
  package var isEncrypting = false
  package var passphraseFile: String?

  package init() {}

  static let savedFiles = ValueCompletion.filesEnding([".tap", ".tas", ".tax"])

  /// The options, which are those of Twisted's own `tapconvert` but for the last ones.
  package static let table = OptionTable<ConvertOptions>([
    OptionGroup(
      "Files",
      [
        .value(
          "in", "i", placeholder: "FILE", completing: savedFiles,
          help: "The application file to convert: a .tap, .tas or .tax, encrypted or not.", into: \.input),
        .value(
          "out", "o", placeholder: "FILE", default: "the input's name with the ending of its new type",
          completing: .files, help: "Where the result goes; a file that is there is replaced.", into: \.output),
        .value(
          "typein", "f", placeholder: "TYPE", default: "guess, from the content",
          completing: .oneOf(["guess", "python", "pickle", "xml", "source"]),
          help: "The input's type: guess, python, pickle, xml or source.", into: \.inputType,
          reading: { (text: String) throws(Failure) in try inputFormat(text) }),
        .value(
          "typeout", "t", placeholder: "TYPE", default: "told from the ending of --out, else source",
          completing: .oneOf(["pickle", "xml", "source", "tac"]),
          help:
            "The result's type: pickle (.tap), xml (.tax), source (.tas), or tac for Python source to run and to edit.",
          into: \.outputType, reading: { (text: String) throws(Failure) in try outputFormat(text) }),
      ]),
    OptionGroup(
      "Encryption",
      [
        .flag("decrypt", "d", help: "The input is encrypted. Needs --passphrase-file.", into: \.isEncrypted),
        .flag(
          "encrypt", "e",
          help: "Encrypt the result. Twisted up to 17.1 reads it; the cipher is weak.", into: \.isEncrypting),
        .value(
          "passphrase-file", placeholder: "FILE", completing: .files,
          help: "A file whose first line is the passphrase, for --decrypt and --encrypt.", into: \.passphraseFile),
      ]),
    OptionGroup(
      "Output",
      [
        .flag("quiet", "q", help: "Print the path of the result alone, and no notes.", into: \.isQuiet),
        .request("usage", "h", help: "Show the options that are needed most.", into: \.inquiry, as: .usage),
        .request("help", help: "Show all options.", into: \.inquiry, as: .help),
        .request("version", help: "Show the version.", into: \.inquiry, as: .version),
      ]),
  ])

  private static func inputFormat(_ text: String) throws(Failure) -> ApplicationFormat? {
    switch text {
    case "guess": return nil
    case "python": return .tac
    default: return try savedFormat(text, others: "python or guess")
    }
  }

  static func outputFormat(_ text: String) throws(Failure) -> ApplicationFormat? {
    text == "tac" || text == "python" ? .tac : try savedFormat(text, others: "tac or python")
  }

  private static func savedFormat(_ text: String, others: String) throws(Failure) -> ApplicationFormat {
    switch text {
    case "pickle": return .tap
    case "xml": return .tax
    case "source": return .tas
    default:
      throw Failure.usage(
        .optionValue, "no application file has the type \(quoted(text))", remedy: "give pickle, xml, source, \(others)")
    }
  }
}
