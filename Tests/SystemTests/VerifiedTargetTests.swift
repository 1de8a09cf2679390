import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// The packages of the example applications, made once, tried on each release of Debian by the tool itself. What it says
  /// goes into docs/targets.md.
  @Suite(.enabled(if: wantsEverything, "trying them all takes half an hour"))
  struct VerifiedTargetTests {
    private static let page = "\(Places.repository)/docs/targets.md"
    private static let marks = (begin: "<!-- tried -->\n", end: "<!-- end -->\n")

    private struct Document: Decodable {
      struct Verdict: Decodable { var cells: [Cell] }
      struct Cell: Decodable {
        var place: String
        var check: String
        var outcome: String
        var detail: String
        var findings: [Finding]
      }
      struct Finding: Decodable {
        var cause: String
        var message: String
      }
      var status: Int
      var verify: [Verdict]
    }

    @Test(.timeLimit(.minutes(120)))
    func packagesAreGoodOnEachRelease() throws {
      var text = Self.marks.begin
      for (tool, ending) in [(Places.tap2deb, ".deb"), (Places.tap2rpm, ".noarch.rpm")] {
        let suites = LifecycleRow.suites
        text += "\n| \(ending) | \(suites.map { "Debian \($0.title)" }.joined(separator: " | ")) |\n"
        text += "| --- |\(suites.map { _ in " --- |" }.joined())\n"
        for application in ExampleApplication.all {
          try application.withPackage(tool, ending: ending) { package in
            let cells = try suites.map { suite in try verdict(on: package, in: suite) }
            text += "| `\(application.service)` | \(cells.joined(separator: " | ")) |\n"
          }
        }
      }
      guard LifecycleRow.suites == LifecycleRow.Suite.allCases else { return }
      let before = try String(contentsOfFile: Self.page, encoding: .utf8)
      let begin = try #require(before.range(of: Self.marks.begin))
      let end = try #require(before.range(of: Self.marks.end))
      try (before[..<begin.lowerBound] + text + "\n" + before[end.lowerBound...]).write(
        toFile: Self.page, atomically: true, encoding: .utf8)
    }

    private func verdict(on package: String, in suite: LifecycleRow.Suite) throws -> String {
      let root = try RootRecipe.examples.of(suite.rawValue).tarball()
      var program = Privilege.command(Places.tap2deb, ["--verify", "--json", "--verify-root", root, package])
      program.timeout = .seconds(600)
      let begin = ContinuousClock.now
      let result = try program.run()
      let document = try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
      let cells = document.verify.flatMap(\.cells)
      print("\(package), \(suite.title): \(document.status) [\(ContinuousClock.now - begin)]")
      #expect(document.status == 0, "\(package) on Debian \(suite.title): \(cells.flatMap(\.findings))")
      guard document.status == 0 else {
        return "wrong: \(Set(cells.flatMap(\.findings).map(\.cause)).sorted().joined(separator: ", "))"
      }
      return "good: \(cells.first { $0.check == "ports" }.map(\.detail) ?? "")"
    }
  }
}
