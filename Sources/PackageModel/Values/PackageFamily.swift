/// The two families of systems that packages are made for, and where they differ in what they expect of a service.
package enum PackageFamily: String, Sendable, Equatable, CaseIterable {
  case debian, rpm

  /// The path of `twistd` as the family's own package installs it.
  ///
  /// Debian and Ubuntu have no `/usr/bin/twistd`: python3-twisted installs `/usr/bin/twistd3` only.
  package var twistd: String {
    switch self {
    case .debian: "/usr/bin/twistd3"
    case .rpm: "/usr/bin/twistd"
    }
  }

  /// The folder of the files that hold a service's environment.
  package var environmentFolder: String {
    switch self {
    case .debian: "/etc/default"
    case .rpm: "/etc/sysconfig"
    }
  }

  /// The shell of an account that nobody logs in to.
  package var noLoginShell: String {
    switch self {
    case .debian: "/usr/sbin/nologin"
    case .rpm: "/sbin/nologin"
    }
  }

  /// The word for packages that are the same on all machines.
  package var everyArchitecture: String {
    switch self {
    case .debian: "all"
    case .rpm: "noarch"
    }
  }

  var nameRule: String {
    switch self {
    case .debian: "Debian Policy 5.6.1"
    case .rpm: "RPM's rule"
    }
  }
}
