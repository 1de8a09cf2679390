import Diagnostics

/// What a service and its manager have said, and the causes that can be read in it.
package struct ServiceLog: Sendable {
  /// What its exceptions, and what systemd says of its processes, tell.
  package private(set) var findings: [Finding] = []
  /// How its main process last ended, in systemd's words: `code=exited, status=1/FAILURE`.
  package private(set) var ending: String?

  /// - Parameters:
  ///   - text: Lines without the time that a journal puts before them.
  ///   - deniedCalls: The numbers of the system calls that the kernel tells to have ended processes of the service.
  package init(_ text: String, deniedCalls: [Int] = []) {
    var block: [Substring]?
    var found = OrderedSet<Finding>()
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      if line.contains("Main process exited, "), let words = line.split(separator: ", ", maxSplits: 1).last {
        ending = String(words)
        if words.hasSuffix("/SYS") {
          found.append(
            Finding(
              .systemCall, "the unit's SystemCallFilter= ended the service for \(Self.name(deniedCalls))",
              remedy: "give --unit SystemCallFilter=@GROUP, or --hardening basic"))
        }
        if let status = ExecStatus(ending: words) { found.append(status.finding) }
      }
      let plain = Self.withoutPrefix(line)
      if plain.contains("Traceback (most recent call last):") {
        block = []
      } else if let frames = block {
        // The frames are indented, the exception is not.
        if plain.hasPrefix(" ") || plain.hasPrefix("---") || plain.allSatisfy(\.isWhitespace) {
          block = frames + [plain]
        } else {
          found.append(PythonError(plain, frames: frames).finding)
          block = nil
        }
      } else if plain.hasPrefix("Failed to load application: "), !found.elements.isEmpty {
        // twistd says again what its traceback has said.
      } else if let error = PythonError(bare: plain) {
        found.append(error.finding)
      }
    }
    findings = found.elements
  }

  private static func name(_ calls: [Int]) -> String {
    guard let first = calls.first else { return "a system call" }
    let numbers = calls.map(String.init).joined(separator: ", ")
    return "the system call\(calls.count == 1 ? "" : "s") \(numbers), which ausyscall \(first) names"
  }

  /// Twisted puts its `[system] ` before each line of the system's log, and a tab before the further lines of an event.
  private static func withoutPrefix(_ line: Substring) -> Substring {
    var line = line
    if line.hasPrefix("["), let end = line.firstRange(of: "] ") { line = line[end.upperBound...] }
    return line.hasPrefix("\t") ? line.dropFirst() : line
  }

  /// Those that the sandbox or the rights of the service's user have caused.
  package var denials: [Finding] { findings.filter { Self.denied.contains($0.cause) } }
  /// The rest.
  package var errors: [Finding] { findings.filter { !Self.denied.contains($0.cause) } }

  private static let denied: Set<Finding.Cause> = [
    .readOnly, .access, .key, .systemCall, .addressFamily, .lowPort,
  ]
}

/// Why systemd could not execute a service's program (systemd.exec(5), "Process Exit Codes").
private struct ExecStatus {
  let finding: Finding

  init?(ending: Substring) {
    guard let number = ending.split(separator: "=").last?.split(separator: "/").first.flatMap({ Int($0) }) else {
      return nil
    }
    switch number {
    case 200:
      finding = Finding(
        .file, "systemd cannot enter the service's working directory", remedy: "check WorkingDirectory= in the unit")
    case 203:
      finding = Finding(
        .file, "systemd cannot execute the program of ExecStart=",
        remedy: "check --twistd, and that a dependency brings the program")
    case 217: finding = Finding(.unit, "the service's user does not exist", remedy: "check --user")
    case 226:
      finding = Finding(
        .unit, "systemd cannot make the service's mount namespace because a path in the unit is missing",
        remedy: "put a - before the path in ReadWritePaths= and its like")
    default: return nil
    }
  }
}
