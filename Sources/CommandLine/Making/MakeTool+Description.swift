import CommandOptions
import TwistedModel

extension MakeTool {
  /// What the help and the manual page say beside the options.
  static let description = CommandDescription(
    name: name, version: Tool.version, summary: "make an application file of a Twisted plugin and its options",
    forms: ["[OPTION]... PLUGIN [PLUGIN-OPTION]...", "PLUGIN --help"],
    operandCompletion: .oneOf(PluginSpec.stockNames),
    details: [
      "Writes PLUGIN.tac, Python source that makes the service which twistd PLUGIN would run with the same options, and "
        + "that every twistd runs and tap2deb and tap2rpm package. The plugin is one of Twisted's own or lies in twisted/plugins "
        + "of the current folder; nothing of it is run."
    ],
    sections: [
      .init("PLUGINS", inHelp: true, [.paragraph(PluginSpec.stockNames.joined(separator: ", "))]),
      .init(
        "EXIT STATUS",
        [
          .definition("0", "The application file was written."),
          .definition("1", "It could not be written."),
          .definition("2", "The command line or a value in it is wrong."),
          .definition("3", "The file of --append or the plugin cannot be used."),
        ]),
      .init(
        "EXAMPLES", inHelp: true,
        [
          .example(
            "mktap web --path /srv/www --listen tcp:8080\nmktap --append web.tac ftp --root /srv/ftp\nmktap -u www-data -n site web --path /srv/www"
          )
        ]),
      .init("SEE ALSO", [.paragraph("tapconvert(1), tap2deb(1), tap2rpm(1), twistd(1)")]),
    ])
}
