import CommandOptions
import Dependencies
import PackageModel
import Packaging

extension Tool {
  var relationOptions: [Option<ToolOptions>] {
    [
      relation(
        "depends", aliases: ["requires"], .depends,
        help:
          "Packages that the service needs, besides those that its imports tell: NAME or NAME (>= VERSION), apart by "
          + "commas; deb: or rpm: before one keeps it to that format."),
      relation(
        "recommends", aliases: [], .recommends,
        help: "Packages that are installed with it by default, and that it can do without."),
      relation("suggests", aliases: [], .suggests, help: "Packages that go well with it."),
      relation("conflicts", aliases: [], .conflicts, help: "Packages that cannot be installed beside it."),
      relation("provides", aliases: [], .provides, help: "Packages that it can stand for: NAME or NAME (= VERSION)."),
      relation("replaces", aliases: ["obsoletes"], .replaces, help: "Packages that it replaces."),
      .values(
        "requirements", placeholder: "FILE", completing: .files,
        help: "What the application needs from PyPI: a requirements.txt or a pyproject.toml.",
        into: \.inputs.dependencies.requirements
      ).trusted(.inside),
      .flag(
        "no-auto-depends", help: "Do not derive dependencies from what the application imports.",
        into: \.inputs.dependencies.findsImports, as: false
      ).trusted(.any),
    ]
  }

  private func relation(
    _ name: String, aliases: [String], _ kind: Relations.Kind, help: String
  ) -> Option<ToolOptions> {
    .values(
      name, aliases: aliases, placeholder: "PACKAGES", help: help, into: \.inputs.dependencies.wishes[kind]
    ).trusted(.any)
  }

  var configurationOptions: [Option<ToolOptions>] {
    [
      .value(
        "config", placeholder: "FILE", default: "\(ConfigurationFile.name) beside the application file",
        completing: .files,
        help: "A file in JSON5 with options of both tools; the command line goes over it.",
        into: \.configuration
      ).forOneRun,
      .flag(
        "trust-config",
        help: "Trust the configuration file beside the application as if --config named it: to run programs, use files "
          + "outside of its folder and read the environment.", into: \.trustsConfiguration
      ).forOneRun,
      .flag("no-config", help: "Read no configuration file.", into: \.usesConfiguration, as: false).forOneRun,
      .flag(
        "init",
        help: "Package nothing; write a configuration file, with comments, from what the application file says.",
        into: \.action, as: .initialise
      ).forOneRun,
    ]
  }
}
