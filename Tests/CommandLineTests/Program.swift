import Foundation

/// A program of the system that judges what the code under test makes.
struct Program: Sendable {
  var path: String

  var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// Runs it with `input` on standard input; standard error comes after standard output.
  func run(_ arguments: [String], input: String = "") throws -> (status: Int32, output: String) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("command-line-tests-\(UUID().uuidString)")
    try Data(input.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: file)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
