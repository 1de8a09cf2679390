/// A system on which a script runs, and what the service does on it.
struct Situation: Sendable, CustomStringConvertible {
  enum Init: String, Sendable {
    case systemd, sysvinit
    /// systemd is installed, as in a container or a chroot, and nothing runs.
    case dormant = "systemd not booted"
    case none = "no init"
    /// The programs are missing that a script may call.
    case bare = "no tools"
    /// dpkg works on another root.
    case otherRoot = "DPKG_ROOT"

    var hasSystemdTools: Bool { [.systemd, .dormant, .otherRoot].contains(self) }
    var hasBooted: Bool { self == .systemd || self == .otherRoot }
  }

  let system: Init
  var runs = false
  /// Only its socket is there so far.
  var isIdle = false
  var hasFailed = false
  var isEnabled = true
  /// policy-rc.d forbids it.
  var isForbidden = false
  /// The older version ran as another user.
  var hasOtherUser = false
  /// A script before this one stopped the service, or its package comes back.
  var isMarked = false

  var description: String {
    var words = [system.rawValue]
    if hasFailed { words.append("failed") } else { words.append(runs ? "running" : "stopped") }
    if !isEnabled { words.append("disabled") }
    if isForbidden { words.append("policy 101") }
    if hasOtherUser { words.append("as another") }
    if isMarked { words.append("marked") }
    return words.joined(separator: " ")
  }

  /// Whether every set of options is tried in it.
  var isEssential: Bool { !hasFailed && isEnabled && !isForbidden }
  /// Whether it differs from another one only for a package that was installed before.
  var isOfInstalled: Bool {
    runs && !isForbidden && system != .otherRoot || hasFailed || !isEnabled || hasOtherUser
  }

  static let debian: [Situation] = [
    Situation(system: .systemd, runs: true),
    Situation(system: .systemd),
    Situation(system: .systemd, hasFailed: true),
    Situation(system: .systemd, isEnabled: false),
    Situation(system: .systemd, runs: true, isEnabled: false),
    Situation(system: .systemd, runs: true, hasOtherUser: true),
    Situation(system: .systemd, isMarked: true),
    Situation(system: .systemd, runs: true, isForbidden: true),
    Situation(system: .dormant),
    Situation(system: .sysvinit, runs: true),
    Situation(system: .sysvinit),
    Situation(system: .sysvinit, isEnabled: false),
    Situation(system: .sysvinit, runs: true, hasOtherUser: true),
    Situation(system: .sysvinit, hasOtherUser: true),
    Situation(system: .sysvinit, isMarked: true),
    Situation(system: .sysvinit, runs: true, isForbidden: true),
    Situation(system: .none, isForbidden: true),
    Situation(system: .bare),
    Situation(system: .otherRoot, runs: true),
  ]

  static let rpm: [Situation] =
    debian.filter { $0.system != .otherRoot && !$0.isForbidden } + [Situation(system: .none)]

  static func all(for format: PackageFormat) -> [Situation] { format == .deb ? debian : rpm }
}
