/// Every file of a root with its kind, mode, owner, size, time or link target, by path.
package struct FileListing: Sendable, Equatable {
  private let entries: [String: String]

  /// The shell commands whose output is read. A checksum of everything would cost seconds; modes, sizes and times tell all
  /// that matters. `/proc`, `/sys`, `/dev` and mount points are left out.
  package static let commands = #"""
    set -e
    find / -xdev \( -path /proc -o -path /sys -o -path /dev \) -prune -o ! -type d -printf '%p\t%y %m %u:%g %s %T@ %l\n'
    find / -xdev \( -path /proc -o -path /sys -o -path /dev \) -prune -o -type d -printf '%p\t%y %m %u:%g\n'
    """#

  package init(_ output: String) {
    entries = Dictionary(
      output.split(separator: "\n").compactMap { line in
        let fields = line.split(separator: "\t", maxSplits: 1).map(String.init)
        return fields.count == 2 ? (fields[0], fields[1]) : nil
      }, uniquingKeysWith: { first, _ in first })
  }

  package var paths: Set<String> { Set(entries.keys) }

  /// What is in only one of the two listings or differs, as lines that start with `+`, `-` or `~`, by path.
  ///
  /// - Parameter allowed: paths whose change is nobody's fault; one that ends with `/` stands for all below it.
  package func changes(since before: FileListing, except allowed: [String]) -> [String] {
    let all =
      entries.keys.filter { before.entries[$0] != entries[$0] } + before.entries.keys.filter { entries[$0] == nil }
    return all.sorted().compactMap { path in
      guard !allowed.contains(where: { $0.hasSuffix("/") ? (path + "/").hasPrefix($0) : path == $0 }) else {
        return nil
      }
      guard let old = before.entries[path] else { return "+ \(path) \(entries[path] ?? "")" }
      guard let new = entries[path] else { return "- \(path)" }
      return "~ \(path) \(old) -> \(new)"
    }
  }

  /// What installing and removing a package with a system user changes on any Debian system.
  package static let systemChanges = [
    // The system user stays: files of it may be anywhere (Debian Policy 9.2, Fedora's packaging guidelines).
    "/etc/passwd", "/etc/passwd-", "/etc/group", "/etc/group-", "/etc/shadow", "/etc/shadow-", "/etc/gshadow",
    "/etc/gshadow-", "/etc/subuid", "/etc/subuid-", "/etc/subgid", "/etc/subgid-", "/etc/.pwd.lock",
    // adduser's lock.
    "/run/adduser",
    // The logs of logins which useradd prepares an entry in.
    "/var/log/faillog", "/var/log/lastlog",
  ]

  /// What apt, dpkg and a running system write besides.
  package static let runtimeChanges = [
    "/var/lib/dpkg/", "/var/lib/rpm/", "/usr/lib/sysimage/rpm/", "/var/lib/rpm-of-trial/", "/var/log/dpkg.log",
    "/var/log/alternatives.log", "/var/log/apt/", "/var/log/journal/",
    "/var/log/wtmp", "/var/log/btmp", "/var/cache/", "/var/lib/apt/", "/var/lib/systemd/", "/var/lib/private",
    "/var/log/private", "/var/cache/private", "/var/tmp/", "/tmp/", "/run/", "/root/", "/etc/machine-id",
    "/etc/.updated", "/var/.updated", "/etc/ld.so.cache", "/var/lib/dbus/", "/var/lib/misc/",
  ]
}
