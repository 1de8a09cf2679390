import Foundation
import TestSupport
import Testing

/// A `plugins.tml`, by which packages of Twisted 1 and 2 offered their plugins.
@Suite struct RegisteredPluginTests {
  private func place(in bench: Workbench) throws {
    try run("cp", "-R", "\(Places.repository)/Tests/CollectingTests/Examples/registered/.", bench.folder).successful()
  }

  @Test(arguments: PackageFormat.allCases)
  func becomesAPluginOfToday(format: PackageFormat) throws {
    try Workbench.with { bench in
      try place(in: bench)
      let package = try bench.package(format, ["-t", "myecho/plugins.tml", "--", "--port", "707"])
      let home = "/usr/share/twisted-echo"
      #expect(
        try package.text("\(home)/twisted/plugins/echo_plugin.py").contains(
          "echo = ServiceMaker('echo', 'myecho.tap', 'Echoes what it is told.', 'echo')\n"))
      #expect(try package.paths.contains("\(home)/myecho/tap.py"))
      let unit = try package.unit
      #expect(
        unit.contains(" echo $PLUGIN_OPTIONS\n") && unit.contains("\nEnvironment=PYTHONPATH=\(home)\n"), "\(unit)")
      #expect(unit.contains("AmbientCapabilities=CAP_NET_BIND_SERVICE"), "its options are read")
    }
  }

  /// A module as mktap took it, which no plugin names.
  @Test(arguments: [("myecho/tap.py", "myecho", "myecho.tap"), ("echo_tap.py", "echo", "echo_tap")])
  func isWrittenForAModule(file: String, name: String, module: String) throws {
    try Workbench.with { bench in
      try place(in: bench)
      try bench.place("echo_tap.py", try String(contentsOfFile: "\(bench.folder)/myecho/tap.py", encoding: .utf8))
      try run("rm", "\(bench.folder)/myecho/plugins.tml").successful()
      let package = try bench.package(.deb, ["-t", file, "--", "--port", "707"])
      let home = "/usr/share/twisted-\(name)"
      #expect(
        try package.text("\(home)/twisted/plugins/\(name)_plugin.py").contains(
          "\(name) = ServiceMaker('\(name)', '\(module)', '\(name)', '\(name)')\n"))
      #expect(try package.paths.contains("\(home)/\(module.replacing(".", with: "/")).py"))
      #expect(try package.unit.contains(" \(name) $PLUGIN_OPTIONS\n"))
      #expect(try package.unit.contains("AmbientCapabilities=CAP_NET_BIND_SERVICE"), "its options are read")
      let page = try bench.tap2deb("--explain", "-t", file, "--plugin", "other", "--", "--port", "707").successful()
      #expect(page.errors.isEmpty && page.output.contains("tcp 707"), "\(page)")
    }
  }

  @Test func isExplained() throws {
    try Workbench.with { bench in
      try place(in: bench)
      let run = try bench.tap2deb("--explain", "-t", "myecho/plugins.tml", "--", "--port", "707").successful()
      #expect(run.errors.isEmpty, "\(run)")
      let page = run.output
      #expect(page.contains("myecho/tap.py:16") && page.contains("tcp 707"), "\(page)")
    }
  }

  @Test func mktapTakesIt() throws {
    try Workbench.with { bench in
      try place(in: bench)
      var program = Program(Places.mktap, ["echo", "--port", "7008"])
      program.folder = bench.folder
      try program.run().successful()
      let source = try String(contentsOfFile: "\(bench.folder)/echo.tac", encoding: .utf8)
      #expect(source.contains("from myecho import tap as echo_plugin\n"), "\(source)")
    }
  }

  /// What Twisted 1 called, nobody calls today.
  @Test func refusesWhatMakesNoService() throws {
    try Workbench.with { bench in
      try place(in: bench)
      try bench.place("myecho/tap.py", "class Options: pass\ndef updateApplication(app, config): pass\n")
      let result = try bench.tap2deb("-m", Workbench.maintainer, "-t", "myecho/plugins.tml")
      #expect(result.status == 3 && result.errors.contains("write a makeService(options)"), "\(result)")
    }
  }
}
