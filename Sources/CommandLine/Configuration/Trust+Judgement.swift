import CommandOptions
import Diagnostics
import PackageModel
import Packaging
import Toolbox

extension Trust {
  static func refusal(_ key: String, _ reason: String, at location: SourceLocation? = nil) -> Failure {
    Failure.usage(.configurationTrust, "'\(key)' \(reason), which needs --config FILE or --trust-config", at: location)
  }

  /// - Parameters:
  ///   - text: The value; `nil` for a flag.
  ///   - confinement: Remembers the paths that were let pass.
  /// - Throws: A usage failure for what is more than a file that was found may say.
  func judge(_ text: String?, key: String, in confinement: inout Confinement?) throws(Failure) {
    func refuse(_ reason: String) -> Failure { Self.refusal(key, reason) }
    switch self {
    case .any, .insideOr(text ?? ""): break
    case .nothing(let reason), .anyBut(text ?? "", let reason): throw refuse(reason)
    case .anyBut: break
    case .link:
      if let text, text.split(separator: ":").last?.hasPrefix("/") == true {
        throw refuse("leaves the package's own folder on the target")
      }
    case .account:
      if let text, !text.isServiceAccount { throw refuse("names an account of the system") }
    case .variable:
      let name = text?.prefix { $0 != "=" } ?? ""
      if ProcessSettings.loadsCode(name) { throw refuse("sets \(name), by which programs load code") }
    case .noPath(let reason):
      if let text, text.contains("/") || text.hasSuffix(".json") { throw refuse(reason) }
    case .inside, .insideOr, .fileInside, .inclusion:
      guard let text, var folder = confinement else { throw refuse("runs a program") }
      try judge(path: text, key: key, in: folder)
      folder.add(text)
      confinement = folder
    }
  }

  private func judge(path: String, key: String, in confinement: Confinement) throws(Failure) {
    func refuse(_ reason: String) -> Failure { Self.refusal(key, reason) }
    let folder = try confinement.opened()
    var path = confinement.relative(path)
    guard Folder.staysBeneath(path) else { throw refuse("leaves the folder") }
    if self == .inclusion, (try? folder.find(path)) == nil, let colon = path.lastIndex(of: ":") {
      let destination = path[path.index(after: colon)...]
      if destination.hasPrefix("/") { throw refuse("leaves the package's own folder on the target") }
      path = String(path[..<colon])
    }
    let found: FileStatus
    do throws(FileProblem) {
      found = try folder.find(path).status
    } catch {
      if case .leavesFolder = error { throw refuse("leaves the folder") }
      // What is missing or cannot be read is told by whoever wants it.
      return
    }
    if self == .fileInside, found.kind != .file { throw refuse("runs a program") }
  }
}

extension String {
  /// Whether a service may run under it without anybody's word: a name that is none of the system's own.
  fileprivate var isServiceAccount: Bool { Int(self) == nil && !Self.systemAccounts.contains(self) }

  /// Users and groups that own parts of the system or lead to root, on Debian (base-passwd's users-and-groups) and Fedora.
  private static let systemAccounts: Set<String> = [
    "root", "daemon", "bin", "sys", "sync", "adm", "tty", "disk", "lp", "mail", "man", "uucp", "kmem", "kvm", "mem",
    "dialout", "cdrom", "floppy", "tape", "sudo", "wheel", "admin", "audio", "dip", "backup", "operator", "list", "src",
    "shadow", "utmp", "video", "sasl", "plugdev", "staff", "users", "render", "input", "sgx", "netdev", "docker", "lxd",
    "incus", "incus-admin", "libvirt", "libvirt-qemu", "qemu", "podman", "crontab", "ssl-cert", "messagebus", "dbus",
    "polkitd", "sshd", "_ssh", "ssh_keys", "systemd-journal", "systemd-network", "systemd-resolve", "systemd-timesync",
    "systemd-coredump", "postgres", "mysql", "postfix", "postdrop", "Debian-exim", "_apt", "mock", "wireshark",
  ]
}
