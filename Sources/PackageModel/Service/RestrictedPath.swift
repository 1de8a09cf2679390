/// Files and folders of the system that only root may read, or a group of the system's with it.
struct RestrictedPath: Sendable, Equatable {
  let path: String
  /// The group that may as well, on Debian; Fedora's are for root alone.
  let group: String?

  /// - Parameter path: An absolute path.
  /// - Returns: `nil` for what everybody may read, as far as is known.
  init?(_ path: String) {
    guard let row = Self.rows.first(where: { Self.holds($0.path, path) }) else { return nil }
    (self.path, group) = (path, row.group)
  }

  /// Whether a path is that of a row, or, where the row is a folder, lies in it.
  private static func holds(_ row: String, _ path: String) -> Bool {
    if row.hasSuffix("/") { return path.hasPrefix(row) || "\(path)/" == row }
    guard let star = row.firstIndex(of: "*") else { return path == row }
    return path.hasPrefix(row[..<star]) && path.hasSuffix(row[row.index(after: star)...])
  }

  /// certbot's (0700), those of Debian's base-files, login, openssh-server, rsyslog and systemd, and of Fedora's.
  private static let rows: [(path: String, group: String?)] = [
    ("/etc/letsencrypt/live/", nil), ("/etc/letsencrypt/archive/", nil), ("/etc/pki/tls/private/", nil),
    ("/etc/ssl/private/", "ssl-cert"), ("/etc/ssh/ssh_host_*_key", nil), ("/etc/krb5.keytab", nil),
    ("/etc/shadow", "shadow"), ("/etc/gshadow", "shadow"), ("/etc/sudoers", nil), ("/etc/sudoers.d/", nil),
    ("/root/", nil), ("/var/spool/cron/", nil), ("/var/log/audit/", nil),
    ("/var/log/journal/", "systemd-journal"), ("/run/log/journal/", "systemd-journal"),
    ("/var/log/auth.log", "adm"), ("/var/log/cron.log", "adm"), ("/var/log/daemon.log", "adm"),
    ("/var/log/kern.log", "adm"), ("/var/log/mail.log", "adm"), ("/var/log/messages", "adm"),
    ("/var/log/secure", "adm"), ("/var/log/syslog", "adm"), ("/var/log/user.log", "adm"),
  ]

  /// Whether it is a key or certificate, of which a copy can be kept for the service.
  private var isKey: Bool { ["/etc/letsencrypt/", "/etc/pki/"].contains { path.hasPrefix($0) } }

  /// What the packager can do, as a remedy.
  func remedy(for service: PackageName) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? "key.pem"
    if let group {
      return "give --unit SupplementaryGroups=\(group), or have a copy in /etc/\(service) that its group can read"
    }
    if isKey {
      return
        "let the application read /etc/\(service)/\(name), and have a deploy hook of certbot(1) install a copy there "
        + "that the service's group can read"
    }
    return "have a copy in /etc/\(service) that its group can read, or give --unit LoadCredential=\(name):\(path) and "
      + "let the application read it in $CREDENTIALS_DIRECTORY"
  }
}
