import Diagnostics
import PackageModel
import Packaging

/// What was decided about a package and why, a line each (`--verbose`).
struct Decisions {
  let lines: [String]

  init(_ package: Report.Package, _ verdicts: Verdicts) {
    let spec = package.spec
    var lines = ["\(spec.name) \(spec.fullVersion), \(spec.format.name) for \(spec.architecture)"]
    for subject in package.subjects {
      guard let application = subject.application else { continue }
      for row in FactsPage(application, file: subject.title, verdicts).rows {
        let place = row.place.isEmpty ? "" : " (\(row.place))"
        let verdict = row.verdict.isEmpty ? "" : ": \(row.verdict)"
        lines.append("read: \(row.label) \(row.value)\(place)\(verdict)")
      }
    }
    for service in spec.services {
      lines.append("service: \(service.name) runs as \(service.account.user), hardening \(service.hardening)")
    }
    for (word, relations) in [("needs", spec.relations[.depends]), ("recommends", spec.relations[.recommends])] {
      lines += relations.map { "\(word): \($0)" }
    }
    if let trees = package.trees {
      lines += Preview(of: spec, trees).rows.filter { !$0.isFolder }.map { row in
        "packs: \(row.name) \(row.permissions) \(row.owner)\(row.reason.isEmpty ? "" : ": \(row.reason)")"
      }
    }
    self.lines = lines.map(\.visibleLine)
  }
}
