import Foundation
import TestSupport
import Testing

/// The documents about what was made: the page of `--report`, the list of `--sbom`.
@Suite struct ReportPageTests {
  @Test(arguments: PackageFormat.allCases)
  func tellsWhatWasMade(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.call(
        format, ["-t", "web.tac", "-m", Workbench.maintainer, "-o", "out", "--report", "pages/report.html"]
      ).successful()
      let page = try String(contentsOfFile: "\(bench.folder)/pages/report.html", encoding: .utf8)
      for text in [
        "<td>listens</td><td>tcp 8080</td><td>line 13</td><td>given</td>", "<svg ", "twisted-web.service",
        "<td>twisted-web</td><td>tcp</td><td>8080</td>", "/etc/twisted-web/web.tac", "the application file",
        format == .deb ? "<summary>DEBIAN/postinst</summary>" : ".posttrans</summary>", "ExecStart=/usr/bin/twistd",
        "prefers-color-scheme: dark", "width=device-width", "Nothing was verified",
      ] {
        #expect(page.contains(text), "\(text)")
      }
      #expect(page.contains("<strong>") && !page.contains("<script") && !page.contains("src="), "\(page.prefix(3000))")
    }
  }

  @Test func hasWhatWasTried() throws {
    try Workbench.with { bench in
      try bench.tap2deb(
        "web.tac", "-m", Workbench.maintainer, "-o", "out", "--report", "report.html", "--verify=offline"
      ).successful()
      let page = try String(contentsOfFile: "\(bench.folder)/report.html", encoding: .utf8)
      #expect(page.contains("lint") && page.contains("unpack") && !page.contains("Nothing was verified"))
    }
  }

  /// What the application says is text on the page, whatever it looks like.
  @Test func keepsFactsAsText() throws {
    try Workbench.with { bench in
      try bench.place(
        "web.tac",
        """
        from twisted.application import internet, service
        from twisted.web import server, static
        application = service.Application("<script>alert(1)</script>")
        site = server.Site(static.File("/srv/\\"><b>&amp;"))
        internet.TCPServer(8080, site).setServiceParent(application)

        """)
      try bench.tap2deb("web.tac", "-m", Workbench.maintainer, "-o", "out", "--report", "report.html").successful()
      let page = try String(contentsOfFile: "\(bench.folder)/report.html", encoding: .utf8)
      #expect(!page.contains("<script") && !page.contains("<b>"))
      #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && page.contains("&lt;b&gt;&amp;amp;"))
    }
  }

  @Test func isTheSameTwice() throws {
    try Workbench.with { bench in
      for name in ["one", "two"] {
        try bench.tap2deb(
          "web.tac", "-m", Workbench.maintainer, "-o", "out", "--report", "\(name).html", "--sbom", "\(name).json"
        ).successful()
      }
      for ending in ["html", "json"] {
        try run("cmp", "one.\(ending)", "two.\(ending)", in: bench.folder).successful()
      }
    }
  }

  private struct Bill: Decodable {
    struct Package: Decodable {
      struct Reference: Decodable { var referenceLocator: String }
      var id: String
      var name: String
      var versionInfo: String
      var licenseDeclared: String
      var externalRefs: [Reference]?

      enum CodingKeys: String, CodingKey {
        case id = "SPDXID"
        case name, versionInfo, licenseDeclared, externalRefs
      }
    }
    struct Relationship: Decodable {
      var spdxElementId: String
      var relationshipType: String
      var relatedSpdxElement: String
    }
    struct Creation: Decodable { var created: String }
    var spdxVersion: String
    var creationInfo: Creation
    var packages: [Package]
    var relationships: [Relationship]
  }

  /// An environment that is ready is read as it is.
  @Test func listsWhatIsBundled() throws {
    try Workbench.with { bench in
      let packages = "venv/lib/python3.11/site-packages"
      try run(
        "sh", "-ec",
        """
        mkdir -p venv/bin \(packages)/extra_tools-1.2+local.dist-info; ln -s /usr/bin/python3 venv/bin/python3
        printf 'home = /usr/bin\nversion = 3.11.2\n' >venv/pyvenv.cfg; echo 'x = 1' >\(packages)/extra.py
        printf 'Metadata-Version: 2.1\nName: extra_tools\nVersion: 1.2+local\n' \
          >\(packages)/extra_tools-1.2+local.dist-info/METADATA
        mkdir '\(packages)/x-1@2?repository_url=http:#&.dist-info'; for d in \(packages)/x-1*; do : >"$d/METADATA"; done
        """, in: bench.folder
      ).successful()
      try bench.tap2deb(
        "web.tac", "-m", Workbench.maintainer, "--bundle", "venv", "--twistd", "/usr/bin/twistd", "--license", "MIT",
        "--sbom", "sbom.json"
      ).successful()
      let bill = try JSONDecoder().decode(
        Bill.self, from: Data(contentsOf: URL(filePath: "\(bench.folder)/sbom.json")))
      #expect(bill.spdxVersion == "SPDX-2.3" && bill.creationInfo.created == "2026-11-21T08:03:46Z")
      #expect(bill.packages.map(\.name) == ["twisted-web", "extra_tools", "x"])
      #expect(bill.packages.map(\.versionInfo) == ["1.0", "1.2+local", "1@2?repository_url=http:#&"])
      #expect(bill.packages[0].licenseDeclared == "MIT")
      #expect(bill.packages[1].externalRefs?.map(\.referenceLocator) == ["pkg:pypi/extra-tools@1.2%2Blocal"])
      #expect(bill.relationships.map(\.relationshipType) == ["DESCRIBES", "CONTAINS", "CONTAINS"])
      // A folder's name is no part of the address.
      #expect(
        bill.packages[2].externalRefs?.map(\.referenceLocator)
          == ["pkg:pypi/x@1%402%3Frepository_url%3Dhttp%3A%23%26"])
      #expect(
        bill.relationships.allSatisfy { relation in
          bill.packages.contains { $0.id == relation.relatedSpdxElement }
        })
    }
  }
}
