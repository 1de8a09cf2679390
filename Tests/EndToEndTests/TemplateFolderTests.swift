import Foundation
import TestSupport
import Testing

/// Templates of the user's own.
@Suite struct TemplateFolderTests {
  @Test func areWrittenOutAndTakenBack() throws {
    try Workbench.with { bench in
      let plain = try bench.package(.deb, ["-t", "web.tac", "-o", "plain"])
      try bench.call(.rpm, ["--print-templates", "all"]).successful()
      try run("diff", "-r", "\(Places.repository)/templates", "all", in: bench.folder).successful()
      let again = try bench.package(.deb, ["-t", "web.tac", "-o", "again", "--templates", "all"])
      #expect(try plain.digest == again.digest)
      let twice = try bench.call(.deb, ["--print-templates", "all"])
      #expect(twice.status == 2 && twice.errors.contains("is there already"), "\(twice)")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func newFilesGoToTheirPlace(format: PackageFormat) throws {
    try Workbench.with { bench in
      let files = [
        "systemd/NAME.service.d/limits.conf": "{{#escape unit}}\n[Service]\nLimitNOFILE=9\n# {{name}} {{package}}\n",
        "\(format == .deb ? "debian" : "rpm")/NAME.logrotate": "{{#escape line}}\n{{log}}/*.log {\n  weekly\n}\n",
        "\(format == .deb ? "rpm" : "debian")/NAME.cron.daily": "#!/bin/sh\n", "debian/watch": "version=4\n",
        "README": "left alone",
      ]
      for (path, text) in files {
        let folder = URL(filePath: "\(bench.folder)/mine/\(path)").deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try bench.place("mine/\(path)", text)
      }
      let package = try bench.package(format, ["-t", "web.tac", "--templates", "mine"])
      #expect(
        try package.text("/usr/lib/systemd/system/twisted-web.service.d/limits.conf")
          == "[Service]\nLimitNOFILE=9\n# twisted-web twisted-web\n")
      #expect(try package.text("/etc/logrotate.d/twisted-web") == "/var/log/twisted-web/*.log {\n  weekly\n}\n")
      #expect(try !package.paths.contains { $0.contains("cron.daily") })
      if format == .deb {
        #expect(bench.files.contains { $0.hasSuffix("/debian/watch") })
        #expect(
          try run("dpkg-deb", "--info", package.path, "conffiles").output.contains("/etc/logrotate.d/twisted-web\n"))
        #expect(try bench.rebuildDebianPackage().digest == package.digest)
      }
    }
  }

  @Test(arguments: [
    ("systemd/service", "a\nb {{nmae}}\n", "mine/systemd/service:2: there is no value named nmae; try name"),
    ("debian/contol", "", "mine/debian/contol: no template is called debian/contol; try debian/control"),
    ("systemd/service", "{{#if name}}", "mine/systemd/service:1"),
  ])
  func mistakesAreToldWithTheirPlace(path: String, text: String, message: String) throws {
    try Workbench.with { bench in
      let folder = URL(filePath: "\(bench.folder)/mine/\(path)").deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try bench.place("mine/\(path)", text)
      let result = try bench.call(.deb, ["-t", "web.tac", "-m", Workbench.maintainer, "--templates", "mine"])
      #expect(!result.succeeded && result.errors.contains(message), "\(result)")
    }
  }
}
