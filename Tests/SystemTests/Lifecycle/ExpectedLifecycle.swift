/// What every cell of the table has to be, written down before it was measured.
///
/// An event that a row lacks cannot happen there.
enum ExpectedLifecycle {
  static let outcomes = Dictionary(
    uniqueKeysWithValues: LifecycleRow.all(of: LifecycleRow.Suite.allCases).map { ($0, of($0)) })

  /// The same in each release of Debian but for one thing: sid's systemd knows no init scripts any more, so it says nothing of
  /// the one that a removed package leaves as its administrator's.
  static func of(_ row: LifecycleRow) -> [LifecycleEvent: LifecycleOutcome] {
    var outcomes = onDebian12[row.usual] ?? [:]
    if row.suite == .sid, row.format == .deb, row.place.hasSystemd {
      for event in [LifecycleEvent.remove, .editedRemove] { outcomes[event]?.enablement = .none }
    }
    return outcomes
  }

  private static let onDebian12: [LifecycleRow: [LifecycleEvent: LifecycleOutcome]] = [
    LifecycleRow(format: .deb, place: .systemd): debOnSystemd,
    LifecycleRow(format: .deb, place: .sysvinit): debOnSystemVInit,
    LifecycleRow(format: .deb, place: .noInit): debWithoutInit,
    LifecycleRow(format: .deb, place: .policy): debWherePolicyForbids,
    LifecycleRow(format: .rpm, place: .systemd): rpmOnSystemd,
    LifecycleRow(format: .rpm, place: .sysvinit): rpmOnSystemVInit,
    LifecycleRow(format: .rpm, place: .noInit): rpmWithoutInit,
    // rpm knows no policy-rc.d.
    LifecycleRow(format: .rpm, place: .policy): rpmOnSystemd,
  ]

  private static let conffiles = [
    "/etc/default/twisted-web", "/etc/init.d/twisted-web", "/etc/twisted-web", "/etc/twisted-web/web.tac",
  ]

  /// What stays of a service that the next version has not, until purge.
  private static let droppedConffiles = [
    "/etc/default/twisted-api", "/etc/init.d/twisted-api", "/etc/twisted-api", "/etc/twisted-api/api.tac",
  ]

  private static let debOnSystemd: [LifecycleEvent: LifecycleOutcome] = [
    .freshInstall: .up(.enabled, "v1"),
    .reinstall: .up(.enabled, "v1"),
    .upgradeRunning: .up(.enabled, "v2"),
    .upgradeStopped: .down(.enabled),
    .upgradeDisabled: .up(.disabled, "v2"),
    .upgradeMasked: .down(.masked),
    .preinstFails: .up(.enabled, "v1"),
    .postinstFails: .up(.enabled, "v2"),
    .stoppingUpgradeRunning: .up(.enabled, "v2"),
    .stoppingUpgradeStopped: .down(.enabled),
    .stoppingUpgradeDisabled: .up(.disabled, "v2"),
    .stoppingPreinstFails: .up(.enabled, "v1"),
    .serviceDropped: .up(.enabled, "v2", left: droppedConffiles + ["/var/lib/twisted-api", "/var/log/twisted-api"]),
    .userChanged: .up(.enabled, "v2 as www-data"),
    .kindsChanged: .up(.enabled, "v2 v2 v2"),
    .downgrade: .up(.enabled, "v1"),
    .remove: .down(.enabled, left: conffiles + ["/var/lib/twisted-web", "/var/log/twisted-web"]),
    .reinstallAfterRemove: .up(.enabled, "v1"),
    .reinstallAfterRemoveDisabled: .down(.disabled),
    .purge: .clean,
    .mountedPurge: .down(.none, left: ["/var/lib/twisted-web"]),
    .editedUpgrade: .up(.enabled, "edited", left: ["/etc/twisted-web/web.tac.dpkg-dist"]),
    .editedRemove: .down(.enabled, left: conffiles + ["/var/lib/twisted-web", "/var/log/twisted-web"]),
    .editedPurge: .clean,
  ]

