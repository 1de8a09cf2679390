import CommandOptions
import Formats

/// The manual page of the configuration file, tap2deb.json(5), made from the option tables.
struct ConfigurationManual {
  private let tools: [Tool]

  init(_ tools: [Tool]) { self.tools = tools }

  var text: String { ManualPage(description, OptionTable(groups), date: "2026-11-26", of: .file).text }

  /// The keys of all tools first, then those of one format alone.
  private var groups: [OptionGroup<ToolOptions>] {
    guard let first = tools.first else { return [] }
    let names = Set(first.configurableOptions.flatMap(\.names))
    let common = first.optionTable.groups.map { group in
      OptionGroup(group.heading, group.options.filter { !$0.isForOneRun && !$0.endsParsing })
    }
    return common
      + tools.dropFirst().map { tool in
        OptionGroup("Of \(tool.name) alone", tool.configurableOptions.filter { Set($0.names).isDisjoint(with: names) })
      }
  }

  private var description: CommandDescription {
    CommandDescription(
      name: ConfigurationFile.name, version: Tool.version, summary: "how an application is packaged", forms: [],
      details: [
        "Lies beside an application file and holds the options of tap2deb and tap2rpm. "
          + "It is JSON5: JSON with comments, trailing commas and keys without quotes. "
          + "tap2deb --init writes one to begin with.",
        "Keys are the long names of options. The command line goes before the file; what can be given several times adds up. "
          + "Paths start from the file's folder.",
        "The objects \(tools.map { "\"\($0.format.name)\"" }.joined(separator: " and ")) hold keys for that format alone, which go "
          + "over the others. \"\(ConfigurationFile.SpecialKey.arguments)\" is the list of a plugin's own options. "
          + "\"\(ConfigurationFile.SpecialKey.schema)\" may name the schema, for editors.",
        "A file that was found, and not named, may describe the package and name what lies in its folder. "
          + "What runs a program, leaves that folder or reads the environment takes --config FILE or --trust-config. "
          + "With one of them ${NAME} and ${NAME:-DEFAULT} in a value are variables of the environment, and $${ is a plain ${.",
      ],
      sections: [
        .init(
          "EXAMPLES",
          [
            .example(
              """
              {
                "tapfile": "web.tac",
                "maintainer": "Ada Example <ada@example.org>",
                "depends": ["libjs-jquery"],
                "rpm": { "depends": ["js-jquery"] },   // for one format alone
              }
              """)
          ]),
        .init("SEE ALSO", [.paragraph("tap2deb(1), tap2rpm(1)")]),
      ])
  }
}
