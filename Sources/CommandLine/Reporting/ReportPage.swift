import Bundling
import Diagnostics
import Formats
import PackageModel
import Packaging
import Text
import Toolbox
import Verification

/// A page in HTML about what was made (`--report`): everything that a reviewer asks, in one file that needs no other, no script and
/// no network, on a telephone and in the dark.
struct ReportPage {
  let html: HTML

  /// More files than these are counted.
  private static let fileLimit = 2000

  /// - Parameter formats: Those of the packages, in the same order.
  init(
    _ report: Report, in formats: [any PackageFormat], from inputs: Inputs, verdicts: [Verdict], _ context: BuildContext
  ) throws(Failure) {
    let title = report.packages.map { "\($0.spec.name) \($0.spec.fullVersion)" }.first ?? "packages"
    var sections: [HTML] = []
    for (package, format) in zip(report.packages, formats) {
      sections.append(try Self.section(package, Verdicts(inputs, for: format, context), in: context))
    }
    let tried: HTML =
      verdicts.isEmpty
      ? "<p>Nothing was verified. <code>--verify</code> installs the packages and starts the service, <code>--verify=offline</code> checks them and runs lintian.</p>"
      : "\(verdicts.map { verdict in "<pre>\(verdict.table)</pre>" as HTML })"
    html = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      \(sections)
      <section>
      <h2>Verification</h2>
      \(tried)
      </section>
      <footer>Made by tap2deb \(Tool.version).</footer>
      </body>
      </html>

      """
  }

  private static func section(
    _ package: Report.Package, _ verdicts: Verdicts, in context: BuildContext
  ) throws(Failure) -> HTML {
    let spec = package.spec
    var facts: HTML = ""
    for subject in package.subjects {
      guard let application = subject.application else { continue }
      let page = FactsPage(application, file: subject.title, verdicts)
      facts +=
        "<h3>\(page.heading)</h3>\(table(["fact", "value", "where", "verdict"], page.rows.map { [$0.label, $0.value, $0.place, $0.verdict] }))"
    }
    let ports = spec.services.flatMap { service in
      service.network.listening.map { [service.name.description, $0.kind.rawValue, String($0.number)] }
    }
    var scripts: HTML = ""
    var units: HTML = ""
    if let trees = package.trees {
      let preview = Preview(of: spec, trees)
      for file in preview.files where file.isScript {
        scripts += "<details><summary>\(file.path)</summary><pre>\(file.text)</pre></details>"
      }
      for file in preview.files where file.isUnit {
        units += try unit(file, context)
      }
    }
    return """
      <section>
      <h1>\(spec.name.description) \(spec.fullVersion)</h1>
      <p>\(spec.summary.description)</p>
      \(table([], summary(package)))
      <h2>Services</h2>
      <div class="wide">\(ServiceTree(package).svg)</div>
      <h2>Facts</h2>
      \(facts)
      <h2>Ports</h2>
      \(ports.isEmpty ? "<p>None is known for sure.</p>" : table(["service", "protocol", "port"], ports))
      <h2>Files</h2>
      \(files(package))
      <h2>Scripts</h2>
      \(scripts)
      <h2>Units</h2>
      \(units)
      </section>
      """
  }

  private static func summary(_ package: Report.Package) -> [[String]] {
    let spec = package.spec
    let made = package.artefacts.installable.map { path in
      ["file", path + (FileSystem.size(of: path).map { ", \($0.grouped) bytes" } ?? "")]
    }
    return made + [
      ["format", spec.format.name], ["architecture", spec.architecture], ["maintainer", spec.maintainer.description],
      ["licence", spec.licence.identifier ?? "not given"],
      ["depends on", spec.relations[.depends].joined(separator: ", ")],
    ]
  }

  private static func files(_ package: Report.Package) -> HTML {
    guard let trees = package.trees else { return "" }
    let rows = Preview(of: package.spec, trees).rows.filter { !$0.isFolder }
    let shown = rows.prefix(fileLimit).map { row in
      [row.name, row.size.map(\.grouped) ?? "", row.reason, row.permissions, row.owner]
    }
    let rest: HTML = rows.count > shown.count ? "<p>And \(rows.count - shown.count) more.</p>" : ""
    return "<div class=\"files\">\(table(["file", "bytes", "because", "mode", "owner"], shown))</div>\(rest)"
  }

  private static func unit(_ file: Preview.File, _ context: BuildContext) throws(Failure) -> HTML {
    let exposure = try UnitExposure.of(unit: file.text, named: Path(file.path).name, context)
    let level: HTML =
      exposure.map { exposure in
        """
        <p>Exposure, as <code>systemd-analyze security</code> rates it from 0 (nothing) to 10: <strong>\(exposure.level)</strong></p>
        <details><summary>How it is made up</summary><pre>\(exposure.table)</pre></details>
        """
      } ?? "<p>systemd-analyze is not installed here, or too old to rate it.</p>"
    return "<h3>/\(file.path)</h3>\(level)<details><summary>The unit</summary><pre>\(file.text)</pre></details>"
  }

  private static func table(_ heads: [String], _ rows: [[String]]) -> HTML {
    let head: HTML =
      heads.isEmpty ? "" : "<thead><tr>\(heads.map { "<th>\($0)</th>" as HTML })</tr></thead>"
    let body = rows.map { row in "<tr>\(row.map { "<td>\($0)</td>" as HTML })</tr>\n" as HTML }
    return "<div class=\"wide\"><table>\(head)<tbody>\(body)</tbody></table></div>"
  }

  private static let style: HTML = """
    :root { color-scheme: light dark; --line: #8884; --mark: #0969da; }
    @media (prefers-color-scheme: dark) { :root { --mark: #4493f8; } }
    body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 60rem; overflow-wrap: anywhere; }
    h1, h2 { border-bottom: 1px solid var(--line); }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; overflow-wrap: normal; }
    th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; }
    td { border-top: 1px solid var(--line); }
    .files td:not(:first-child, :nth-child(3)) { white-space: nowrap; }
    .files td:nth-child(2) { text-align: right; }
    pre { overflow-x: auto; padding: .6rem; border: 1px solid var(--line); border-radius: 6px; font-size: 13px; }
    summary { cursor: pointer; color: var(--mark); }
    svg { min-width: 30rem; } svg text { font: 14px system-ui, sans-serif; fill: currentColor; }
    svg path { stroke: var(--mark); fill: none; }
    """
}
