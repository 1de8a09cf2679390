import Diagnostics
import Formats
import Packaging
import Synchronization
import Text
import Toolbox
import Verification

extension Tool {
  /// Makes the packages, and tells what was made: a line each, or a document with everything that was told besides.
  ///
  /// - Returns: The exit status, where a document tells of a failure.
  func build(_ options: ToolOptions, _ context: BuildContext, console: Console) throws(Failure) -> Int32 {
    Umask.admitReaders()
    let formats = try formats(options)
    if options.verification.extent != nil {
      if let other = formats.first(where: { !Verification.tries($0.name) }) {
        throw Failure.usage(
          .verification, "--verify tries no \(other.name) so far", remedy: "give --format deb, or leave --verify out")
      }
      try Verification.check(options.verification, context)
    }
    let recorder = OnceListener(console)
    func report() throws(Failure) -> Report {
      try self.report(options, context, recorder: recorder, console: console, formats: formats)
    }
    guard options.isJSON else {
      let report = try report()
      for package in report.packages {
        for artefact in package.artefacts.all { console.made(artefact.path, as: format.words.made) }
      }
      for (package, format) in zip(report.packages, formats) where console.isForPeople {
        console.answer(Summary(package, in: format.words, width: console.width).text)
      }
      guard options.verification.extent != nil else {
        try write(options, about: report, verdicts: [], context)
        return 0
      }
      let verdicts = try verify(report, options.verification, in: context)
      try write(options, about: report, verdicts: verdicts, context)
      console.finishProgress()
      console.answer(verdicts.map(\.table).joined(separator: "\n"))
      return verdicts.allSatisfy(\.isGood) ? 0 : 1
    }
    do {
      let report = try report()
      var document = BuildDocument(report, diagnostics: recorder.told)
      if options.verification.extent != nil {
        let verdicts = try verify(report, options.verification, in: context.heard(by: recorder))
        document.verify = verdicts
        document.status = verdicts.allSatisfy(\.isGood) ? 0 : 1
      }
      try write(options, about: report, verdicts: document.verify ?? [], context)
      console.answer(try document.json())
      return document.status
    } catch {
      for diagnostic in error.diagnostics { recorder.tell(diagnostic) }
      console.answer(try BuildDocument(error, diagnostics: recorder.told).json())
      return error.kind.exitStatus
    }
  }

  /// Makes the packages, and tells how long that took and what was decided where that is asked for.
  private func report(
    _ options: ToolOptions, _ context: BuildContext, recorder: OnceListener, console: Console,
    formats: [any PackageFormat]
  ) throws(Failure) -> Report {
    guard options.showsTimings || options.isVerbose else {
      return try report(options, in: formats, context, recorder: recorder)
    }
    let start = Clock.uptime
    var record = RunRecord(ignoring: "")
    if options.isVerbose { record = RunRecord(ignoring: "") { console.tell(command: $0, took: $1) } }
    let report = RunRecord.around.with(record) {
      Result { () throws(Failure) in try self.report(options, in: formats, context, recorder: recorder) }
    }
    let seconds = (Clock.uptime - start).inSeconds
    if options.isVerbose, case .success(let made) = report {
      for (package, format) in zip(made.packages, formats) {
        let lines = Decisions(package, Verdicts(options.inputs, for: format, context)).lines
        for line in lines { console.remark("\(name): \(line)\n") }
      }
    }
    console.remark("\(name): \(Timings.line(record.programTimes, of: seconds, what: "it took"))\n")
    return try report.get()
  }

  /// Makes the packages, and tells a listener each thing once.
  func report(
    _ options: ToolOptions, in formats: [any PackageFormat], _ context: BuildContext, recorder: OnceListener
  ) throws(Failure) -> Report {
    try Report(
      options.inputs, for: formats, context.heard(by: recorder),
      keepsTrees: options.reportPage != nil || options.isVerbose
    ) { () throws(Failure) in try options.limit?.check(recorder.told) }
  }

  /// Writes what was asked for about the packages, in place of what is there.
  private func write(
    _ options: ToolOptions, about report: Report, verdicts: [Verdict], _ context: BuildContext
  ) throws(Failure) {
    var documents: [OutputFile] = []
    if let path = options.reportPage {
      let page = try ReportPage(report, in: formats(options), from: options.inputs, verdicts: verdicts, context)
      documents.append(OutputFile(path, page.html.text, mode: 0o644))
    }
    if let path = options.sbom { documents.append(OutputFile(path, BillOfMaterials(report).json, mode: 0o644)) }
    if let path = options.checksums {
      documents.append(OutputFile(path, Checksums(report, beside: path).text, mode: 0o644))
    }
    if !documents.isEmpty { try OutputFile.write(documents, context) }
  }

  /// Reads the value of `--format`.
  func formatNames(_ text: String) throws(Failure) -> [String] {
    let known = formats.map(\.name)
    var names = OrderedSet<String>()
    for word in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      guard known.contains(word) else {
        throw Failure.usage(
          .optionValue, "no package has the format \(quoted(word))",
          remedy: "give \(known.joined(separator: ", ")) or \(known.joined(separator: ","))")
      }
      names.append(word)
    }
    return names.elements
  }
}
