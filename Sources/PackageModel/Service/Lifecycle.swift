/// What the packages' scripts do with the service when the package comes, changes and goes.
package struct Lifecycle: Sendable, Equatable {
  package enum Upgrade: Sendable, Equatable {
    /// The service runs on with the old code until the new one is in place.
    case restartAfterwards
    /// The service is down while its files change, for code that loads modules late.
    case stopMeanwhile
  }

  /// Whether a first installation enables the service (on RPM systems: asks the presets to).
  package var enables = true
  /// Whether a first installation starts the service; RPM systems never do.
  package var starts = true
  package var upgrade = Upgrade.restartAfterwards
  /// Shell that the packager adds to the scripts.
  package var additions: [MaintainerScript: ScriptFragment] = [:]

  package init() {}
}

/// The scripts that both formats have, by Debian's names.
package enum MaintainerScript: String, Sendable, Equatable, CaseIterable {
  case preinst, postinst, prerm, postrm
}
