import Foundation

/// What happens to a package in one cell; the table's columns.
enum LifecycleEvent: String, Sendable, CaseIterable {
  case freshInstall = "fresh install"
  case reinstall = "reinstall"
  case upgradeRunning = "upgrade, running"
  case upgradeStopped = "upgrade, stopped by the administrator"
  case upgradeDisabled = "upgrade, disabled and running"
  case upgradeMasked = "upgrade, masked"
  case preinstFails = "upgrade, preinst fails"
  case postinstFails = "upgrade, postinst fails"
  case stoppingUpgradeRunning = "`--stop-during-upgrade`, running"
  case stoppingUpgradeStopped = "`--stop-during-upgrade`, stopped"
  case stoppingUpgradeDisabled = "`--stop-during-upgrade`, disabled and running"
  case stoppingPreinstFails = "`--stop-during-upgrade`, preinst fails"
  case serviceDropped = "upgrade, the second service is dropped"
  case userChanged = "upgrade, `--user` is another"
  case kindsChanged = "upgrade, a folder becomes a link, a link and a file a folder"
  case downgrade = "downgrade"
  case remove = "remove"
  case reinstallAfterRemove = "remove, install"
  case reinstallAfterRemoveDisabled = "disable, remove, install"
  case purge = "purge"
  case mountedRemove = "state on a mount point, upgrade, remove"
  case mountedPurge = "state on a mount point, upgrade, purge"
  case editedUpgrade = "edited conffile, upgrade"
  case editedRemove = "edited conffile, remove"
  case editedPurge = "edited conffile, purge"

  /// Enough to see that the machinery works, where every commit waits for it.
  static let reduced: [LifecycleEvent] = [
    .freshInstall, .upgradeRunning, .upgradeDisabled, .remove, .purge,
  ]

  /// The events that a run is asked to try alone: a word that their titles have.
  static let asked: [LifecycleEvent]? = ProcessInfo.processInfo.environment["TAP2DEB_EVENTS"].map { words in
    allCases.filter { event in words.split(separator: ",").contains { event.rawValue.contains($0) } }
  }

  func happen(to package: LifecyclePackage) throws {
    switch self {
    case .freshInstall:
      try package.install(.first)
    case .reinstall:
      try package.install(.first)
      try package.start()
      try package.install(.first)
    case .upgradeRunning, .editedUpgrade:
      try package.install(.first)
      if self == .editedUpgrade { try package.edit() }
      try package.start()
      try package.install(.second)
    case .upgradeStopped:
      try package.install(.first)
      try package.stop()
      try package.install(.second)
    case .upgradeDisabled:
      try package.install(.first)
      try package.start()
      try package.disable()
      try package.install(.second)
    case .upgradeMasked:
      try package.install(.first)
      try package.start()
      try package.mask()
      try package.install(.second)
    case .preinstFails, .postinstFails:
      try package.install(.first)
      try package.start()
      try package.install(self == .preinstFails ? .preinstFails : .postinstFails)
    case .stoppingUpgradeRunning, .stoppingUpgradeStopped, .stoppingUpgradeDisabled:
      try package.install(.stoppingFirst)
      if self == .stoppingUpgradeStopped { try package.stop() } else { try package.start() }
      if self == .stoppingUpgradeDisabled { try package.disable() }
      try package.install(.stoppingSecond)
    case .stoppingPreinstFails:
      try package.install(.stoppingFirst)
      try package.start()
      try package.install(.stoppingPreinstFails)
    case .serviceDropped:
      try package.install(.twoServices)
      try package.start("twisted-api", port: 8081)
      try package.start()
      try package.install(.second)
    case .userChanged:
      try package.install(.ownFirst)
      try package.start()
      try package.install(.ownSecond)
    case .kindsChanged:
      try package.install(.kindsFirst)
      try package.start()
      try package.install(.kindsSecond)
    case .mountedRemove, .mountedPurge:
      try package.install(.first)
      try package.stop()
      try package.mountState()
      try package.start()
      try package.install(.second)
      if self == .mountedPurge { try package.purge() } else { try package.remove() }
    case .downgrade:
      try package.install(.second)
      try package.start()
      try package.install(.first)
    case .remove, .editedRemove, .purge, .editedPurge:
      try package.install(.first)
      if self == .editedRemove || self == .editedPurge { try package.edit() }
      try package.start()
      if self == .purge || self == .editedPurge { try package.purge() } else { try package.remove() }
    case .reinstallAfterRemove, .reinstallAfterRemoveDisabled:
      try package.install(.first)
      try package.start()
      if self == .reinstallAfterRemoveDisabled { try package.disable() }
      try package.remove()
      try package.install(.first)
    }
  }
}
