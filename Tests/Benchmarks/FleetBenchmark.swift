import Foundation
import TestSupport

/// Many applications in one run of the tool.
struct FleetBenchmark {
  private let folder: String

  init(in folder: String) { self.folder = "\(folder)/fleet" }

  static let header = """
    | many applications, -j 2 | figure | bar | kept |
    | --- | ---: | ---: | --- |
    """

  private static let (few, many) = (100, 3000)
  private static let looped = 300
  private static let (loopBar, memoryBar, growthBar, unchangedBar) = (0.6, 150, 1.1, 1.0)

  /// The rows of the table; `false` for those that missed their bar.
  func rows() throws -> [(row: String, passed: Bool)] {
    for (name, count) in [("few", Self.few), ("looped", Self.looped), ("many", Self.many)] {
      try Self.makeApplications(count, in: "\(folder)/\(name)")
    }
    let loop = Program(
      "sh",
      [
        "-ec", "for file in looped/*/*.tac; do \"$0\" -q -t \"$file\" -m \"$1\" -o out-loop; done", Places.tap2deb,
        Benchmark.maintainer,
      ])
    let times = try PairedMeasurement(tool: fleet("looped"), bare: prepared(loop), warmUp: 1, pairs: 3)
    // Of thousands, one run is a mean already.
    let growth = try PairedMeasurement(tool: fleet("many"), bare: fleet("few"), warmUp: 0, pairs: 1)
    let cost = growth.ratio * Double(Self.few) / Double(Self.many)
    let memory = try Self.memory(of: fleet("looped"))
    let unchanged = fleet("many", ["--incremental"])
    try unchanged.run().successful()
    let second = try PairedMeasurement(tool: unchanged, bare: prepared(Program("true")), warmUp: 0, pairs: 3)
    let seconds = second.toolMedian / .seconds(1)
    return [
      row("\(Self.looped) against a loop of single runs, ratio", times.ratio, bar: Self.loopBar),
      row("their memory, the run and its workers, MB", Double(memory), bar: Double(Self.memoryBar)),
      row("each of \(Self.many) against each of \(Self.few), ratio", cost, bar: Self.growthBar),
      row("a second run of \(Self.many) with --incremental, s", seconds, bar: Self.unchangedBar),
    ]
  }

  private func row(_ title: String, _ figure: Double, bar: Double) -> (row: String, passed: Bool) {
    let hundredths = Int((figure * 100).rounded())
    let text = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    let passed = figure <= bar
    return ("| \(title) | \(text) | \(bar) | \(passed ? "yes" : "**no**") |", passed)
  }

  private func fleet(_ name: String, _ more: [String] = []) -> Program {
    prepared(
      Program(
        Places.tap2deb,
        ["-q", "--each", name, "-m", Benchmark.maintainer, "-o", "out-\(name)", "-j", "2"] + more))
  }

  private func prepared(_ program: Program) -> Program {
    var program = program
    program.folder = folder
    program.environment = Benchmark.epoch
    program.timeout = .seconds(900)
    return program
  }

  /// The example under other names, a folder each.
  private static func makeApplications(_ count: Int, in folder: String) throws {
    let text = try String(contentsOfFile: Places.example, encoding: .utf8)
    for number in 1...count {
      let place = "\(folder)/app\(number)"
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      try Data("# Number \(number).\n\(text)".utf8).write(to: URL(filePath: "\(place)/app\(number).tac"))
    }
  }

  /// The most memory that a run and its workers held together, in MB, looked at every tenth of a second.
  private static func memory(of program: Program) throws -> Int {
    var watched = program
    watched.name = "sh"
    watched.arguments =
      [
        "-c",
        """
        "$0" "$@" >/dev/null & pid=$!; most=0
        while [ -d /proc/$pid ]; do
          sum=0
          for one in $pid $(cat /proc/$pid/task/$pid/children 2>/dev/null); do
            size=$(sed -n 's/^VmHWM:[^0-9]*\\([0-9]*\\).*/\\1/p' /proc/$one/status 2>/dev/null)
            sum=$((sum + ${size:-0}))
          done
          [ "$sum" -le $most ] || most=$sum
          sleep 0.1
        done
        wait $pid && echo $((most / 1024))
        """, program.name,
      ] + program.arguments
    let said = try watched.run().successful().output.trimmingCharacters(in: .whitespacesAndNewlines)
    return Int(said) ?? .max
  }
}
