import Foundation
import PythonSyntax
import TestSupport
import Testing

/// What Python itself says of a source, beside what is said here.
struct Verdict: Decodable {
  var name: String
  var source: Data
  var kind: String?
  var line: Int?
  var message: String?

  static func all(seed: Int, count: Int, of files: [String]) throws -> [Verdict] {
    try told(["\(seed)", "\(count)"] + files)
  }

  /// Python's word on each source of a table.
  static func table(_ name: String) throws -> [Verdict] { try told(["table", scripts.appending(path: name).path]) }

  private static var scripts: URL { URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scripts") }

  private static func told(_ arguments: [String]) throws -> [Verdict] {
    let script = scripts.appending(path: "verdicts.py").path
    let result = try Program("/usr/bin/python3", [script] + arguments).run().successful()
    return try result.output.split(separator: "\n").map {
      try JSONDecoder().decode(Verdict.self, from: Data($0.utf8))
    }
  }

  var tree: SyntaxTree {
    var names = NameTable()
    return SyntaxTree.parse([UInt8](source), names: &names)
  }
}

/// Sources below a folder of the repository or of this system.
func sources(below folder: String, ending: Set<String>, from root: String = Places.repository) throws -> [String] {
  let root = URL(filePath: root).appending(path: folder)
  return try FileManager.default.subpathsOfDirectory(atPath: root.path)
    .filter { ending.contains(($0 as NSString).pathExtension) }.sorted().map { root.appending(path: $0).path }
}

/// Python's own verdict is the measure: what it takes is taken, what it refuses is refused in its words and place.
@Suite struct VerdictTests {
  /// `SOURCES` names another folder to try, such as `usr/lib/python3.11`.
  @Test func takesWhatPythonTakes() throws {
    let folder = ProcessInfo.processInfo.environment["SOURCES"] ?? "usr/lib/python3/dist-packages/twisted/internet"
    let files = try sources(below: folder, ending: ["py"], from: "/")
    try #require(files.count > 50)
    for verdict in try Verdict.all(seed: 0, count: 0, of: files) where verdict.kind == nil {
      let fault = verdict.tree.fault
      #expect(fault == nil, "\(verdict.name): \(fault.map { "\($0.line): \($0.message)" } ?? "")")
    }
  }

  /// `VERDICTS` is the number of broken sources, `SEED` what they are made from; all that differ are then printed.
  @Test func refusesWhatPythonRefuses() throws {
    let files = try sources(below: "Tests/TacReaderTests/Fixtures", ending: ["tac", "py"])
    let environment = ProcessInfo.processInfo.environment
    let count = environment["VERDICTS"].flatMap(Int.init) ?? 400
    var (refused, sameLine, sameWords) = (0, 0, 0)
    var differing: [String] = []
    for verdict in try Verdict.all(seed: environment["SEED"].flatMap(Int.init) ?? 1, count: count, of: files)
    where verdict.kind != "limit" {
      let fault = verdict.tree.fault
      guard let kind = verdict.kind, let fault else {
        if (verdict.kind == nil) != (fault == nil) {
          Issue.record(
            """
            \(verdict.name): Python says \(verdict.kind ?? "nothing") \(verdict.line ?? 0) \(verdict.message ?? ""), \
            we say \(fault.map { "\($0.line) \($0.message)" } ?? "nothing")
            \(excerpt(verdict, at: verdict.line ?? fault?.line ?? 0))
            """)
        }
        continue
      }
      refused += 1
      if verdict.line == fault.line { sameLine += 1 }
      if kind == fault.kind.rawValue, verdict.message == fault.message, verdict.line == fault.line {
        sameWords += 1
      } else {
        differing.append(
          "\(verdict.name): \(kind) \(verdict.line ?? 0) \(verdict.message ?? "")\n   we: \(fault.kind.rawValue) "
            + "\(fault.line) \(fault.message)\n" + excerpt(verdict, at: verdict.line ?? 0))
      }
    }
    if environment["VERDICTS"] != nil { print(differing.joined(separator: "\n")) }
    let figures = "\(refused) refused, \(sameLine) with Python's line and \(sameWords) with its words"
    if environment["VERDICTS"] != nil { print(figures) }
    #expect(refused > count / 2)
    #expect(sameLine * 100 >= refused * 98, "\(figures)")
    #expect(sameWords * 100 >= refused * 90, "\(figures)")
  }

  /// Each error of Python's compiler that an application file could have, and what is nearly one but none.
  @Test func agreesOnEveryKindOfError() throws {
    let verdicts = try Verdict.table("compile-errors.txt")
    try #require(verdicts.count > 900)
    var differing: [String] = []
    for verdict in verdicts {
      let fault = verdict.tree.fault
      let python = "\(verdict.kind ?? "") \(verdict.line ?? 0) \(verdict.message ?? "")"
      let ours = fault.map { "\($0.kind.rawValue) \($0.line) \($0.message)" } ?? " 0 "
      #expect((verdict.kind == nil) == (fault == nil), "\(verdict.name)\n  Python: \(python)\n  we: \(ours)")
      if verdict.kind != nil, fault != nil, python != ours {
        differing.append("\(verdict.name)\n  Python: \(python)\n  we: \(ours)")
      }
    }
    if ProcessInfo.processInfo.environment["VERDICTS"] != nil { print(differing.joined(separator: "\n")) }
    #expect(differing.count * 30 <= verdicts.count, "\(differing.joined(separator: "\n"))")
  }

  private func excerpt(_ verdict: Verdict, at line: Int) -> String {
    let lines = String(decoding: verdict.source, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return (max(1, line - 2)...max(1, line + 1)).filter { $0 <= lines.count }.map { "    \($0)| \(lines[$0 - 1])" }
      .joined(separator: "\n")
  }
}