  private static let debOnSystemVInit: [LifecycleEvent: LifecycleOutcome] = [
    .freshInstall: .up(.enabled, "v1"),
    .reinstall: .up(.enabled, "v1"),
    .upgradeRunning: .up(.enabled, "v2"),
    .upgradeStopped: .down(.enabled),
    .upgradeDisabled: .up(.disabled, "v2"),
    .preinstFails: .up(.enabled, "v1"),
    .postinstFails: .up(.enabled, "v2"),
    .stoppingUpgradeRunning: .up(.enabled, "v2"),
    .stoppingUpgradeStopped: .down(.enabled),
    .stoppingUpgradeDisabled: .up(.disabled, "v2"),
    .stoppingPreinstFails: .up(.enabled, "v1"),
    .serviceDropped: .up(.enabled, "v2", left: droppedConffiles + ["/var/lib/twisted-api"]),
    .userChanged: .up(.enabled, "v2 as www-data"),
    .kindsChanged: .up(.enabled, "v2 v2 v2"),
    .downgrade: .up(.enabled, "v1"),
    .remove: .down(.enabled, left: conffiles + ["/var/lib/twisted-web"]),
    .reinstallAfterRemove: .up(.enabled, "v1"),
    .reinstallAfterRemoveDisabled: .down(.disabled),
    .purge: .clean,
    .mountedPurge: .down(.none, left: ["/var/lib/twisted-web"]),
    .editedUpgrade: .up(.enabled, "edited", left: ["/etc/twisted-web/web.tac.dpkg-dist"]),
    .editedRemove: .down(.enabled, left: conffiles + ["/var/lib/twisted-web"]),
    .editedPurge: .clean,
  ]

  /// invoke-rc.d forbids everything where neither an init system nor policy-rc.d is: the package starts, restarts and stops nothing.
  private static let debWithoutInit: [LifecycleEvent: LifecycleOutcome] = [
    .freshInstall: .down(.enabled),
    .reinstall: .up(.enabled, "v1"),
    .upgradeRunning: .up(.enabled, "v1"),
    .upgradeStopped: .down(.enabled),
    .upgradeDisabled: .up(.disabled, "v1"),
    .preinstFails: .up(.enabled, "v1"),
    .postinstFails: .up(.enabled, "v1"),
    .stoppingUpgradeRunning: .up(.enabled, "v1"),
    .stoppingUpgradeStopped: .down(.enabled),
    .stoppingUpgradeDisabled: .up(.disabled, "v1"),
    .stoppingPreinstFails: .up(.enabled, "v1"),
    .serviceDropped: .up(.enabled, "v1", left: droppedConffiles + ["/var/lib/twisted-api"]),
    .userChanged: .up(.enabled, "v1 as _twisted-web"),
    .kindsChanged: .up(.enabled, "v2 v2 v2"),
    .downgrade: .up(.enabled, "v2"),
    .remove: .up(.enabled, "v1", left: conffiles + ["/var/lib/twisted-web"]),
    .reinstallAfterRemove: .up(.enabled, "v1"),
    .reinstallAfterRemoveDisabled: .up(.disabled, "v1"),
    .purge: .up(.none, "v1"),
    .mountedPurge: .up(.none, "v1", left: ["/var/lib/twisted-web"]),
    .editedUpgrade: .up(.enabled, "edited", left: ["/etc/twisted-web/web.tac.dpkg-dist"]),
    .editedRemove: .up(.enabled, "edited", left: conffiles + ["/var/lib/twisted-web"]),
    .editedPurge: .up(.none, "edited"),
  ]

