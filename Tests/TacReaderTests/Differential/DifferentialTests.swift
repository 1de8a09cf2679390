import Diagnostics
import Foundation
import TestSupport
import Testing
import ApplicationFacts
import TwistedApplication

/// Random programs are run by Python and read by the reader: what Python does must lie in what the reader says, and what
/// the reader calls sure must be what Python does, whatever the environment.
@Suite struct DifferentialTests {
  /// A program with what Python did under each setting of its environment.
  private struct Example: Decodable {
    var seed: Int
    var source: String
    /// For each setting the pairs of line and port.
    var runs: [[[Int]]]
  }

  private struct Score {
    var ports = 0
    var sure = 0
    var falselySure: [String] = []
    var missed: [String] = []
    var slowest = (seconds: 0.0, seed: 0)
  }

  /// `DIFFERENTIAL_SCRIPT` names the one of the generators that is wanted.
  @Test(arguments: ["programs.py", "idioms.py"])
  func pythonDoesWhatIsSaid(generator: String) throws {
    let environment = ProcessInfo.processInfo.environment
    let wantsAll = environment["TAP2DEB_SYSTEM_TESTS"] == "full"
    let first = environment["DIFFERENTIAL_FIRST"].flatMap { Int($0) } ?? 1
    let count = environment["DIFFERENTIAL_COUNT"].flatMap { Int($0) } ?? (wantsAll ? 20_000 : 1_000)
    guard environment["DIFFERENTIAL_SCRIPT"].map({ $0 == generator }) ?? true else { return }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: generator).path
    var score = Score()
    var read = 0
    for start in stride(from: first, to: first + count, by: 1_000) {
      let output = try run(
        "python3", script, String(start), String(min(1_000, first + count - start)), timeout: .seconds(900)
      ).successful()
      for line in output.standardOutput.split(separator: UInt8(ascii: "\n")) {
        try judge(JSONDecoder().decode(Example.self, from: line), &score)
        read += 1
      }
    }
    print(
      """
      differential by \(generator): \(read) programs, \(score.ports) ports opened, \(score.sure) told as sure; falsely sure \
      \(score.falselySure.count), missed \(score.missed.count), slowest \(score.slowest)
      """)
    #expect(read > count / 2, "too few of the programs run to their end")
    #expect(score.sure > read, "too little is sure for a test")
    #expect(score.falselySure.isEmpty, "\(score.falselySure.prefix(40).joined(separator: "\n"))")
    #expect(
      score.missed.count * 200 <= score.ports, "more than 0.5 %: \(score.missed.prefix(40).joined(separator: "\n"))")
    // A debug build is many times slower than what is shipped.
    #expect(score.slowest.seconds < 5, "seed \(score.slowest.seed)")
  }

  private func judge(_ example: Example, _ score: inout Score) throws {
    let before = clock()
    let application = try TacReader.read(Array(example.source.utf8), file: "x.tac")
    let seconds = Double(clock() - before) / Double(CLOCKS_PER_SEC)
    if seconds > score.slowest.seconds { score.slowest = (seconds, example.seed) }
    let opened = example.runs.map { Set($0) }
    let always = opened.dropFirst().reduce(opened[0]) { $0.intersection($1) }
    var told: Set<[Int]> = []
    var unknown: Set<Int> = []
    for listener in application.listeners {
      let line = listener.location.line ?? 0
      guard let port = listener.port?.value else {
        unknown.insert(line)
        continue
      }
      told.insert([line, port])
      guard listener.certainty == .sure, listener.port?.certainty == .sure else { continue }
      score.sure += 1
      if !always.contains([line, port]) {
        score.falselySure.append("seed \(example.seed) line \(line): \(port) is sure")
      }
    }
    let isIncomplete = application.diagnostics.contains { $0.message.contains("too long or too intricate") }
    for place in opened.reduce(Set(), { $0.union($1) }).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      score.ports += 1
      if !told.contains(place), !unknown.contains(place[0]), !isIncomplete {
        score.missed.append("seed \(example.seed) line \(place[0]): \(place[1]) is not told")
      }
    }
  }
}
