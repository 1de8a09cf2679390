import CommandOptions
import Formats

extension Tool {
  /// What the help and the manual page say beside the options.
  var description: CommandDescription {
    CommandDescription(
      name: name, version: Self.version,
      summary: "turn a Twisted application file into \(format.words.packages)",
      forms: [
        "FILE \(format.words.maintainer.synopsis)[OPTION]...",
        "--plugin NAME [OPTION]... [-- PLUGIN-OPTION...]",
      ], operandCompletion: Self.applicationFiles,
      details: [
        "Packages an application file of the Twisted framework (.tac, .tap, .tas or .tax) as a system service: with a "
          + "hardened systemd unit, an LSB init script, an environment file, a user of its own and the scripts that "
          + "install, upgrade and remove it. The file is read, never run.",
        "Long options can be shortened as long as they stay unambiguous, and a value may follow after a blank or an =.",
      ],
      sections: [
        .init(
          "EXIT STATUS",
          [
            .definition("0", "The package was written."),
            .definition("1", "The package could not be built."),
            .definition("2", "The command line or a value in it is wrong."),
            .definition("3", "The application file cannot be used."),
          ]),
        .init("ENVIRONMENT", environmentBlocks),
        .init("FILES", format.words.files.map { .definition($0.name, $0.meaning) }),
        .init("EXAMPLES", inHelp: true, [.example(examples)]),
        .init("SEE ALSO", [.paragraph(format.words.seeAlso)]),
      ])
  }

  private var environmentBlocks: [CommandDescription.Block] {
    [
      .definition(
        "DEBFULLNAME, DEBEMAIL, EMAIL", "The maintainer's name and address where the command line leaves them out."),
      .definition(
        "SOURCE_DATE_EPOCH",
        "The date of everything in the package; by default it is the changelog's newest, else the application file's."),
      .definition("GNUPGHOME", "The keyring with the keys that sign; ~/.gnupg by default."),
      .definition("TMPDIR", "Where the package is put together; /tmp by default."),
      .definition(
        "PIP_INDEX_URL, PIP_CERT, HTTPS_PROXY, ...",
        "How pip reaches an index for --bundle; nothing else of its configuration counts."),
      .definition("NO_COLOR", "When set, messages are never coloured."),
    ]
  }

  /// A first command to try.
  var example: String { "\(name) web.tac\(format.words.maintainer.example)" }

  private var examples: String {
    """
    \(example)
    \(name) web.tac --explain
    \(name) web.tac --include templates --requirements requirements.txt
    \(name) --plugin web -- --listen tcp:8080 --path /srv/www
    """
  }
}
