import Foundation
import TestSupport
import Testing

/// Applications in the shapes that real projects have, and what a package makes of each.
@Suite struct ShapeTests {
  private func package(
    of shape: String, _ format: PackageFormat, _ words: [String]
  ) throws -> (package: Contents, errors: String) {
    try Workbench.with { bench in
      let source = "\(Places.repository)/Tests/EndToEndTests/Shapes/\(shape)"
      try run("cp", "-R", "\(source)/.", bench.folder).successful()
      let options = ["-m", Workbench.maintainer] + (format == .rpm ? ["--sysv"] : [])
      let list = try bench.call(format, options + ["--list"] + words).successful()
      let built = try bench.package(format, words)
      let name = try built.name
      let isTemplate = words.contains("--instances")
      return (
        Contents(
          list: list.output, unit: try built.text("/usr/lib/systemd/system/\(name)\(isTemplate ? "@" : "").service"),
          script: isTemplate ? "" : try built.initScript),
        list.errors
      )
    }
  }

  private struct Contents {
    let list: String
    let unit: String
    let script: String
  }

  /// `buildbot create-master`: all that is written beside the file is written where a copy of the file runs.
  @Test(arguments: PackageFormat.allCases)
  func master(format: PackageFormat) throws {
    let (package, errors) = try package(of: "master", format, ["-t", "buildbot.tac", "--port", "tcp:8010"])
    #expect(!errors.contains("beside its own file"), "\(errors)")
    #expect(errors.contains("bb/master.py:31: runs code that is not known here"))
    for text in [package.unit, package.script] {
      #expect(text.contains("cp --remove-destination"))
      #expect(text.contains("/var/lib/twisted-buildbot/buildbot.tac"))
    }
    #expect(package.unit.contains("\nProtectSystem=full\n") && package.unit.contains("\" -lt 1 ]"))
    #expect(package.list.contains(" /etc/twisted-buildbot/master.cfg "))
    #expect(package.list.contains(" /usr/lib/twisted-buildbot/state/master.cfg -> "))
    #expect(package.list.contains(" /usr/share/twisted-buildbot/bb/master.py "))
  }

  /// opencanary: the ports are those of a configuration, which is JSON whatever its name.
  @Test(arguments: PackageFormat.allCases)
  func canary(format: PackageFormat) throws {
    let (package, errors) = try package(of: "canary", format, ["-t", "canary.tac", "--fail-on", "note"])
    #expect(errors.isEmpty, "\(errors)")
    #expect(package.unit.contains("\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n"))
    #expect(package.unit.contains("\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE\n"))
    #expect(package.script.contains("--ambient-caps=+net_bind_service"))
    #expect(package.list.contains(" /etc/twisted-canary/canary.conf "))
  }

  /// Where its settings come from.
  @Test func originsNameTheirConfiguration() throws {
    try Workbench.with { bench in
      try run("cp", "-R", "\(Places.repository)/Tests/EndToEndTests/Shapes/canary/.", bench.folder).successful()
      let page = try bench.tap2deb("--explain", "canary.tac").successful().output
      #expect(page.contains("tcp unknown (config:ftp.port in canary.conf, else 21)"), "\(page)")
      let document = try bench.tap2deb("--explain", "--json", "canary.tac").successful().output
      #expect(document.contains("\"configuration\" : \"canary.conf\""))
    }
  }

  /// honssh: port, folder and file are named by a configuration.
  @Test(arguments: PackageFormat.allCases)
  func honeypot(format: PackageFormat) throws {
    let (package, errors) = try package(of: "honeypot", format, ["-t", "honey.tac"])
    #expect(!errors.contains("not known here"), "\(errors)")
    #expect(package.unit.contains("\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n"))
    #expect(package.list.contains(" /etc/twisted-honey/honey.cfg "))
    #expect(package.list.contains("/id_rsa"))
  }

  /// carbon: instances of a plugin, whose settings name a folder that only they know.
  @Test(arguments: PackageFormat.allCases)
  func carbon(format: PackageFormat) throws {
    let (package, errors) = try package(
      of: "carbon", format,
      ["-t", "twisted/plugins/carbon_cache.py", "--instances", "--", "--config", "conf/carbon.conf"])
    #expect(package.unit.contains("\nStateDirectory=twisted-carbon-cache/%i\n"))
    #expect(package.unit.contains("\nProtectSystem=full\n"))
    #expect(errors.contains("carbon/service.py:18 writes to a path that is not known here"), "\(errors)")
  }

  /// A plugin's own options are read as Twisted's are.
  @Test(arguments: PackageFormat.allCases)
  func poetry(format: PackageFormat) throws {
    let (package, errors) = try package(
      of: "poetry", format,
      [
        "-t", "twisted/plugins/fastpoetry_plugin.py", "--fail-on", "note", "--", "--port", "79", "--iface", "192.0.2.1",
        "--poem", "poems/ecstasy.txt",
      ])
    #expect(errors.isEmpty, "\(errors)")
    #expect(package.unit.contains("\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n"))
    #expect(package.unit.contains("\nWants=network-online.target\n"))
    #expect(package.unit.contains("\nProtectSystem=strict\n"))
    #expect(package.list.contains(" /usr/share/twisted-fastpoetry/poems/ecstasy.txt "))
    #expect(package.list.contains(" /usr/lib/twisted-fastpoetry/state/poems/ecstasy.txt -> "))
  }

  /// A socket in a folder of another's is that one's, unless the packager says otherwise.
  @Test(arguments: PackageFormat.allCases)
  func foreignRunFolder(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place(
        "xaps.tac",
        """
        from twisted.application import internet, service
        application = service.Application('push')
        internet.UNIXServer('/var/run/xapsd/xapsd.sock', None).setServiceParent(application)

        """)
      let words = ["-t", "xaps.tac", "-m", Workbench.maintainer, "-o", "told"]
      let told = try bench.call(format, words).successful().errors
      #expect(told.contains("give --unit RuntimeDirectory=xapsd if nobody else uses it"), "\(told)")
      let settled = ["-t", "xaps.tac", "--unit", "RuntimeDirectory=xapsd", "--fail-on", "note"]
      let package = try bench.package(format, settled)
      #expect(try package.unit.contains("\nRuntimeDirectory=twisted-xaps\n"))
      #expect(try package.unit.contains("\nRuntimeDirectory=xapsd\n"))
      #expect(try package.initScript.contains("install -d -m 0755 -o \"$USER\" -g \"$GROUP\" /run/xapsd ||"))
    }
  }
}
