import Debian
import Diagnostics
import Foundation
import PackageModel
import RPM
import Synchronization
import Templates
import TestSupport
import Testing
import Toolbox
import ApplicationFacts

/// docs/templates.md lists every value that a template can name, and no other.
@Suite struct DocumentedValuesTests {
  @Test func listsEveryValue() throws {
    let seen = Names()
    for format in [FormatRules.debian, .rpm] {
      let store = try TemplateStore { _, values in seen.add(values) }
      let maintainer = try Maintainer("Ada Example <ada@example.org>") { "" }
      let request = PackageRequest(
        format: format,
        service: PackageRequest.Service(
          .file(name: "web.tac", contents: Array("x = 1\n".utf8), format: .tac, isPrivate: false), application: nil),
        maintainer: maintainer, timestamp: 1_795_248_226)
      let spec = try PackageSpec(request)
      if format == .debian {
        _ = try DebianPackage(of: spec, from: store, context).source()
      } else {
        _ = try RPMPackage(of: spec, from: store)
      }
    }
    let text = try String(contentsOfFile: "\(Places.repository)/docs/templates.md", encoding: .utf8)
    let tables = try #require(text.components(separatedBy: "## The values").last)
    var listed: Set<String> = []
    for line in tables.split(separator: "\n") where line.hasPrefix("| `") {
      let cell = line.dropFirst(2).prefix { $0 != "|" }
      for name in cell.split(separator: ",") {
        listed.insert(name.trimmingCharacters(in: CharacterSet(charactersIn: "` ")))
      }
    }
    #expect(seen.all.subtracting(listed).sorted() == [])
    #expect(listed.subtracting(seen.all).sorted() == [])
  }

  private var context: BuildContext {
    BuildContext(environment: ["PATH": "/usr/bin:/bin"])
  }

  private final class Names: Sendable {
    private let names = Mutex<Set<String>>([])
    var all: Set<String> { names.withLock { $0 } }

    func add(_ values: TemplateValues) {
      names.withLock { $0.formUnion(values.keys) }
    }
  }
}
