/// A system that packages are made for: what its package manager reads, what it calls things, and what its Twisted and its
/// Python have. Each is a file of `Data/targets/`, or the packager's own.
package struct Target: Sendable, Equatable {
  /// What options call it: `debian-13`.
  package var name: String
  /// What messages call it: `Debian 13`.
  package var title: String
  /// The format of its packages, by the ending of their names.
  package var format: String
  /// The systems that are it, as os-release(5) has them: `ID`, whatever the version, or `ID VERSION_ID`; one without a version by its code name.
  package var systems: [String] = []
  /// Whether it stands for its format where a machine's own system is none.
  package var isNewest = false
  /// The distributions of its archive that it is, the first by its usual name.
  package var suites: [String] = []
  /// The suite of Debian whose packages have the names of its own.
  package var namesOf: String
  /// The program that runs services.
  package var twistd: AbsolutePath
  /// The release of its Twisted; `nil` where it is not known.
  package var twisted: ReleaseSeries?
  /// The release of its `python3`; `nil` where it is not known.
  package var python: ReleaseSeries?
  /// The package that has Twisted.
  package var twistedPackage: String
  /// The package that makes a service's account; `nil` where each system has what does.
  package var accountPackage: String?
  /// What its package manager unpacks.
  package var compression: [Compression.Method]
  /// The version of Debian Policy that its lintian knows.
  package var standards: String
  /// The level of debhelper's compatibility.
  package var debhelper: Int
  /// Whether a package of it has init scripts where nobody says.
  package var hasInitScripts: Bool
  /// Whether a spec may use systemd's own macros (`%systemd_post`).
  package var hasSystemdMacros: Bool
  /// What stands after the versions of packages that are made for it alone: `~deb13`.
  package var suffix: String
  /// How it was chosen.
  package var choice = Choice.machine

  /// How a target is chosen.
  package enum Choice: Sendable, Equatable {
    /// The packager has named it.
    case named
    /// It is the machine's own system, as far as is known.
    case machine
    /// Nothing says so: it is the newest of its format.
    case assumed
  }

  /// The usual name of its distribution in an archive.
  package var suite: String? { suites.first }

  /// The distribution whose root can install its packages: its own, or the suite of Debian that calls things as it does.
  package var rootSuite: String { suites.first ?? namesOf }

  /// Whether a distribution's name is one of its own; `bookworm-backports` is `bookworm`'s.
  package func has(suite: String) -> Bool {
    suites.contains(String(suite.prefix { $0 != "-" }))
  }

  /// Whether its package manager reads what is packed in a way.
  package func reads(_ method: Compression.Method) -> Bool { method == .none || compression.contains(method) }
}

/// A version of Python as far as it decides where modules are and what compiled ones fit.
package typealias PythonRelease = ReleaseSeries

extension PythonRelease {
  /// The interpreter on the target, by its full name: what `python3` is may change.
  package var interpreter: String { "/usr/bin/python\(self)" }
}
