import CommandOptions
import Diagnostics
import Formats
import PackageModel
import Packaging
import Toolbox
import Verification

extension Tool {
  /// Tries packages, tells what came of it, and writes the report for CI systems.
  ///
  /// - Returns: Whether nothing is wrong.
  func verify(
    _ files: [String], _ options: VerificationOptions, in context: BuildContext
  ) throws(Failure) -> [Verdict] {
    let verdicts = try Verification(options, context).verdicts(of: files)
    if let path = options.junit {
      try OutputFile.write([OutputFile(path, JUnitReport(verdicts).text, mode: 0o644)], context)
    }
    return verdicts
  }

  /// Tries what was made, each package in a root of what it is for.
  func verify(
    _ report: Report, _ options: VerificationOptions, in context: BuildContext
  ) throws(Failure) -> [Verdict] {
    var options = options
    for package in report.packages {
      guard let target = package.spec.format.target, target.choice == .named else { continue }
      for file in package.artefacts.installable { options.suites[file] = target.rootSuite }
    }
    return try verify(report.packages.flatMap(\.artefacts.installable), options, in: context)
  }

  /// Tries packages that exist.
  ///
  /// - Returns: The exit status.
  func verifyFiles(_ options: ToolOptions, _ context: BuildContext, console: Console) throws(Failure) -> Int32 {
    let verdicts: [Verdict]
    do {
      var verification = options.verification
      for target in options.targets {
        for file in options.packages where file.hasSuffix(".\(target.format)") {
          verification.suites[file] = target.rootSuite
        }
      }
      verdicts = try verify(options.packages, verification, in: context)
    } catch {
      guard options.isJSON else { throw error }
      for diagnostic in error.diagnostics { console.tell(diagnostic) }
      console.answer(try BuildDocument(error, diagnostics: error.diagnostics).json())
      return error.kind.exitStatus
    }
    let status: Int32 = verdicts.allSatisfy(\.isGood) ? 0 : 1
    console.finishProgress()
    console.answer(
      options.isJSON
        ? try BuildDocument(verdicts, status: status, diagnostics: []).json()
        : verdicts.map(\.table).joined(separator: "\n"))
    return status
  }

  var verificationOptions: [Option<ToolOptions>] {
    [
      Option(
        "verify", argument: .optional("SUITE"), completing: .oneOf(["offline", "bookworm", "trixie", "sid"]),
        help:
          "Test what was made, or packages that are named, in a disposable root of SUITE: install, boot, ask every "
          + "port, restart, upgrade, remove and purge. offline does what needs no root."
      ) { (values: inout ToolOptions, text: String?) throws(Failure) in
        values.verification.extent = try VerificationOptions.Extent(option: text ?? "")
      }.forOneRun,
      .value(
        "verify-root", placeholder: "DIR|TARBALL", completing: .files,
        help: "Test in a copy of a root of your own, without a network.", into: \.verification.root
      ).forOneRun,
      .value(
        "verify-from", placeholder: "PACKAGE", completing: .files,
        help: "Test the upgrade from an older package, too.", into: \.verification.former
      ).forOneRun,
      .value(
        "junit", placeholder: "FILE", completing: .files,
        help: "Write what --verify found for CI systems, in JUnit's XML.",
        into: \.verification.junit
      ).forOneRun,
    ]
  }
}
