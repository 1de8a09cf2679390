import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// Every event in every kind of system, by installing real packages and looking at what they did.
  @Suite struct LifecycleTests {
    @Test(.timeLimit(.minutes(90)))
    func everyCellIsAsExpected() throws {
      var measured: [LifecycleRow: [LifecycleEvent: LifecycleOutcome]] = [:]
      for format in LifecycleRow.Format.allCases {
        try LifecycleBuild.with(format) { packages in
          for row in LifecycleRow.all(of: LifecycleRow.suites) where row.format == format {
            do {
              measured[row] = try outcomes(of: row, packages)
            } catch {
              Issue.record("\(row): \(error)")
            }
          }
        }
      }
      if LifecycleRow.suites == LifecycleRow.Suite.allCases, LifecycleEvent.asked == nil {
        try LifecyclePage.text(measured).write(
          toFile: "\(Places.repository)/\(LifecyclePage.path)", atomically: true, encoding: .utf8)
      }
    }

    /// All events one after the other in a system of their own.
    private func outcomes(
      of row: LifecycleRow, _ packages: [LifecycleBuild.Variant: String]
    ) throws -> [LifecycleEvent: LifecycleOutcome] {
      let package = try LifecyclePackage(row: row, system: row.recipe.system(), packages: packages)
      let wanted = LifecycleEvent.asked ?? (wantsEverything ? LifecycleEvent.allCases : LifecycleEvent.reduced)
      let events = wanted.filter { ExpectedLifecycle.outcomes[row]?[$0] != nil }
      var outcomes: [LifecycleEvent: LifecycleOutcome] = [:]
      for event in events {
        let begin = ContinuousClock.now
        do {
          try event.happen(to: package)
          let outcome = try package.outcome()
          outcomes[event] = outcome
          #expect(outcome == ExpectedLifecycle.outcomes[row]?[event], "\(row): \(event.rawValue)")
          fflush(nil)
          print("\(row): \(event.rawValue): \(outcome) [\(ContinuousClock.now - begin)]")
          fflush(nil)
        } catch {
          Issue.record("\(row): \(event.rawValue): \(error)")
        }
        try package.reset()
      }
      return outcomes
    }
  }
}
