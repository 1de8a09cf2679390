import Foundation
import TestSupport
import Testing

/// Every script with every list of arguments in every situation: what it calls and what it changes, for a person to read.
@Suite struct GoldenScriptMatrixTests {
  @Test(arguments: OptionSet.all, PackageFormat.allCases)
  func callsWhatItShould(set: OptionSet, format: PackageFormat) throws {
    let scripts = try PackageScripts.of(set).texts[format] ?? [:]
    let plain = try PackageScripts.of(.plain).texts[format] ?? [:]
    var mismatches: [GoldenMismatch] = []
    for (name, calls) in format.calls.sorted(by: { $0.key < $1.key }) {
      let golden = "Tests/ScriptMatrixTests/Golden/\(set.name)/\(format).\(name)"
      guard let script = scripts[name] else { continue }
      let isUsual = set.name != "default" && script == plain[name]
      let text = try isUsual ? "the same script as in ../default\n" : matrix(script, calls, set, format)
      do { try expectGolden(text, at: golden) } catch let mismatch as GoldenMismatch { mismatches.append(mismatch) }
    }
    #expect(mismatches.isEmpty)
  }

  private func matrix(_ script: String, _ calls: [ScriptCall], _ set: OptionSet, _ format: PackageFormat) throws -> String {
    try Sandbox.with(set) { sandbox in
      let script = try sandbox.write(script)
      var blocks: [(titles: [String], text: String)] = []
      for call in calls {
        let text = try row(script, call, set, sandbox, format)
        if let index = blocks.firstIndex(where: { $0.text == text }) {
          blocks[index].titles.append(call.description)
        } else {
          blocks.append(([call.description], text))
        }
      }
      return blocks.map { block in
        block.titles.map { "== \($0.isEmpty ? "(no argument)" : $0)\n" }.joined() + block.text
      }.joined(separator: "\n")
    }
  }

  /// One list of arguments; situations with the same outcome stand together.
  private func row(_ script: String, _ call: ScriptCall, _ set: OptionSet, _ sandbox: Sandbox, _ format: PackageFormat) throws -> String {
    var groups: [(situations: [String], outcome: String)] = []
    let situations = Situation.all(for: format).filter { situation in
      (set.isEssential || situation.isEssential) && !(call.isFirst && situation.isOfInstalled)
    }
    for situation in situations {
      try sandbox.prepare(situation, format, isFirst: call.isFirst)
      let outcome = try sandbox.execute(script, call, in: situation).description
      if let index = groups.firstIndex(where: { $0.outcome == outcome }) {
        groups[index].situations.append(situation.description)
      } else {
        groups.append(([situation.description], outcome))
      }
    }
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
