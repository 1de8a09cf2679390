import Diagnostics
import Toolbox

extension Verdict.Cell {
  init(_ place: Verdict.Place, _ check: Verdict.Check, of result: Trial.Result, since start: Duration) {
    let took = (Clock.uptime - start).components
    let seconds = Double(took.seconds) + Double(took.attoseconds) / 1e18
    switch result {
    case .skipped(let reason):
      self.init(place: place, check: check, outcome: .skipped, detail: reason, findings: [], seconds: seconds)
    case .seen(let detail, let found):
      let findings = OrderedSet(found).elements
      self.init(
        place: place, check: check, outcome: findings.isEmpty ? .passed : .failed,
        detail: findings.isEmpty ? detail : "", findings: findings, seconds: seconds)
    }
  }
}
