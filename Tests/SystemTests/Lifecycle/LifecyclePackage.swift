import TestSupport
import Verification

/// The package in one row's system, handled as an administrator does.
struct LifecyclePackage {
  private let row: LifecycleRow
  private let system: any DebianSystem

  /// Puts the packages into the system and makes it the row's.
  init(row: LifecycleRow, system: any DebianSystem, packages: [LifecycleBuild.Variant: String]) throws {
    self.row = row
    self.system = system
    for (variant, path) in packages { try system.copy(path, to: Self.path(of: variant)) }
    try prepare()
    try system.shell("\(Self.listing) >/root/before").successful()
  }

  /// Installs, upgrades or downgrades. The variants that fail are expected to, and the others are not.
  func install(_ variant: LifecycleBuild.Variant) throws {
    let path = Self.path(of: variant)
    let result =
      switch row.format {
      case .deb: try system.shell("dpkg --force-confold --force-unsafe-io --install \(path)")
      case .rpm: try system.shell("\(Self.rpm) --upgrade --replacepkgs --oldpackage --nodeps \(path)")
      }
    switch (variant, row.format) {
    // A failing %post is a warning to rpm, after which rpm 6 ends with status 1.
    case (.postinstFails, .rpm) where row.suite == .sid:
      if result.succeeded || !result.errors.contains("warning: %post") { throw RootFailure(message: "\(result)") }
    case (.preinstFails, _), (.stoppingPreinstFails, _), (.postinstFails, .deb):
      if result.succeeded { throw RootFailure(message: "\(variant) is installed without an error\n\(result)") }
    default:
      try result.successful()
    }
  }

  func remove() throws {
    try system.shell(row.format == .deb ? "dpkg --remove twisted-web" : "\(Self.rpm) --erase twisted-web").successful()
  }

  func purge() throws {
    try system.shell("dpkg --purge twisted-web").successful()
  }

  func start(_ name: String = "twisted-web", port: Int = 8080) throws {
    try call(systemd: "systemctl start \(name)", else: "/etc/init.d/\(name) start")
    try waitUntil("the service answers", timeout: .seconds(20)) {
      try system.shell("curl --silent --fail http://127.0.0.1:\(port)/").succeeded
    }
  }

  func stop() throws {
    try call(systemd: "systemctl stop twisted-web", else: "/etc/init.d/twisted-web stop")
  }

  func disable() throws {
    try call(systemd: "systemctl disable twisted-web", else: "update-rc.d twisted-web disable")
  }

  func mask() throws {
    try call(systemd: "systemctl mask --now twisted-web", else: "false")
  }

  /// Changes the application file, as an administrator may.
  func edit() throws {
    try system.shell("sed -i 's/b\"v[12]\"/b\"edited\"/' /etc/twisted-web/web.tac").successful()
  }

  /// Has the service's folder on a file system of its own, as an administrator may.
  func mountState() throws {
    try system.shell(
      """
      set -e
      cd /var/lib
      [ -d twisted-web ] || install -d -o _twisted-web -g _twisted-web twisted-web
      owner=$(stat -c %u:%g twisted-web)
      mount -t tmpfs tmpfs /var/lib/twisted-web
      chown "$owner" twisted-web
      touch twisted-web/kept
      """
    ).successful()
  }

