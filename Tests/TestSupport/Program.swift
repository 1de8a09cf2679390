import Foundation

/// A command line to run once.
///
/// The child is made by `posix_spawn` in a process group of its own, which a timeout kills as a whole. `Foundation.Process`
/// is no choice here: it notices the end of a child up to 50 ms late.
package struct Program: Sendable {
  package var name: String
  package var arguments: [String]
  /// Added to the environment of the tests; `nil` removes a variable.
  package var environment: [String: String?] = [:]
  package var folder: String?
  /// What standard input has to say; nothing when nil.
  package var input: Data?
  package var timeout: Duration = .seconds(120)

  /// - Parameter name: a path, or a name to look for on `PATH`.
  package init(_ name: String, _ arguments: [String] = []) {
    self.name = name
    self.arguments = arguments
  }

  /// Runs to the end. Standard input is a file or `/dev/null`; the two outputs go to files, so that a daemon which the program
  /// leaves behind and which still holds them open is not waited for.
  ///
  /// - Throws: when the program cannot be started. An unhappy end is a result, not an error.
  package func run() throws -> ProgramResult {
    let source = try input.map(CaptureFile.init(holding:))
    let output = try CaptureFile()
    let errors = try CaptureFile()
    defer {
      source?.close()
      output.close()
      errors.close()
    }
    let child = try ChildProcess.spawn(
      self, input: source?.descriptor, output: output.descriptor, errors: errors.descriptor)
    let ending = child.wait(timeout: timeout)
    return ProgramResult(
      command: [name] + arguments, ending: ending, standardOutput: output.content(), standardError: errors.content())
  }
}

/// Runs `name` with `arguments` to the end, with `/dev/null` as standard input.
///
/// - Parameters:
///   - environment: added to the environment of the tests; `nil` removes a variable.
///   - folder: the working directory; the tests' own when nil.
///   - timeout: the program and its process group are killed after this time.
@discardableResult
package func run(
  _ name: String, _ arguments: String..., environment: [String: String?] = [:], in folder: String? = nil,
  timeout: Duration = .seconds(120)
) throws -> ProgramResult {
  var program = Program(name, arguments)
  program.environment = environment
  program.folder = folder
  program.timeout = timeout
  return try program.run()
}

/// An unlinked temporary file which takes the output of a child, or holds its input.
private struct CaptureFile {
  let descriptor: Int32

  init() throws(SystemCallFailure) {
    var template = Array("/tmp/tap2deb-output-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SystemCallFailure(call: "mkstemp", code: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
  }

  init(holding data: Data) throws(SystemCallFailure) {
    self = try CaptureFile()
    let count = data.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, data.count, 0) }
    guard count == data.count else { throw SystemCallFailure(call: "pwrite", code: errno) }
  }

  func content() -> Data {
    let length = Int(lseek(descriptor, 0, SEEK_END))
    guard length > 0 else { return Data() }
    var data = Data(count: length)
    let count = data.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, length, 0) }
    return data.prefix(max(0, count))
  }

  func close() {
    Glibc.close(descriptor)
  }
}
