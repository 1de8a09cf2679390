import Bundling
import Diagnostics
import Formats
import Glibc
import Packaging
import Text
import Toolbox

/// A run of the tool that makes packages which another run asks for, one after another: each as it would be made alone,
/// without starting anew. What keeps one from being made ends nothing else, and a signal ends this process as any run.
struct Worker {
  let tool: Tool
  let context: BuildContext

  /// PR_SET_PDEATHSIG of prctl(2), which Swift's Glibc module does not show.
  private typealias Prctl = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
  private static let deathSignal: Int32 = 1

  /// Answers until nobody asks any more.
  func run() throws(Failure) -> Int32 {
    // Whoever asks may be killed; what this process is at then has no use.
    if let symbol = dlsym(nil, "prctl") {
      _ = unsafeBitCast(symbol, to: Prctl.self)(Self.deathSignal, UInt(SIGTERM), 0, 0, 0)
    }
    Umask.admitReaders()
    return try context.withWorkspace { workspace throws(Failure) in
      while let message = Message.read(from: STDIN_FILENO) {
        let answer = make(message.words, isRecorded: message.isRecorded, below: workspace.path)
        guard let value = try? JSONValue(encoding: answer),
          Message.write(Array(JSONText.line(of: value).utf8), to: STDOUT_FILENO)
        else { return 1 }
      }
      return 0
    }
  }

  private func make(_ words: [String], isRecorded: Bool, below folder: String) -> FleetAnswer {
    let start = Clock.uptime
    let recorder = OnceListener(Silence())
    // Of the workspace around this one, which is another run's, nothing is an input either.
    let record = RunRecord(ignoring: context.environment["TMPDIR"] ?? folder)
    var answer = FleetAnswer()
    let failure = RunRecord.around.with(record) { () -> Failure? in
      do throws(Failure) {
        let context = context.heard(by: recorder)
        let options = try tool.parse(words, environment: context.environment, listener: recorder)
        if options.inputs.dependsOnMore { RunRecord.giveUp() }
        let report = try tool.report(options, in: tool.formats(options), context, recorder: recorder)
        let document = BuildDocument(report, diagnostics: [])
        (answer.packages, answer.artefacts) = (document.packages, document.artefacts)
        return nil
      } catch {
        return error
      }
    }
    if let failure { answer = FleetAnswer(failure) }
    answer.told = recorder.told.map(FleetAnswer.Told.init) + answer.told
    if isRecorded, failure == nil, let uses = record.settled(), uses.allSatisfy({ !$0.path.contains("\n") }) {
      var states = InputStates(environment: context.environment)
      answer.digest = states.digest(of: uses)
      answer.uses = uses.map(\.text)
    }
    answer.programs = record.programTimes
    answer.seconds = (Clock.uptime - start).inSeconds
    return answer
  }
}

extension Inputs {
  /// Whether a package depends on more than the files that are read for it: on an index, a key, an archive.
  fileprivate var dependsOnMore: Bool {
    bundle.subject != nil || publishing.key != nil || publishing.repository != nil || publishing.isSourceWanted
      || publishing.isSourceOnly || application.passphraseFile != nil
  }
}
