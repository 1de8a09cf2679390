import Foundation

/// Compares `text` with a golden file.
///
/// With `UPDATE_GOLDEN` in the environment a different file is rewritten, and the comparison fails all the same: new golden
/// files are for a person to look at, so no run that made them may count as passed.
///
/// - Parameter path: of the golden file, relative to the repository's root.
/// - Throws: `GoldenMismatch`.
package func expectGolden(_ text: String, at path: String) throws {
  let url = URL(filePath: Places.repository).appending(path: path)
  let golden = try? String(contentsOf: url, encoding: .utf8)
  guard golden != text else { return }
  let renews = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"].map { !$0.isEmpty } ?? false
  if renews {
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }
  throw GoldenMismatch(path: path, golden: golden, text: text, renewed: renews)
}

/// A text that is not what its golden file says.
package struct GoldenMismatch: Error, CustomStringConvertible {
  package let path: String
  package let golden: String?
  package let text: String
  package let renewed: Bool

  package var description: String {
    let fate = renewed ? "was rewritten: look at the difference" : "differs; `make golden` rewrites it"
    guard let golden else { return "\(path) \(renewed ? fate : "is missing; `make golden` writes it")" }
    return "\(path) \(fate)\n\(firstDifference(golden, text))"
  }

  private func firstDifference(_ golden: String, _ text: String) -> String {
    let old = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    func show(_ lines: [Substring]) -> String { line < lines.count ? String(lines[line]) : "(end of file)" }
    return "line \(line + 1)\n- \(show(old))\n+ \(show(new))"
  }
}
