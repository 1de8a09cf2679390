import CommandOptions
import Dependencies
import PackageModel
import Packaging

extension Tool {
  var relationOptions: [Option<ToolOptions>] {
    [
      relation(
        "depends", ["requires"], .depends,
        "Packages that the service needs, besides those that its imports tell: NAME or NAME (>= VERSION), apart by "
          + "commas; deb: or rpm: before one keeps it to that format."),
      relation(
        "recommends", [], .recommends, "Packages that are installed with it by default, and that it can do without."),
      relation("suggests", [], .suggests, "Packages that go well with it."),
      relation("conflicts", [], .conflicts, "Packages that cannot be installed beside it."),
      relation("provides", [], .provides, "Packages that it can stand for: NAME or NAME (= VERSION)."),
      relation("replaces", ["obsoletes"], .replaces, "Packages whose place it takes."),
      .values(
        "requirements", placeholder: "FILE", completing: .files,
        help: "What the application needs of PyPI: a requirements.txt of pip's, or a pyproject.toml.",
        into: \.inputs.dependencies.requirements
      ).trusted(.inside),
      .flag(
        "no-auto-depends", help: "Do not make dependencies of what the application imports.",
        into: \.inputs.dependencies.findsImports, as: false
      ).trusted(.any),
    ]
  }

  private func relation(
    _ name: String, _ aliases: [String], _ kind: Relations.Kind, _ help: String
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
        help: "A file with options of both tools, in JSON5; those of the command line go before it.",
        into: \.configuration
      ).forOneRun,
      .flag(
        "trust-config",
        help: "Let the file beside the application run programs, leave its folder and read the environment, as one "
          + "that is named may.", into: \.trustsConfiguration
      ).forOneRun,
      .flag("no-config", help: "Read no such file.", into: \.usesConfiguration, as: false).forOneRun,
      .flag(
        "init", help: "Package nothing; write such a file, with comments, from what the application file says.",
        into: \.action, as: .initialise
      ).forOneRun,
    ]
  }
}
