import PackageModel

extension FormatRules {
  package static let debian = debian(for: nil)

  package static func debian(for target: Target?) -> FormatRules {
    var rules = usual(of: target?.twistedPackage ?? "python3-twisted", accounts: target?.accountPackage ?? "adduser")
    guard let target else { return rules }
    rules.target = target
    rules.places.twistd = target.twistd.description
    rules.hasInitScripts = target.hasInitScripts
    return rules
  }

  private static func usual(of twistedPackage: String, accounts: String) -> FormatRules {
    FormatRules(
      name: "deb", tool: "tap2deb",
      // Debian and Ubuntu have no /usr/bin/twistd: python3-twisted installs /usr/bin/twistd3 only.
      places: Places(twistd: "/usr/bin/twistd3", environment: "/etc/default", noLoginShell: "/usr/sbin/nologin"),
      names: Names(rule: "Debian Policy 5.6.1", option: "--debfile"),
      versions: VersionRules(rule: "Debian Policy 5.6.12"), everyArchitecture: "all",
      summary: "Twisted-based server for", initScript: "sysv/init.debian", hasInitScripts: true,
      packsDocuments: true, templates: "debian",
      needs: Needs(
        basics: { services, bundle in
          // The first whose endpoints know sockets by their names.
          let isNamed = services.contains { $0.network.socketName != nil }
          let twisted = isNamed ? "\(twistedPackage) (>= 22.8)" : twistedPackage
          let runsDatabase = services.contains { $0.command.runner == .axiomatic }
          let needed = bundle == nil ? [twisted] + (runsDatabase ? ["python3-axiom"] : []) : []
          return (needed + (services.contains(where: \.account.isMade) ? [accounts] : []))
            .compactMap { try? RelationText($0) }
        },
        // Debian Python Policy 3.4.
        python: { release, isDefault in
          isDefault
            ? ["python3 (>= \(release)~)", "python3 (<< \(release.major).\(release.minor + 1))"] : ["python\(release)"]
        }),
      compression: Compression.usual)
  }
}
