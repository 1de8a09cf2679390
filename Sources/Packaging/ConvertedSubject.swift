import Conversion
import Diagnostics
import PackageModel
import Text
import Toolbox
import ApplicationFacts
import TwistedApplication

/// A saved application that is packaged as source: what no twistd of the target runs, or what the user wants so.
struct ConvertedSubject: Sendable {
  /// The name of the `.tac`, and what is in it.
  let name: String
  let source: [UInt8]
  private let secrets: [(name: String, contents: String)]
  /// The file that was converted, unless passwords stand in it.
  private let original: (name: String, contents: [UInt8])?

  /// - Parameters:
  ///   - input: What is asked for. A file for Python 2 is converted unasked, unless the packager has a twistd for it.
  /// - Returns: `nil` for what is packaged as it is.
  /// - Throws: A failure for saved objects that are no application.
  init?(
    of application: Application?, _ contents: [UInt8], name: String, from input: ApplicationInput,
    _ context: BuildContext
  ) throws(Failure) {
    guard let application else { return nil }
    let isSaved = [.tap, .tas].contains(application.format)
    let isForPython2 = isSaved && application.python == .python2
    guard application.format == .tax || (isSaved && (input.isConverted || (isForPython2 && !input.hasTwistd))) else {
      if input.isConverted {
        throw Failure.usage(
          .conversion, "there is nothing to convert: the file is \(application.format.phrase)",
          at: SourceLocation(file: name), remedy: "leave --convert out")
      }
      return nil
    }
    // The source names the files that it reads, so its own name has to be one that is installed as it is.
    let stem = Path(Path(name).name).stem
    let plain = stem.isPlainFileName ? stem : "application"
    let made = try TacWriter.source(
      of: Conversion(contents, file: name, declared: application.format), target: "\(plain).tac")
    let folder = Path(name).folder
    self.name = folder == "." ? "\(plain).tac" : "\(folder)/\(plain).tac"
    source = Array(made.source.utf8)
    secrets = [("\(plain).secrets.json", made.secrets), ("\(plain).passwd", made.logins)].compactMap { file in
      file.1.map { (file.0, $0) }
    }
    let base = Path(name).name
    let isEncrypted = input.passphraseFile != nil
    original = secrets.isEmpty && !isEncrypted && base.isPlainFileName ? (base, contents) : nil
    let isUnasked = isForPython2 && !input.isConverted
    let reason =
      isEncrypted
      ? "it was encrypted" : secrets.isEmpty ? nil : "passwords stand in it"
    context.tell(
      .note(
        .converted,
        "\(application.format.phrase)\(isUnasked ? " of Python 2" : "") is converted to \(plain).tac, which is packaged",
        at: SourceLocation(file: name),
        remedy: reason.map { "keep the original: it is not packaged, because \($0)" }
          ?? (isUnasked ? "give --twistd PATH to have a twistd of Python 2 run it as it is" : nil)))
    context.tell(
      made.diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.remedy = "run tapconvert -t tac, complete the line with TODO, and package that"
        return diagnostic
      })
    if application.isShutdown { context.tell(application.diagnostics.filter { $0.severity == .warning }) }
  }

  /// What goes into the package beside the source: its passwords, for the service alone, and the original as documentation.
  func files(in package: PackageName) -> [PackagedFile] {
    let kept = secrets.map {
      PackagedFile(
        "/etc/\(package)/\($0.name)", .bytes(Array($0.contents.utf8)), isConfiguration: true, isPrivate: true
      ).because("read by \(name)")
    }
    guard let original else { return kept }
    return kept + [
      PackagedFile("/usr/share/doc/\(package)/\(original.name)", .bytes(original.contents))
        .because("what \(name) was made from")
    ]
  }
}
