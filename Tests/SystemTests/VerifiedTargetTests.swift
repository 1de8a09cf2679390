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

    @Test(.timeLimit(.minutes(20)), arguments: LifecycleRow.Format.allCases, ExampleApplication.all)
    func packageIsGoodOnEachRelease(format: LifecycleRow.Format, application: ExampleApplication) throws {
      let (tool, ending) = format == .deb ? (Places.tap2deb, ".deb") : (Places.tap2rpm, ".noarch.rpm")
      try application.withPackage(tool, ending: ending) { package in
        let cells = try LifecycleRow.suites.map { suite in try verdict(on: package, in: suite) }
        guard LifecycleRow.suites == LifecycleRow.Suite.allCases else { return }
        // Its row of the page: what a run of one application finds takes the place of what an older run has found.
        let name = "| `\(application.service)\(ending)` |"
        var lines = try String(contentsOfFile: Self.page, encoding: .utf8).components(separatedBy: "\n")
        let row = try #require(lines.firstIndex { $0.hasPrefix(name) }, "docs/targets.md has no row \(name)")
        lines[row] = "\(name) \(cells.joined(separator: " | ")) |"
        try lines.joined(separator: "\n").write(toFile: Self.page, atomically: true, encoding: .utf8)
      }
    }

    private func verdict(on package: String, in suite: LifecycleRow.Suite) throws -> String {
      let root = try RootRecipe.examples.of(suite.rawValue).tarball()
      var program = Privilege.command(Places.tap2deb, ["--verify", "--json", "--verify-root", root, package])
      program.timeout = .seconds(600)
      let begin = ContinuousClock.now
      let result = try program.run()
      let document = try JSONDecoder().decode(VerifyDocument.self, from: Data(result.output.utf8))
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
