import Foundation
import TestSupport
import Testing

/// Every script with every list of arguments in every situation: what it calls and what it changes, for a person to read.
@Suite struct GoldenScriptMatrixTests {
  @Test(arguments: OptionSet.all, PackageFormat.allCases)
  func callsWhatItShould(set: OptionSet, format: PackageFormat) throws {
    let scripts = try PackageScripts.of(set).texts[format] ?? [:]
    var mismatches: [GoldenMismatch] = []
    for (name, calls) in format.calls.sorted(by: { $0.key < $1.key }) {
      let golden = "Tests/ScriptMatrixTests/Golden/\(set.name)/\(format).\(name)"
      guard let script = scripts[name] else { continue }
      let twin = try OptionSet.all.prefix { $0.name != set.name }
        .first { try PackageScripts.of($0).texts[format]?[name] == script }
      let text =
        try twin.map { "the same script as in ../\($0.name)\n" } ?? matrix(of: script, calls: calls, for: set, format)
      do { try expectGolden(text, at: golden) } catch let mismatch as GoldenMismatch { mismatches.append(mismatch) }
    }
    #expect(mismatches.isEmpty)
  }

  private func matrix(
    of script: String, calls: [ScriptCall], for set: OptionSet, _ format: PackageFormat
  ) throws -> String {
    let calls = calls.filter { set.isEssential || $0.isEssential }
    var rows = calls.map { _ in Row() }
    try Sandbox.with(set) { sandbox in
      let script = try sandbox.write(script)
      for situation in Situation.all(for: format) where set.isEssential || situation.isEssential {
        // What the sandbox holds is made again only when a run has changed it.
        var prepared: (isFirst: Bool, state: Set<String>)?
        for (index, call) in calls.enumerated() where !(call.isFirst && situation.isOfInstalled) {
          if prepared?.isFirst != call.isFirst {
            try sandbox.prepare(situation, format, isFirst: call.isFirst)
            prepared = (call.isFirst, sandbox.state)
          }
          let outcome = try sandbox.execute(script, call, in: situation, before: prepared?.state)
          rows[index].add(situation, outcome)
          if !outcome.changes.isEmpty { prepared = nil }
        }
      }
    }
    var blocks: [(titles: [String], text: String)] = []
    for (call, row) in zip(calls, rows) {
      if let index = blocks.firstIndex(where: { $0.text == row.text }) {
        blocks[index].titles.append(call.description)
      } else {
        blocks.append(([call.description], row.text))
      }
    }
    return blocks.map { block in
      block.titles.map { "== \($0.isEmpty ? "(no argument)" : $0)\n" }.joined() + block.text
    }.joined(separator: "\n")
  }
}

/// What one list of arguments leads to; situations with the same outcome stand together.
private struct Row {
  private var groups: [(situations: [String], outcome: String)] = []

  mutating func add(_ situation: Situation, _ outcome: Sandbox.Outcome) {
    let text = outcome.description
    if let index = groups.firstIndex(where: { $0.outcome == text }) {
      groups[index].situations.append(situation.description)
    } else {
      groups.append(([situation.description], text))
    }
  }

  var text: String {
    if groups.count == 1 { return "everywhere:\n" + groups[0].outcome }
    return groups.map { $0.situations.joined(separator: ", ") + ":\n" + $0.outcome }.joined()
  }
}

extension Sandbox.Outcome {
  var description: String {
    var lines = calls.map { "    \($0)" }
    if !changes.isEmpty { lines.append("  > \(changes.joined(separator: "  "))") }
    if status != 0 { lines.append("  > exit \(status)") }
    return (lines.isEmpty ? ["    nothing"] : lines).joined(separator: "\n") + "\n"
  }
}
