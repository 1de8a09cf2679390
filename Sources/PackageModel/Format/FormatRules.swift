import Text

/// What a format's tools and the systems that take it expect of a package and its service.
///
/// It is a value, and the format's own target holds it; nothing outside asks which format it is.
package struct FormatRules: Sendable, Equatable {
  /// The ending of its packages' names, by which options call it: `deb`.
  package let name: String
  /// The tool whose own format it is, which a package without a history is said to be created by.
  package var tool: String
  /// Where services of such a system have what they share.
  package var places: Places
  package var names: Names
  package var versions: VersionRules
  /// Why the dates of a history must descend; `nil` where they need not.
  package var descendingDates: String?
  /// The word for packages that are the same on all machines.
  package var everyArchitecture: String
  /// What a package is by default, before the name of its protocol: the originals' words, without the article that no
  /// synopsis begins with (Developer's Reference 6.2.2).
  package var summary: String
  /// The template of its init scripts.
  package var initScript: String
  /// Whether packages have one where nobody says: some of the systems run without systemd.
  package var hasInitScripts: Bool
  /// Whether a package has its history as a changelog beside its other documentation, packed (Debian Policy 12.7).
  package var packsDocuments: Bool
  /// The folder of its own templates.
  package var templates: String
  package var needs: Needs
  /// The system that packages are made for; `nil` for a format that knows no targets.
  package var target: Target?
  /// What a package is packed with when nobody says, by the size of its files in bytes.
  package var compression: @Sendable (_ size: Int) -> Compression

  /// Paths on the target.
  package struct Places: Sendable {
    /// `twistd` as the systems' own package installs it.
    package var twistd: String
    /// The folder of the files that hold a service's environment.
    package var environment: String
    /// The shell of an account that nobody logs in to.
    package var noLoginShell: String
    package var axiomatic = "/usr/bin/axiomatic"
    package var python = "/usr/bin/python3"

    package init(twistd: String, environment: String, noLoginShell: String) {
      (self.twistd, self.environment, self.noLoginShell) = (twistd, environment, noLoginShell)
    }

    /// `twist`, which comes with twistd: `twist3` beside `twistd3`.
    package var twist: String { Path(twistd).prefix + Path(twistd).name.replacing("twistd", with: "twist") }

    /// Where a runner is.
    func path(of runner: Runner) -> String {
      switch runner {
      case .twistd: twistd
      case .twist: twist
      case .axiomatic: axiomatic
      }
    }
  }

  /// How packages are called.
  package struct Names: Sendable {
    /// The source of the rule, for messages.
    package var rule: String
    /// The option that gives the name.
    package var option: String

    package init(rule: String, option: String) { (self.rule, self.option) = (rule, option) }
  }

  /// What packages need of others, in the format's words.
  package struct Needs: Sendable {
    /// What every package of services needs; each yields to what is said of the same package in particular.
    package var basics: @Sendable (_ services: [Service], _ bundle: BundledEnvironment?) -> [RelationText]
    /// What a package with modules of a release of Python needs.
    /// `isDefault` tells whether it is the system's `python3`, so that this can be named.
    package var python: @Sendable (_ release: PythonRelease, _ isDefault: Bool) -> [String]

    package init(
      basics: @escaping @Sendable ([Service], BundledEnvironment?) -> [RelationText],
      python: @escaping @Sendable (PythonRelease, Bool) -> [String]
    ) {
      (self.basics, self.python) = (basics, python)
    }
  }

  package init(
    name: String, tool: String, places: Places, names: Names, versions: VersionRules, descendingDates: String? = nil,
    everyArchitecture: String, summary: String, initScript: String, hasInitScripts: Bool,
    packsDocuments: Bool = false, templates: String, needs: Needs,
    compression: @escaping @Sendable (Int) -> Compression
  ) {
    self.name = name
    self.tool = tool
    self.places = places
    self.names = names
    self.versions = versions
    self.descendingDates = descendingDates
    self.everyArchitecture = everyArchitecture
    self.summary = summary
    self.initScript = initScript
    self.hasInitScripts = hasInitScripts
    self.packsDocuments = packsDocuments
    self.templates = templates
    self.needs = needs
    self.compression = compression
  }

  package static func == (one: Self, other: Self) -> Bool { one.name == other.name }
}
