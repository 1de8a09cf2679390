import CommandOptions

extension Tool {
  /// What the help and the manual page say beside the options.
  var description: CommandDescription {
    CommandDescription(
      name: rawValue, version: Self.version,
      summary: "turn a Twisted application file into \(self == .tap2deb ? "a Debian package" : "RPM packages")",
      forms: [
        "FILE \(self == .tap2deb ? "-m MAINTAINER " : "")[OPTION]...",
        "--plugin NAME [OPTION]... [-- PLUGIN-OPTION...]",
      ],
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
        .init("FILES", fileBlocks),
        .init("EXAMPLES", inHelp: true, [.example(examples)]),
        .init(
          "SEE ALSO",
          [
            .paragraph(
              self == .tap2deb
                ? "tap2rpm(1), twistd(1), dpkg-buildpackage(1), dput(1)"
                : "tap2deb(1), twistd(1), rpmbuild(8), rpmsign(8)")
          ]),
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

  private var fileBlocks: [CommandDescription.Block] {
    switch self {
    case .tap2deb:
      [
        .definition(
          ".build/NAME_VERSION_all.deb",
          "The package; with compiled modules of a bundled environment the name has the architecture."),
        .definition(".build/NAME-VERSION/debian/", "Its packaging, ready to modify."),
        .definition(".build/NAME_VERSION.dsc, .tar.xz", "With --source, the source package."),
        .definition(
          ".build/NAME_VERSION_ARCH.changes, .buildinfo",
          "With --source, the upload for dput(1), signed with the maintainer's key if there is one."),
      ]
    case .tap2rpm:
      [
        .definition(
          "NAME-VERSION-1.noarch.rpm",
          "The package; with compiled modules of a bundled environment the name has the architecture."),
        .definition("NAME-VERSION-1.src.rpm", "The source package, which rpmbuild --rebuild builds again."),
      ]
    }
  }

  /// A first command to try.
  var example: String { self == .tap2deb ? "tap2deb web.tac -m 'Jo Doe <jo@example.org>'" : "tap2rpm web.tac" }

  private var examples: String {
    """
    \(example)
    \(rawValue) web.tac --explain
    \(rawValue) web.tac --include templates --requirements requirements.txt
    \(rawValue) --plugin web -- --listen tcp:8080 --path /srv/www
    """
  }
}
