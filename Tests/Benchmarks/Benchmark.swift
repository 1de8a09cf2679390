import Foundation
import TestSupport

/// One of the tools against the least that has to be done for the same package.
struct Benchmark {
  let title: String
  let tool: Program
  /// The program without which the package cannot be made, called as leanly as it can be.
  let bare: Program
  /// The highest allowed ratio of the medians.
  let bar: Double
  var warmUp = 5
  var pairs = 40
  /// The most memory that the tool's own process may hold, in MB, where that is measured.
  var memoryBar: Int?
  /// Whether the other program does the same by the same means, so that what both start can be compared.
  var isSame = true
  /// Programs besides those that the bare call runs.
  var extras: Set<String> = ["gzip"]

  /// A row of the table; `false` when the bar was missed or something else than the bare program was spawned.
  func measure(in folder: String) throws -> (row: String, passed: Bool) {
    let times = try PairedMeasurement(tool: tool, bare: bare, warmUp: warmUp, pairs: pairs)
    let spawned = try Self.programs(startedBy: tool, in: folder).dropFirst()
    let needed = isSame ? try Self.programs(startedBy: bare, in: folder) : []
    // One rpmbuild for each package, side by side, where the bare call writes both; and gzip, once.
    let isLean =
      !isSame
      || Set(spawned).subtracting(extras) == Set(needed) && spawned.count <= needed.count + 1 + extras.count
    let memory = try memoryBar.map { (bar: $0, used: try Self.memory(of: tool)) }
    let passed = times.ratio <= bar && isLean && memory.map { $0.used < $0.bar } != false
    let cells = [
      title + (memory.map { " (at most \($0.used) MB of memory, bar \($0.bar))" } ?? ""),
      milliseconds(times.toolMedian), milliseconds(times.bareMedian), rounded(times.ratio), "\(bar)",
      spawned.joined(separator: ", ") + (isLean ? "" : " (needed: \(needed.joined(separator: ", ")))"),
      passed ? "yes" : "**no**",
    ]
    return ("| \(cells.joined(separator: " | ")) |", passed)
  }

  static let header = """
    | package | tool, ms | bare, ms | ratio | bar | spawned | kept |
    | --- | ---: | ---: | ---: | ---: | --- | --- |
    """

  /// The most memory that a program's own process held, in MB, without the programs that it ran; looked at every
  /// hundredth of a second.
  private static func memory(of program: Program) throws -> Int {
    var watched = program
    watched.name = "sh"
    watched.arguments =
      [
        "-c",
        """
        "$0" "$@" >/dev/null & pid=$!; most=0
        while [ -r /proc/$pid/status ] && size=$(sed -n 's/^VmHWM:[^0-9]*\\([0-9]*\\).*/\\1/p' /proc/$pid/status) && [ "$size" ]
        do [ "$size" -le $most ] || most=$size; sleep 0.01; done
        wait $pid && echo $((most / 1024))
        """, program.name,
      ] + program.arguments
    let said = try watched.run().successful().output.trimmingCharacters(in: .whitespacesAndNewlines)
    return Int(said) ?? .max
  }

  /// The names of all programs which a call executes, itself first, in order.
  private static func programs(startedBy program: Program, in folder: String) throws -> [String] {
    let log = "\(folder)/trace"
    var traced = program
    traced.name = "strace"
    traced.arguments =
      ["-f", "-qq", "-e", "trace=execve", "-e", "signal=none", "-o", log, program.name] + program.arguments
    try traced.run().successful()
    // PID execve("PATH", ...) = 0
    return try run("grep", "-E", #"execve\(.* = 0$"#, log).successful().output.split(separator: "\n")
      .compactMap { line in
        let quoted = line.split(separator: "\"")
        return quoted.count > 1 ? quoted[1].split(separator: "/").last.map(String.init) : nil
      }
  }

  private func milliseconds(_ time: Duration) -> String {
    rounded(time / .milliseconds(1))
  }

  /// Two digits after the point.
  private func rounded(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
