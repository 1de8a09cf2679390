import CommandOptions

extension ConvertTool {
  /// What the help and the manual page say beside the options.
  static let description = CommandDescription(
    name: name, version: Tool.version, summary: "convert a saved Twisted application to another format",
    forms: ["-i FILE [-o FILE] [-t TYPE]"], operandCompletion: ConvertOptions.savedFiles,
    details: [
      "Reads an application that mktap or twistd saved (.tap, .tas or .tax) and writes it in another format: as Python "
        + "source that every twistd runs and that can be edited (-t tac), or as one of the other formats, with every "
        + "object kept. The file is read, never run.",
      "A .tac has a line with TODO at whatever the file does not tell, and each is told with its place. Passwords go "
        + "into a file of their own beside it, which only its owner can read.",
    ],
    sections: [
      .init(
        "EXIT STATUS",
        [
          .definition("0", "The result was written."),
          .definition("1", "The result could not be written."),
          .definition("2", "The command line or a value in it is wrong."),
          .definition("3", "The application file cannot be used, or the format cannot hold what is in it."),
        ]),
      .init(
        "FILES",
        [
          .definition("NAME.tac", "With -t tac, the application as Python source."),
          .definition("NAME.secrets.json", "With -t tac, the passwords that it reads, where there are any."),
        ]),
      .init(
        "EXAMPLES", inHelp: true,
        [
          .example(
            "tapconvert -i web.tax -t tac\ntapconvert --in web.tap --out web.tas\ntapconvert -i web.tas -t pickle")
        ]),
      .init("SEE ALSO", [.paragraph("mktap(1), tap2deb(1), tap2rpm(1), twistd(1)")]),
    ])
}
