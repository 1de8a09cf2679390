import Foundation
import TestSupport
import Testing

/// A plugin that is only named, and that the bundled environment brings.
@Suite struct BundledPluginTests {
  private static let files = [
    "twisted/plugins/shop_plugin.py": """
    from twisted.application.service import ServiceMaker
    shop = ServiceMaker("Shop", "shop.tap", "Sells.", "shop")
    """,
    "shop/tap.py": """
    from twisted.application import internet
    from twisted.python import usage
    class Options(usage.Options):
        optParameters = [["port", "p", 8000, "The port.", int]]
    def makeService(options):
        open("/etc/shop.conf")
        return internet.TCPServer(options["port"], None)
    """,
  ]

  private func place(in bench: Workbench, changing changed: [String: String] = [:]) throws {
    try bench.placeWheels(compiled: false)
    let files = Self.files.merging(changed) { $1 }
    try bench.place("extra.json", String(decoding: JSONEncoder().encode(files), as: UTF8.self))
    let start = "if name == \"Twisted\":"
    try bench.place(
      "make-shop.py",
      TwistedWheel.maker.replacing(
        start, with: "if name == \"Shop\":\n    import json; files.update(json.load(open(\"extra.json\")))\n\(start)"))
    try run("python3", "make-shop.py", "wheels", "Shop", "1.0", in: bench.folder).successful()
    try bench.place("requirements.txt", "Twisted==22.4.0\nShop\n")
  }

  private static let bundling = ["-m", Workbench.maintainer, "--bundle", "requirements.txt", "--wheelhouse", "wheels"]

  @Test func isReadWithItsOptions() throws {
    try Workbench.with { bench in
      try place(in: bench)
      let package = try bench.package(.deb, ["--plugin", "shop"] + Self.bundling + ["--", "--port", "707"])
      let unit = try package.unit
      #expect(unit.contains("AmbientCapabilities=CAP_NET_BIND_SERVICE"), "\(unit)")
      #expect(try !package.paths.contains { $0.hasPrefix("/usr/share/twisted-shop/shop") }, "its modules are bundled")
      let refused = try bench.call(.deb, ["--plugin", "shop"] + Self.bundling + ["--", "--prot", "707"])
      #expect(refused.status == 2 && refused.errors.contains("--prot"), "\(refused)")
    }
  }

  /// twistd drops a plugin that it cannot load, and then knows no such subcommand.
  @Test(arguments: [
    ("twisted/plugins/shop_plugin.py", 2, "import urllib2", "No module named 'urllib2'"),
    ("shop/tap.py", 7, "print 'ready'", "Missing parentheses in call to 'print'"),
  ])
  func isRefusedIfOnlyPython2LoadsIt(file: String, line: Int, statement: String, said: String) throws {
    try Workbench.with { bench in
      let source = (Self.files[file] ?? "").split(separator: "\n").prefix(line).joined(separator: "\n")
      try place(in: bench, changing: [file: "\(source)\n\(statement)\n"])
      let refused = try bench.call(.deb, ["--plugin", "shop"] + Self.bundling)
      #expect(refused.status == 3 && refused.errors.contains(said), "\(refused)")
      #expect(refused.errors.contains("\(file):\(line + 1)") && refused.errors.contains("python2"), "\(refused)")
    }
  }

  @Test func saysWhatIsNotThere() throws {
    try Workbench.with { bench in
      try place(in: bench)
      let result = try bench.call(.deb, ["--plugin", "shpo"] + Self.bundling).successful()
      #expect(result.errors.contains("no plugin shpo is found in the environment"), "\(result)")
      let page = try bench.call(.deb, ["--explain", "--plugin", "shop"] + Self.bundling).successful()
      #expect(page.errors.contains("of the environment only what makes a package is read"), "\(page)")
    }
  }
}
