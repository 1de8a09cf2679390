import Diagnostics
import Formats
import Packaging
import Text
import Toolbox

/// Several packages that are made in one run.
///
/// Each is made as it would be alone, by a worker. What is told of them comes in their order, whichever is done first; one
/// that fails keeps none of the others from being made.
struct FleetRun {
  private let tool: Tool
  private let options: ToolOptions
  private let context: BuildContext
  private let console: Console
  private let jobs: [FleetJob]
  private let questions: [String]
  private var manifest: Manifest?
  private var claims: [[PackageClaim]] = []
  /// The jobs of this machine, in order, and what came of each.
  private var members: [Int] = []
  private var results: [Int: FleetResult] = [:]
  /// How many of the members have been told of.
  private var toldCount = 0
  private var unwritten = 0
  private let start = Clock.uptime

  /// So many packages may have to be made again after a run that was ended.
  private static let writeInterval = 100

  init(
    _ tool: Tool, _ options: ToolOptions, jobs: [FleetJob], in context: BuildContext, console: Console
  ) {
    (self.tool, self.options, self.context, self.console) = (tool, options, context, console)
    self.jobs = jobs
    questions = jobs.map { SHA256.hexDigest(Array($0.words.joined(separator: "\0").utf8)) }
  }

  /// - Returns: 0, or the exit status of the first that failed.
  mutating func make() throws(Failure) -> Int32 {
    let fleet = options.fleet
    var current = [Manifest.Entry?](repeating: nil, count: jobs.count)
    if fleet.isIncremental {
      let manifest = Manifest(
        in: tool.fleetOutput(options),
        maker: try Maker.digest(tool, context.heard(by: Silence())))
      var states = InputStates(environment: context.environment)
      for index in jobs.indices { current[index] = manifest.current(questions[index], &states) }
      self.manifest = manifest
    }
    claims = jobs.indices.map { current[$0]?.claims ?? claims(of: jobs[$0]) }
    try refuseClashes()
    members = try fleet.shard?.shard(in: context).members(of: jobs.map(\.size)) ?? Array(jobs.indices)
    for index in members {
      if let entry = current[index] { results[index] = result(index, entry) }
    }
    var progress = FleetProgress(of: members.count, console, in: context, isAsked: options.showsTimings)
    for index in members where results[index] != nil {
      progress.finish(index, of: jobs[index].title, .unchanged, answer: nil)
    }
    try makeRest(&progress)
    for index in members where results[index] == nil {
      results[index] = FleetResult(title: jobs[index].title, outcome: .skipped, answer: nil)
    }
    progress.clear()
    tellNext()
    try writeManifest()
    let all = members.compactMap { results[$0] }
    let status = all.first { $0.outcome == .failed }?.answer?.status ?? 0
    if options.isJSON {
      console.answer(try BuildDocument(all, status: status, showsTimings: options.showsTimings).json())
    }
    if !options.isQuiet {
      let summary = FleetSummary(all, took: Clock.uptime - start, showsTimings: options.showsTimings)
      console.remark(summary.text)
    }
    return status
  }

  private mutating func makeRest(_ progress: inout FleetProgress) throws(Failure) {
    let rest = members.filter { results[$0] == nil }
    guard !rest.isEmpty else { return }
    let count = min(options.fleet.jobs ?? ProcessContext.processors, rest.count)
    let titles = jobs.map(\.title)
    try context.withWorkspace { workspace throws(Failure) in
      // What a worker leaves when it is killed goes with this run's workspace.
      let environment = context.environment.merging(["TMPDIR": workspace.path]) { $1 }
      var pool = WorkerPool(tool.name, environment: environment, workspace.interruption)
      try pool.run(
        rest.map { ($0, jobs[$0].words) }, count: count, isRecorded: manifest != nil,
        tick: { progress.show($0) { titles[$0] } }
      ) { (index, answer) throws(Failure) in
        let outcome: FleetOutcome = answer.status == 0 ? .made : .failed
        results[index] = FleetResult(title: titles[index], outcome: outcome, answer: answer)
        progress.finish(index, of: titles[index], outcome, answer: answer)
        record(index, answer)
        tellNext()
        if unwritten >= Self.writeInterval { try writeManifest() }
        return outcome == .made || !options.fleet.failsFast
      }
    }
  }

