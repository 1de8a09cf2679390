import TestSupport
import Testing

/// What `--explain` prints. `make golden` renews the files.
@Suite struct ExplainGoldenTests {
  private static let folder = "Tests/EndToEndTests/Golden/explain"

  @Test(arguments: [
    "twisted22-py310-nested.tas", "twisted8-py27-mktap-web-ssl.tap", "twisted8-py27-live-web-shutdown.tap",
    "twisted8-py27-odd.tax", "twisted8-py27-odd.tap", "twisted22-py310-timer.tap",
  ])
  func showsAPageOfTheSample(name: String) throws {
    try Workbench.with { bench in
      try bench.sample(name)
      try expectGolden(bench.tap2deb("--explain", "-t", name).successful().output, at: "\(Self.folder)/\(name).txt")
    }
  }

  @Test func showsAPageOfTheExample() throws {
    try Workbench.with { bench in
      let page = try bench.tap2deb("--explain", "-t", "web.tac").successful()
      #expect(page.errors.isEmpty)
      try expectGolden(page.output, at: "\(Self.folder)/web.tac.txt")
    }
  }

  @Test func showsAPageOfAPluginFile() throws {
    try Workbench.with { bench in
      let file = try bench.shopPlugin()
      try expectGolden(
        bench.tap2rpm("--explain", "-t", file).successful().output, at: "\(Self.folder)/shop_plugin.py.txt")
    }
  }

  @Test func showsAPageOfAPluginByName() throws {
    try Workbench.with { bench in
      let page = try bench.tap2deb(
        "--explain", "--plugin", "ftp", "--", "--port", "21", "--root", "/srv/ftp")
      try expectGolden(page.successful().output, at: "\(Self.folder)/ftp-plugin.txt")
    }
  }

  @Test(arguments: ["web.tac", "twisted8-py27-odd.tap", "twisted22-py310-timer.tas"])
  func writesJSON(name: String) throws {
    try Workbench.with { bench in
      if name != "web.tac" { try bench.sample(name) }
      let document = try bench.tap2deb("--explain", "--json", "-t", name).successful()
      try expectGolden(document.output, at: "\(Self.folder)/\(name).json")
    }
  }
}
