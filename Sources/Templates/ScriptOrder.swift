import Diagnostics

/// Which acts each script consists of, and in which order.
struct ScriptOrder: Sendable {
  /// What an act is repeated for.
  enum Scope: String, Sendable { case service, package }

  /// Neighbouring acts of one scope: those of services are done service by service.
  struct Round {
    let scope: Scope
    var acts: [String]
  }

  static let path = "scripts/order"

  private var entries: [(script: String, scope: Scope, act: String)] = []

  /// - Throws: A build failure for a line that is not `SCRIPT SCOPE ACT`.
  init(_ text: String) throws(Failure) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.split(separator: " ").map(String.init)
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      guard words.count == 3, let scope = Scope(rawValue: words[1]) else {
        throw Failure.build(
          .template, "\(quoted(String(line))) is not the place of an act",
          at: SourceLocation(file: "templates/\(Self.path)", line: index + 1),
          remedy: "write FORMAT.SCRIPT, then service or package, then the act, as in: deb.postinst service account")
      }
      entries.append((first, scope, words[2]))
    }
  }

  func rounds(of script: String) -> [Round] {
    var rounds: [Round] = []
    for entry in entries where entry.script == script {
      if rounds.last?.scope == entry.scope {
        rounds[rounds.count - 1].acts.append(entry.act)
      } else {
        rounds.append(Round(scope: entry.scope, acts: [entry.act]))
      }
    }
    return rounds
  }
}
