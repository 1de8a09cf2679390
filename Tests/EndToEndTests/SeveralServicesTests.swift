import Foundation
import TestSupport
import Testing

/// More than one service from one package: a file each, or instances of one.
@Suite struct SeveralServicesTests {
  @Test(arguments: PackageFormat.allCases)
  func haveEverythingOfTheirOwn(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("mail.tac")
      let package = try bench.package(format, ["-t", "web.tac", "-t", "mail.tac"])
      #expect(try package.name == "twisted-web")
      let paths = try package.paths
      for name in ["web", "mail"] {
        for path in [
          "/etc/init.d/twisted-\(name)", "/usr/lib/systemd/system/twisted-\(name).service",
          "/usr/lib/sysusers.d/twisted-\(name).conf", "/etc/twisted-\(name)/\(name).tac",
        ] {
          #expect(paths.contains(path), "\(path)")
        }
        let unit = try package.text("/usr/lib/systemd/system/twisted-\(name).service")
        #expect(unit.contains("\nUser=_twisted-\(name)\n") && unit.contains(" /etc/twisted-\(name)/\(name).tac\n"))
      }
      let script = try scripts(of: package)
      #expect(script.contains("twisted-web.service") && script.contains("twisted-mail.service"))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func cannotShareAName(format: PackageFormat) throws {
    try Workbench.with { bench in
      try FileManager.default.createDirectory(atPath: "\(bench.folder)/other", withIntermediateDirectories: true)
      try bench.place("other/web.tac")
      let words = ["-m", Workbench.maintainer, "-t", "web.tac", "-t", "other/web.tac"]
      let result = try bench.call(format, words)
      #expect(result.status == 2 && result.errors.contains("twisted-web"), "\(result)")
    }
  }

  @Test func rebuildToTheSameBytes() throws {
    try Workbench.with { bench in
      try bench.place("mail.tac")
      let package = try bench.package(.deb, ["-t", "web.tac", "-t", "mail.tac"])
      var rebuild = Program("dpkg-buildpackage", ["-b", "-us", "-uc"])
      rebuild.folder = "\(bench.folder)/.build/twisted-web-1.0"
      let before = try package.digest
      try FileManager.default.removeItem(atPath: package.path)
      try rebuild.run().successful()
      #expect(try package.digest == before)
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func canBeInstancesOfOne(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(format, ["-t", "web.tac", "--instances"])
      let unit = try package.text("/usr/lib/systemd/system/twisted-web@.service")
      #expect(unit.contains(" --python /etc/twisted-web/%i.tac\n"))
      #expect(unit.contains("\nStateDirectory=twisted-web/%i\n"))
      #expect(try !package.paths.contains { $0.hasPrefix("/etc/init.d/") })
      #expect(try scripts(of: package).contains("twisted-web@*.service"))
    }
  }

  /// As carbon's: each instance has its options in an environment file of its own.
  @Test(arguments: PackageFormat.allCases)
  func canBeInstancesOfAPlugin(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(format, ["--instances", "--plugin", "web", "--", "--path", "/srv/www"])
      let unit = try package.text("/usr/lib/systemd/system/twisted-web@.service")
      let environment = "/etc/\(format == .deb ? "default" : "sysconfig")/twisted-web"
      #expect(unit.contains("\nEnvironmentFile=-\(environment)\nEnvironmentFile=-\(environment)-%i\n"))
      #expect(unit.contains(" web $PLUGIN_OPTIONS\n") && unit.contains("\nWorkingDirectory=/var/lib/twisted-web/%i\n"))
      let settings = try package.text(environment)
      #expect(settings.contains("# An instance's own settings are in \(environment)-INSTANCE"))
    }
  }

  @Test(arguments: ["--socket=8080", "--stop-during-upgrade"])
  func areRefusedAsInstancesWith(other: String) throws {
    try Workbench.with { bench in
      let result = try bench.tap2deb("-m", Workbench.maintainer, "-t", "web.tac", "--instances", other)
      #expect(result.status == 2 && result.errors.contains("exclude each other"), "\(result)")
    }
  }

  private func scripts(of package: BuiltPackage) throws -> String {
    switch package.format {
    case .deb: try run("dpkg-deb", "--info", package.path, "postinst", "prerm").successful().output
    case .rpm: try run("rpm", "-qp", "--scripts", package.path).successful().output
    }
  }
}
