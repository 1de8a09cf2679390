import Foundation
import TestSupport
import Testing

/// The variables that an application reads stand in the environment file, where the administrator sets them.
@Suite struct EnvironmentSettingTests {
  private static let source = """
    import os
    from twisted.application import service
    LEVEL = os.environ.get("LEVEL", "info")
    HOME = os.environ.get("HOME", "/")
    TITLE = os.environ.get("TITLE", "two $words")
    NAME = os.environ["SHOP_NAME"]
    KEY = os.getenv("API_KEY")
    application = service.Application("web")

    """

  @Test(arguments: PackageFormat.allCases)
  func standInTheEnvironmentFile(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source)
      let package = try bench.package(format, ["web.tac"])
      let text = try package.text("/etc/\(format == .deb ? "default" : "sysconfig")/twisted-web")
      for line in [
        "# web.tac:3:\n#LEVEL=info", "#TITLE=\"two \\$words\"",
        "# web.tac:6; the service does not start without it:\n#SHOP_NAME=", "#API_KEY=",
      ] {
        #expect(text.contains("\n\(line)\n"), "\(line) in \(text)")
      }
      #expect(!text.contains("HOME"))
    }
  }

  /// A default is one line of the file, whatever the application has in it.
  @Test(arguments: ["a\\nEVIL=1", "a\\rEVIL=1", "a\\0EVIL=1", "a\\u2028EVIL=1", "$(id)`id`\\\\"])
  func holdNoLineOfTheirOwn(value: String) throws {
    try Workbench.with { bench in
      try bench.place(
        "web.tac",
        "import os\nfrom twisted.application import service\nx = os.environ.get('LEVEL', '\(value)')\n"
          + "application = service.Application('web')\n")
      let text = try bench.package(.deb, ["web.tac"]).text("/etc/default/twisted-web")
      let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
      #expect(lines == ["TWISTD_OPTIONS=", "TWISTD_LOG=--syslog"], "\(text)")
    }
  }

  /// What the service cannot start without is told, unless it is given.
  @Test func areToldWhereTheServiceNeedsThem() throws {
    try Workbench.with { bench in
      try bench.place("web.tac", Self.source)
      let words = ["web.tac", "-m", Workbench.maintainer]
      let told = try bench.call(.deb, words).successful().errors
      #expect(
        told.contains(
          "web.tac:6: the service does not start unless SHOP_NAME is set; give --env SHOP_NAME=VALUE, or set it "
            + "in /etc/default/twisted-web on the target"))
      #expect(!told.contains("LEVEL") && !told.contains("API_KEY"))
      let given = try bench.call(.deb, words + ["--env", "SHOP_NAME=x"]).successful().errors
      #expect(!given.contains("does not start unless"))
    }
  }

  /// Where a password will stand, only the service's group reads.
  @Test(arguments: [("API_KEY", "-rw-r-----"), ("LEVEL", "-rw-r--r--")])
  func areKeptWhereOneIsSecret(name: String, mode: String) throws {
    try Workbench.with { bench in
      try bench.place(
        "web.tac",
        "import os\nfrom twisted.application import service\nx = os.environ.get('\(name)')\n"
          + "application = service.Application('web')\n")
      let package = try bench.package(.rpm, ["web.tac"])
      let modes = try run("rpm", "-qp", "--queryformat", "[%{FILEMODES:perms} %{FILENAMES}\n]", package.path).output
      #expect(modes.contains("\(mode) /etc/sysconfig/twisted-web\n"), "\(modes)")
    }
  }
}