  // MARK: What is there already

  private func claims(of job: FleetJob) -> [PackageClaim] {
    // What is wrong with the options is told when the package is made.
    guard let options = try? tool.parse(job.words, environment: context.environment, listener: Silence()),
      let formats = try? tool.formats(options)
    else { return [] }
    let context = context.heard(by: Silence())
    return formats.compactMap { PackageClaim(options.inputs, for: $0, context) }
  }

  /// - Throws: A usage failure with each pair that would write the same artefact; nothing has been written then.
  private func refuseClashes() throws(Failure) {
    var known: [PackageClaim: Int] = [:]
    var mistakes: [Diagnostic] = []
    for (index, claims) in claims.enumerated() {
      for claim in claims {
        if let other = claim.rivals.lazy.compactMap({ known[$0] }).first(where: { $0 != index }), mistakes.count < 20 {
          mistakes.append(
            .error(
              .packageTwice,
              "\(jobs[other].title) and \(jobs[index].title) would both make the package \(claim.name)",
              remedy: "give one of them another name, in a \(ConfigurationFile.name) beside it or with --batch"))
        }
        for place in claim.places where known[place] == nil { known[place] = index }
      }
    }
    guard mistakes.isEmpty else { throw Failure(.usage, OrderedSet(mistakes).elements) }
  }

  /// What the manifest says of a package that is there.
  private func result(_ index: Int, _ entry: Manifest.Entry) -> FleetResult? {
    // Of thousands of which nothing is told again, the paths are all that is needed.
    guard entry.hasTold || options.isJSON || FleetSummary.hasRows(for: members.count) else {
      var answer = FleetAnswer()
      answer.artefacts = entry.artefacts
      return FleetResult(title: jobs[index].title, outcome: .unchanged, answer: answer)
    }
    guard var answer = try? JSONReader.value(of: entry.answer).decoded(as: FleetAnswer.self) else { return nil }
    answer.seconds = 0
    return FleetResult(title: jobs[index].title, outcome: .unchanged, answer: answer)
  }

  private mutating func record(_ index: Int, _ answer: FleetAnswer) {
    guard manifest != nil else { return }
    let question = questions[index]
    manifest?.drop(question)
    unwritten += 1
    guard let digest = answer.digest, let uses = answer.uses else { return }
    var rest = answer
    (rest.uses, rest.digest, rest.programs) = (nil, nil, [])
    guard let json = try? JSONText.line(of: JSONValue(encoding: rest)) else { return }
    let entry = Manifest.Entry(
      question: question, digest: digest,
      uses: uses.compactMap(RunRecord.Use.init(text:)), claims: claims[index], artefacts: answer.artefacts,
      answer: Array(json.utf8), hasTold: !answer.told.isEmpty)
    if entry.isPlain { manifest?.keep(entry) }
  }

  private mutating func writeManifest() throws(Failure) {
    guard unwritten > 0, let manifest else { return }
    try FileSystem.makeFolder(tool.fleetOutput(options))
    try manifest.write()
    unwritten = 0
  }

  // MARK: What is told

  /// Tells of those that are done, up to the first that is not.
  private mutating func tellNext() {
    while toldCount < members.count, let result = results[members[toldCount]] {
      toldCount += 1
      for told in result.answer?.told ?? [] {
        let text = told.text.hasPrefix(result.title) ? told.text : "\(result.title): \(told.text)"
        console.tell(
          Diagnostic(Diagnostic.Severity(rawValue: told.severity) ?? .error, code: told.code, message: text))
      }
      if options.isJSON { continue }
      for artefact in result.answer?.artefacts ?? [] {
        let words = tool.formats.first { $0.name == artefact.format }?.words
        console.made(artefact.path) { words?.made($0) ?? $0 }
      }
    }
  }
}
