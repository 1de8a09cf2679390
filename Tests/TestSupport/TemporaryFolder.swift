import Foundation

/// Calls `body` with a new folder of its own, and removes that with all it holds, whatever the outcome.
package func withTemporaryFolder<Result>(_ body: (_ path: String) throws -> Result) throws -> Result {
  let parent = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
  var template = Array("\(parent)/tap2deb-test-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw SystemCallFailure(call: "mkdtemp in \(parent)", code: errno) }
  let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}
