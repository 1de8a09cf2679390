import Foundation

/// A program of the system whose answer a test takes as the truth.
struct ReferenceProgram {
  var path: String
  var arguments: [String] = []

  var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// What the program prints when it reads `input` from a file.
  func output(for input: [UInt8]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("toolbox-tests-\(UUID().uuidString)")
    try Data(input).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: file)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(output)
  }
}
