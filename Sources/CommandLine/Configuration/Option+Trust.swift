import CommandOptions

extension Option<ToolOptions> {
  /// What a configuration file that was found may say under this option's name. What is not in the table is refused.
  var trust: Trust { names.first.flatMap { Self.trust[$0] } ?? .runsPrograms }

  /// Every option that a configuration file can have, by its first long name.
  static let trust: [String: Trust] = [
    // The application
    "tapfile": .inside, "type": .any, "plugin": .any, "protocol": .any, "twistd": .any, "passphrase-file": .inside,
    "no-inspect": .any, "convert": .any,
    // Files
    "project": .inside, "include": .inclusion, "state": .inclusion, "link": .link, "exclude": .any,
    "exclude-from": .inside, "no-code": .any,
    "bundle": .fileInside, "wheelhouse": .inside, "bundle-root": .any, "python": .runsPrograms,
    "allow-sdists": .runsPrograms,
    // The package
    "debfile": .any, "rpmfile": .any, "maintainer": .any, "description": .any, "long_description": .any,
    // Relations
    "depends": .any, "recommends": .any, "suggests": .any, "conflicts": .any, "provides": .any, "replaces": .any,
    "requirements": .inside, "no-auto-depends": .any,
    // The release
    "set-version": .any, "revision": .any, "changelog": .insideOr("git"), "license": .any, "copyright": .any,
    "homepage": .any, "section": .any, "distribution": .any, "component": .any, "compression": .any,
    // The service
    "user": .account, "group": .account,
    "hardening": .anyBut("none", because: "leaves the service unconfined"), "port": .any, "socket": .any,
    "instances": .any,
    "env": .any, "init-command": .nothing(because: "runs a program on the target"), "sysv": .any, "no-sysv": .any,
    "unit": .nothing(because: "says what the unit allows"),
    "runlevels": .any, "stop-runlevels": .any, "start-priority": .any, "stop-priority": .any,
    // The lifecycle
    "no-enable": .any, "no-start": .any, "restart-after-upgrade": .any, "stop-during-upgrade": .any,
    "preinst": .runsPrograms, "postinst": .runsPrograms, "prerm": .runsPrograms, "postrm": .runsPrograms,
    // Publishing
    "source": .any, "binary-only": .any, "source-only": .any, "source-format": .any, "sign": .runsPrograms,
    "sign-passphrase-file": .runsPrograms, "sign-timeout": .any, "repo": .inside,
    // Output
    "format": .any, "target": .any, "target-suffix": .any, "fail-on": .any, "output": .inside,
    "templates": .runsPrograms, "stubs": .inside, "unsigned": .any,
    "quiet": .any,
  ]
}
