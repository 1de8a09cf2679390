import Diagnostics
import PackageModel
import Packaging
import Text

/// The services of a package as a tree, a line each: what runs, where it listens, what it connects to.
struct ServiceTree {
  private struct Line {
    let depth: Int
    let text: String
  }

  private let lines: [Line]

  init(_ package: Report.Package) {
    var lines = [Line(depth: 0, text: "\(package.spec.name) \(package.spec.fullVersion)")]
    for (service, subject) in zip(package.spec.services, package.subjects) {
      lines.append(Line(depth: 1, text: "\(service.name).service: \(subject.title), as \(service.account.user)"))
      guard let application = subject.application else { continue }
      for row in FactsPage(application, file: subject.title, nil).rows where Self.shown.contains(row.label) {
        lines.append(Line(depth: 2, text: "\(row.label) \(row.value) (\(row.place))"))
      }
    }
    self.lines = lines
  }

  private static let shown: Set = ["listens", "connects", "repeats"]
  private static let (step, row, limit) = (24, 26, 90)

  /// Inline SVG, which takes its colours from the page.
  var svg: HTML {
    var body: HTML = ""
    for (index, line) in lines.enumerated() {
      let (x, y) = (line.depth * Self.step, index * Self.row + 18)
      if line.depth > 0, let parent = lines[..<index].lastIndex(where: { $0.depth < line.depth }) {
        let (left, top) = (x - Self.step + 8, parent * Self.row + 24)
        body += "<path d=\"M\(left) \(top) V\(y - 5) H\(x)\"/>\n"
      }
      let text = line.text.visibleLine
      body +=
        "<text x=\"\(x + 4)\" y=\"\(y)\">\(text.count > Self.limit ? "\(text.prefix(Self.limit - 1))…" : text)</text>\n"
    }
    let height = lines.count * Self.row + 4
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 \(height)" width="720" height="\(height)" role="img">
      <title>The services of the package</title>
      \(body)</svg>
      """
  }
}
