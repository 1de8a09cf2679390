import TestSupport

extension DebianSystem {
  /// Installs the example by dpkg or rpm.
  func install(_ format: LifecycleRow.Format) throws {
    switch format {
    case .deb: try ExamplePackage.withDeb { try copy($0, to: "/root/example.deb") }
    case .rpm: try ExamplePackage.withRPM { try copy($0, to: "/root/example.rpm") }
    }
    try installCopied(format)
  }

  /// Installs the package that is in the root's home; where no init runs, policy-rc.d is told to allow what invoke-rc.d would
  /// forbid.
  func installCopied(_ format: LifecycleRow.Format) throws {
    switch format {
    case .deb:
      try shell("printf '#!/bin/sh\\nexit 0\\n' >/usr/sbin/policy-rc.d; chmod 755 /usr/sbin/policy-rc.d").successful()
      try shell("dpkg --force-unsafe-io --install /root/example.deb").successful()
    case .rpm:
      try shell("ln -s twistd3 /usr/bin/twistd; mkdir -p /etc/sysconfig /run/lock/subsys").successful()
      try shell("rpm \(DebianRoot.force) --dbpath /root/db --install --nodeps /root/example.rpm").successful()
    }
  }
}
