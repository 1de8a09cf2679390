import Foundation

/// How a program ended and what it wrote.
package struct ProgramResult: Sendable, CustomStringConvertible {
  /// The command line, for messages.
  package let command: [String]
  package let ending: Ending
  package let standardOutput: Data
  package let standardError: Data

  /// How a process ended: POSIX `waitpid`'s cases, and the time limit of the caller.
  package enum Ending: Sendable, Equatable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
  }

  /// The exit status, or -1 when the program did not exit by itself.
  package var status: Int32 {
    if case .exited(let status) = ending { status } else { -1 }
  }

  package var succeeded: Bool { status == 0 }
  package var output: String { String(decoding: standardOutput, as: UTF8.self) }
  package var errors: String { String(decoding: standardError, as: UTF8.self) }

  package var description: String {
    "`\(command.joined(separator: " "))` \(ending)\n--- stdout\n\(output)\n--- stderr\n\(errors)"
  }

  /// This result, when the program exited with 0.
  ///
  /// - Throws: `ProgramFailure` with everything the program said.
  @discardableResult
  package func successful() throws(ProgramFailure) -> ProgramResult {
    guard succeeded else { throw ProgramFailure(result: self) }
    return self
  }
}

/// A program that was expected to succeed and did not.
package struct ProgramFailure: Error, CustomStringConvertible {
  package let result: ProgramResult
  package var description: String { result.description }
}

/// A program that could not be started, or a system call of this harness that failed.
package struct SystemCallFailure: Error, CustomStringConvertible {
  package let call: String
  package let code: Int32

  package init(call: String, code: Int32) {
    self.call = call
    self.code = code
  }

  package var description: String { "\(call): \(String(cString: strerror(code)))" }
}
