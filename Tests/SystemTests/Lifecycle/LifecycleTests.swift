import TestSupport
import Testing

extension SystemTests {
  /// Every event in every kind of system, by installing real packages and looking at what they did.
  @Suite struct LifecycleTests {
    @Test(.timeLimit(.minutes(20)))
    func everyCellIsAsExpected() throws {
      var measured: [LifecycleRow: [LifecycleEvent: LifecycleOutcome]] = [:]
      for format in LifecycleRow.Format.allCases {
        try LifecycleBuild.with(format) { packages in
          for place in LifecycleRow.Place.allCases {
            let row = LifecycleRow(format: format, place: place)
            measured[row] = try outcomes(of: row, packages)
          }
        }
      }
      for row in LifecycleRow.all {
        for event in LifecycleEvent.allCases {
          guard let outcome = measured[row]?[event], let expected = ExpectedLifecycle.outcomes[row]?[event] else {
            continue
          }
          #expect(outcome == expected, "\(row): \(event.rawValue)")
        }
      }
    }

    /// All events one after the other in a system of their own.
    private func outcomes(
      of row: LifecycleRow, _ packages: [LifecycleBuild.Variant: String]
    ) throws -> [LifecycleEvent: LifecycleOutcome] {
      let package = try LifecyclePackage(row: row, system: row.place.recipe.system(), packages: packages)
      let wanted = wantsEverything ? LifecycleEvent.allCases : LifecycleEvent.reduced
      let events = wanted.filter { ExpectedLifecycle.outcomes[row]?[$0] != nil }
      var outcomes: [LifecycleEvent: LifecycleOutcome] = [:]
      for event in events {
        do {
          try event.happen(to: package)
          outcomes[event] = try package.outcome()
        } catch {
          Issue.record("\(row): \(event.rawValue): \(error)")
        }
        try package.reset()
      }
      return outcomes
    }
  }
}
