import Foundation
import TestSupport

/// How long the tool takes to start: against a program of C's that is linked statically and does nothing.
struct StartBenchmark {
  private static let bar = 2.0

  static let header = """
    | start | tool, ms | static C program, ms | difference | bar | kept |
    | --- | ---: | ---: | ---: | ---: | --- |
    """

  static func row(in folder: String) throws -> (row: String, passed: Bool)? {
    try Data("int main(void) { return 0; }\n".utf8).write(to: URL(filePath: "\(folder)/nothing.c"))
    guard
      (try? TestSupport.run("clang", "-O2", "-static", "-o", "\(folder)/nothing", "\(folder)/nothing.c").succeeded)
        == true
    else { return nil }
    let times = try PairedMeasurement(tool: Program(Places.tap2deb, ["--version"]), bare: Program("\(folder)/nothing"))
    let (tool, bare) = (times.toolMedian / .milliseconds(1), times.bareMedian / .milliseconds(1))
    let passed = tool - bare <= bar
    let cells = [tool, bare, tool - bare, bar].map { String(format: "%.2f", $0) }
    return ("| --version | \(cells.joined(separator: " | ")) | \(passed ? "yes" : "**no**") |", passed)
  }
}
