import Foundation
import TestSupport
import Toolbox
import ApplicationFacts
import TwistedApplication

/// The reader alone, on an input large enough to be measured, in a process of its own so that its memory can be told.
struct ReadingBenchmark {
  let input: ReadingInput

  /// The highest ratio of the process's memory to the input.
  private static let memoryBar = 12.0
  private static let runs = 5

  static let header = """
    | file | MB | MB/s | memory / input | bar | kept |
    | --- | ---: | ---: | ---: | ---: | --- |
    """

  /// A row of the table, and one against Python where that reads it; `false` when a bar was missed.
  func measure(in folder: String) throws -> [(row: String, passed: Bool)] {
    let file = "\(folder)/bench.\(input == .source ? "tac" : "tap")"
    let bytes = input.bytes
    try Data(bytes).write(to: URL(filePath: file))
    let figures = try (0..<Self.runs).map { _ in try Self.read(file) }
    let seconds = figures.map(\.seconds).min() ?? .infinity
    let speed = Double(bytes.count) / 1e6 / seconds
    let memory = Double(figures.map(\.peak).max() ?? .max) / Double(bytes.count)
    let wasRead = input.isHostile || !figures.contains(where: \.wasRefused)
    // How fast is told; what counts is how much faster than Python in the same run, on whatever machine.
    let passed = memory <= Self.memoryBar && wasRead
    let cells = [
      input.title, tenths(Double(bytes.count) / 1e6), tenths(speed), tenths(memory),
      "\(Int(Self.memoryBar))", !wasRead ? "**refused**" : passed ? "yes" : "**no**",
    ]
    let row = ("| \(cells.joined(separator: " | ")) |", passed)
    return input.isHostile ? [row] : [row, try PythonReading(input: input).row(file, toolSeconds: seconds)]
  }

  /// What the process that `measure` starts does.
  static func reader(of file: String) throws -> String {
    let input = try InputFile(file, limit: ApplicationReader.sizeLimit)
    return ReadingFigures.measure(input.contents, file: file).line
  }

  private static func read(_ file: String) throws -> ReadingFigures {
    let result = try run("/proc/\(ProcessInfo.processInfo.processIdentifier)/exe", "--read", file).successful()
    guard let figures = ReadingFigures(line: result.output) else { throw NoFigures(result: result) }
    return figures
  }

  private func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// A reading process that did not tell what reading took.
private struct NoFigures: Error, CustomStringConvertible {
  let result: ProgramResult
  var description: String { "no figures: \(result)" }
}
