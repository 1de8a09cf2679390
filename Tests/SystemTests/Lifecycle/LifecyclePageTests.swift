import TestSupport
import Testing

/// Needs no root: the page is about what the tables say.
@Suite struct LifecyclePageTests {
  @Test func pageShowsTheExpectedTable() throws {
    try expectGolden(LifecyclePage.text(ExpectedLifecycle.outcomes), at: LifecyclePage.path)
  }

  @Test func everyRowHasExpectations() {
    for row in LifecycleRow.all(of: LifecycleRow.Suite.allCases) {
      #expect((ExpectedLifecycle.outcomes[row]?.count ?? 0) >= 14, "\(row)")
    }
  }
}
