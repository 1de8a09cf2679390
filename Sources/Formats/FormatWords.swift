import PackageModel

/// What help, manual page and messages of the tools say of a format.
package struct FormatWords: Sendable {
  /// What the tool makes: `a Debian package`.
  package var packages: String
  /// Where artefacts go where nobody says.
  package var output: String
  package var maintainer: Maintainer
  package var defaults: Defaults
  package var helps: Helps
  /// What a maintainer script is called.
  package var script: @Sendable (MaintainerScript) -> String
  /// The files that a run makes, and what each is.
  package var files: [(name: String, meaning: String)]
  package var seeAlso: String
  /// What is told of an artefact, by its path.
  package var made: @Sendable (_ path: String) -> String
  /// The command that installs a package, before its path; `nil` where there is none.
  package var installer: String?

  /// How the maintainer is named.
  package struct Maintainer: Sendable {
    /// The option in a synopsis, with a blank after it; empty where it may be left out.
    package var synopsis: String
    /// The same in an example, after a blank.
    package var example: String
    package var usual: String

    package init(synopsis: String, example: String, usual: String) {
      (self.synopsis, self.example, self.usual) = (synopsis, example, usual)
    }
  }

  /// What holds for options that are not given.
  package struct Defaults: Sendable {
    package var revision: String
    package var compression: String
    package var key: String?

    package init(revision: String, compression: String, key: String? = nil) {
      (self.revision, self.compression, self.key) = (revision, compression, key)
    }
  }

  /// What options that all formats have do in this one.
  package struct Helps: Sendable {
    package var revision: String
    package var key: String
    package var repository: String
    package var unsigned: String
    package var noStart: String

    package init(revision: String, key: String, repository: String, unsigned: String, noStart: String) {
      self.revision = revision
      self.key = key
      self.repository = repository
      self.unsigned = unsigned
      self.noStart = noStart
    }
  }

  package init(
    packages: String, output: String, maintainer: Maintainer, defaults: Defaults, helps: Helps,
    script: @escaping @Sendable (MaintainerScript) -> String, files: [(name: String, meaning: String)], seeAlso: String,
    made: @escaping @Sendable (String) -> String = { $0 },
    installer: String? = nil
  ) {
    self.packages = packages
    self.output = output
    self.maintainer = maintainer
    self.defaults = defaults
    self.helps = helps
    self.script = script
    self.files = files
    self.seeAlso = seeAlso
    self.made = made
    self.installer = installer
  }
}
