import Foundation
import TestSupport
import Testing

extension HostileBench {
  /// Runs a tool; whatever comes of it, nothing of the input has run, nothing is left, and the terminal was safe.
  func attempt(
    _ payloads: [Payload], through channel: Channel, _ format: Format, under tracer: [String] = []
  ) throws -> ProgramResult {
    try place("payload", payloads[0].bytes)
    try place("settings.json", Array(#"{ "long_description": "${VALUE}" }"#.utf8))
    try channel.prepare(self, payloads)
    let result = try call(format, channel.words, before: channel.before, under: tracer)
    #expect(!hasRun, "\(channel), \(format), \(payloads): something ran")
    #expect(leftovers.isEmpty, "\(channel), \(format), \(payloads): \(leftovers)")
    let said = result.output + result.errors
    #expect(
      said.unicodeScalars.allSatisfy { $0 == "\n" || !Self.isCommand($0) },
      "\(channel), \(format), \(payloads): \(said.debugDescription)")
    return result
  }

  private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value)
  }

  /// The programs that strace saw start, without the tool itself (a worker of --each is /proc/self/exe), and the connections that it saw.
  static func calls(in log: String, of format: Format) throws -> (programs: Set<String>, connections: [Substring]) {
    let calls = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    let programs = Set(
      calls.filter { $0.contains("execve") && ($0.hasSuffix("= 0") || $0.hasSuffix("<unfinished ...>")) }.compactMap {
        call -> String? in
        let parts = call.split(separator: "\"", maxSplits: 2)
        return parts.count > 1 ? URL(filePath: String(parts[1])).lastPathComponent : nil
      }
    ).subtracting([format.description, "exe"])
    // Name service asks a daemon of this machine, if there is one.
    return (programs, calls.filter { $0.contains("connect(") && !$0.contains("/nscd/socket") })
  }

  static func strace(to log: String) -> [String] {
    ["strace", "-f", "-qq", "-s", "4096", "-e", "trace=execve,execveat,connect", "-o", log]
  }
}

/// Blanks and line ends are one space each: lines are joined and wrapped on the way. The word joiner parts what a reader
/// would take for its own.
func spaced(_ text: String) -> String {
  text.replacing("\u{2060}", with: "").split { $0.isWhitespace }.joined(separator: " ")
}