  /// What is the case now.
  func outcome() throws -> LifecycleOutcome {
    let text = try system.shell(Self.observation).successful().output
    var enablement = LifecycleOutcome.Enablement.none
    var outcome = LifecycleOutcome.clean
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { continue }
      switch words[0] {
      case "enabled": enablement = .init(rawValue: words[1]) ?? .none
      case "runs": outcome.runs = true
      case "answer": outcome.answer = words[1]
      // The account stays after a purge (Debian Policy 9.2).
      case "left":
        if !FileListing.systemChanges.contains(words[1]) { outcome.left.append(words[1]) }
      default: throw RootFailure(message: "the observation says: \(line)")
      }
    }
    outcome.enablement = enablement
    return outcome
  }

  /// Makes the system what it was before the first event.
  func reset() throws {
    try system.shell(
      """
      if [ -d /run/systemd/system ]; then systemctl unmask twisted-web; systemctl stop twisted-web twisted-api; fi
      pkill -KILL -f '[t]wistd.*(web|api).tac'
      # The service that was killed may hold it for a moment more.
      umount --lazy /var/lib/twisted-web
      \(Self.rpm) --erase twisted-web
      dpkg --purge --force-all twisted-web
      rm -rf /etc/*/twisted-[aw]* /etc/twisted-[aw]* /run/twisted-[aw]* /run/lock/subsys/twisted-[aw]* /var/*/twisted-[aw]*
      if [ -d /run/systemd/system ]; then systemctl daemon-reload; systemctl reset-failed; fi
      """)
    let left = try outcome()
    guard left == .clean else { throw RootFailure(message: "the system could not be reset: \(left)") }
  }

  private func prepare() throws {
    if row.place == .policy {
      try system.shell("printf '#!/bin/sh\\nexit 101\\n' >/usr/sbin/policy-rc.d; chmod 755 /usr/sbin/policy-rc.d")
        .successful()
    }
    guard row.format == .rpm else { return }
    // What an RPM system has and this Debian lacks: the name of twistd, folders, a database, a preset that enables as a vendor's
    // would, and for System V the program chkconfig, here in front of Debian's update-rc.d.
    try system.shell(
      """
      set -e
      [ -e /usr/bin/twistd ] || ln -s twistd3 /usr/bin/twistd
      mkdir -p /etc/sysconfig /usr/lib/sysusers.d /run/lock/subsys
      rpmdb --dbpath /var/lib/rpm-of-this-test --initdb
      if [ -d /run/systemd/system ]; then
        mkdir -p /etc/systemd/system-preset
        echo 'enable twisted-*' >/etc/systemd/system-preset/50-test.preset
        echo 'disable *' >/etc/systemd/system-preset/99-test.preset
      fi
      """
    ).successful()
    guard row.place == .sysvinit else { return }
    try system.shell(
      #"""
      cat >/sbin/chkconfig <<'END'
      #!/bin/sh
      case "$1 $2" in
      "--add "*) exec update-rc.d "$2" defaults ;;
      "--del "*) exec update-rc.d -f "$2" remove ;;
      *" off") exec update-rc.d "$1" disable ;;
      *) exit 1 ;;
      esac
      END
      chmod 755 /sbin/chkconfig
      """#
    ).successful()
  }

  private func call(systemd: String, else other: String) throws {
    try system.shell(row.place.hasSystemd ? systemd : other).successful()
  }

  private static func path(of variant: LifecycleBuild.Variant) -> String { "/root/\(variant.rawValue).package" }

  private static let rpm = "rpm \(DebianRoot.force) --nosignature --dbpath /var/lib/rpm-of-this-test"

  private static let listing = #"""
    find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /root -o -path /tmp -o -path /var/tmp -o -path /run/systemd -o -path /run/mount \
      -o -path /run/log -o -path /var/log/journal -o -path /var/lib/dpkg -o -path /var/log/dpkg.log -o -path /var/lib/rpm-of-this-test \
      -o -path '/var/lib/systemd/deb-systemd-*' -o -path '/etc/rc?.d' -o -path '*.target.wants' -o -name __pycache__ \) -prune \
      -o -print | sort
    """#

  private static let observation = #"""
    if [ -d /run/systemd/system ]; then
      state=$(systemctl is-enabled twisted-web 2>/dev/null || :)
      [ -z "$state" ] || echo "enabled $state"
    elif ls /etc/rc2.d/S??twisted-web >/dev/null 2>&1; then
      echo enabled enabled
    elif ls /etc/rc2.d/K??twisted-web >/dev/null 2>&1; then
      echo enabled disabled
    fi
    if pgrep -f '[t]wistd.*web.tac' >/dev/null; then
      echo runs yes
      tries=60
      until answer=$(curl --silent --fail http://127.0.0.1:8080/); do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || break
        sleep 0.25
      done
    else
      answer=$(curl --silent --fail http://127.0.0.1:8080/ || :)
    fi
    [ -z "$answer" ] || echo "answer $answer"

    """# + listing + " >/root/after\n" + #"""
      status=$(dpkg-query --show --showformat='${db:Status-Status}' twisted-web 2>/dev/null || :)
      case $status in not-installed | config-files | '') \#(rpm) --query twisted-web >/dev/null && status=installed ;; esac
      case $status in
      not-installed | config-files | '') comm -13 /root/before /root/after ;;
      *) comm -13 /root/before /root/after | grep -E '[.](dpkg|rpm)[a-z-]*$|twisted-api' ;;
      esac | sed 's/^/left /'
      # Of the service that is dropped.
      if pgrep -f '[p]refix=twisted-api' >/dev/null; then echo left its process; fi
      ls /etc/rc?.d/S??twisted-api /etc/systemd/system/*.wants/twisted-api.service 2>/dev/null | sed 's/^/left /'
      [ ! -e /var/lib/twisted-web/kept ] || echo left what was kept
      """#
}