  private static let debWherePolicyForbids: [LifecycleEvent: LifecycleOutcome] = [
    .freshInstall: .down(.enabled),
    .reinstall: .up(.enabled, "v1"),
    .upgradeRunning: .up(.enabled, "v1"),
    .upgradeStopped: .down(.enabled),
    .upgradeDisabled: .up(.disabled, "v1"),
    .upgradeMasked: .down(.masked),
    .preinstFails: .up(.enabled, "v1"),
    .postinstFails: .up(.enabled, "v1"),
    .stoppingUpgradeRunning: .up(.enabled, "v1"),
    .stoppingUpgradeStopped: .down(.enabled),
    .stoppingUpgradeDisabled: .up(.disabled, "v1"),
    .stoppingPreinstFails: .up(.enabled, "v1"),
    .serviceDropped: .up(.enabled, "v1", left: droppedConffiles + ["/var/lib/twisted-api", "/var/log/twisted-api"]),
    .userChanged: .up(.enabled, "v1 as _twisted-web"),
    .kindsChanged: .up(.enabled, "v2 v2 v2"),
    .downgrade: .up(.enabled, "v2"),
    .remove: .up(.enabled, "v1", left: conffiles + ["/var/lib/twisted-web", "/var/log/twisted-web"]),
    .reinstallAfterRemove: .up(.enabled, "v1"),
    .reinstallAfterRemoveDisabled: .up(.disabled, "v1"),
    .purge: .up(.none, "v1"),
    .mountedPurge: .up(.none, "v1", left: ["/var/lib/twisted-web"]),
    .editedUpgrade: .up(.enabled, "edited", left: ["/etc/twisted-web/web.tac.dpkg-dist"]),
    .editedRemove: .up(.enabled, "edited", left: conffiles + ["/var/lib/twisted-web", "/var/log/twisted-web"]),
    .editedPurge: .up(.none, "edited"),
  ]

  private static let rpmOnSystemd: [LifecycleEvent: LifecycleOutcome] = [
    .freshInstall: .down(.enabled),
    .reinstall: .up(.enabled, "v1"),
    .upgradeRunning: .up(.enabled, "v2"),
    .upgradeStopped: .down(.enabled),
    .upgradeDisabled: .up(.disabled, "v2"),
    .upgradeMasked: .down(.masked),
    .preinstFails: .up(.enabled, "v1"),
    .postinstFails: .up(.enabled, "v2"),
    .stoppingUpgradeRunning: .up(.enabled, "v2"),
    .stoppingUpgradeStopped: .down(.enabled),
    .stoppingUpgradeDisabled: .up(.disabled, "v2"),
    .stoppingPreinstFails: .up(.enabled, "v1"),
    .serviceDropped: .up(.enabled, "v2", left: ["/var/lib/twisted-api", "/var/log/twisted-api"]),
    .userChanged: .up(.enabled, "v2 as www-data"),
    .kindsChanged: .up(.enabled, "v2 v2 v2"),
    .downgrade: .up(.enabled, "v1"),
    .remove: .clean,
    .reinstallAfterRemove: .down(.enabled),
    .reinstallAfterRemoveDisabled: .down(.enabled),
    .mountedRemove: .down(.none, left: ["/var/lib/twisted-web", "what was kept"]),
    .editedUpgrade: .up(.enabled, "edited", left: ["/etc/twisted-web/web.tac.rpmnew"]),
    .editedRemove: .down(.none, left: ["/etc/twisted-web", "/etc/twisted-web/web.tac.rpmsave"]),
  ]

  private static let rpmOnSystemVInit: [LifecycleEvent: LifecycleOutcome] = {
    var outcomes = rpmOnSystemd
    outcomes[.upgradeMasked] = nil
    outcomes[.serviceDropped]?.left = ["/var/lib/twisted-api"]
    return outcomes
  }()

  /// Nothing enables there.
  private static let rpmWithoutInit: [LifecycleEvent: LifecycleOutcome] = {
    var outcomes = rpmOnSystemVInit.filter { !disabling.contains($0.key) }.mapValues { outcome in
      var outcome = outcome
      outcome.enablement = .none
      return outcome
    }
    return outcomes
  }()

  private static let disabling: Set<LifecycleEvent> = [
    .upgradeDisabled, .stoppingUpgradeDisabled, .reinstallAfterRemoveDisabled,
  ]
}
