import Diagnostics
import Text

/// An exception of Python's as its traceback shows it, and what it means for a service.
struct PythonError {
  private let type: Substring
  private let message: Substring
  private let frames: [Substring]

  /// - Parameters:
  ///   - line: The last line of a traceback: `builtins.KeyError: 'PORT'`.
  ///   - frames: The lines before it.
  init(_ line: Substring, frames: [Substring]) {
    let parts = line.split(separator: ":", maxSplits: 1)
    type = parts.first?.split(separator: ".").last ?? ""
    message = (parts.count > 1 ? parts[1] : "").trimmed[...]
    self.frames = frames
  }

  /// A line of a log that tells of an error of the system's without a traceback.
  init?(bare line: Substring) {
    guard Self.number(in: line) != nil || line.contains("Failed to load application: No module named ") else {
      return nil
    }
    (type, message, frames) = ("", line, [])
  }

  var finding: Finding {
    let place = place.map { "\($0): " } ?? ""
    let said = "\(place)\(type.isEmpty ? "" : "\(type): ")\(message)"
    if let module = Self.quoted(after: "No module named ", in: message) {
      return Finding(
        .module, "\(place)there is no module \(module)",
        remedy: "name the package that has it with --depends, or take it in with --include or --bundle")
    }
    if type == "KeyError", isEnvironment, let name = Self.quoted(after: "", in: message) {
      return Finding(
        .variable, "\(place)the variable \(name) is not set", remedy: "give --env \(name)=VALUE")
    }
    let path = Self.path(in: message)
    switch Self.number(in: message) {
    case 30:
      let folder = path.map(Self.folder) ?? "PATH"
      let way = folder.hasPrefix("/") || path == nil ? "give --unit ReadWritePaths=\(folder), or write" : "write"
      return Finding(
        .readOnly,
        "\(place)\(path ?? "a path") cannot be written to because \(Self.protector(of: path ?? "")) makes it read-only",
        remedy: "\(way) below /var/lib/NAME")
    case 13 where type == "CannotListenError" || message.contains("listen on"):
      return Finding(
        .lowPort, said, remedy: "name the port with --port, so that the unit gives CAP_NET_BIND_SERVICE")
    case 13: return denial(path, at: place, said: said)
    case 1: return refusal(said)
    case 97:
      return Finding(
        .addressFamily, said,
        remedy: "RestrictAddressFamilies= denies it: give --unit 'RestrictAddressFamilies=AF_NAME'")
    case 98: return Finding(.portTaken, said, remedy: "give the application another port")
    case 2:
      return Finding(
        .file, "\(place)there is no \(path ?? "such file")",
        remedy: "take it in with --include or --state, or have the administrator make it")
    default: return Finding(.traceback, said)
    }
  }

  /// What the kernel does not permit: a system call that the unit filters, or one that takes a capability.
  private func refusal(_ said: String) -> Finding {
    let line = source ?? ""
    let message = "\(said)\(line.isEmpty ? "" : " at: \(line)")"
    guard let group = Self.groups.first(where: { line.contains($0.call) })?.group else {
      return Finding(
        .systemCall, message,
        remedy: "SystemCallFilter= or CapabilityBoundingSet= denies it: give --unit SystemCallFilter=@GROUP, "
          + "or --hardening basic")
    }
    return Finding(
      .systemCall, message,
      remedy:
        "SystemCallFilter= leaves out \(group): give --unit SystemCallFilter=\(group), and where the user may not "
        + "do it either --unit AmbientCapabilities=CAP_NAME")
  }

  /// The sets of system calls (systemd-analyze syscall-filter) that functions of Python's need.
  private static let groups = [
    ("os.nice(", "@resources"), ("setpriority(", "@resources"), ("sched_set", "@resources"),
    ("setrlimit(", "@resources"),
    ("mlockall", "@memlock"), ("chroot(", "@privileged"), ("chown(", "@chown"), ("setuid(", "@setuid"),
    ("setgid(", "@setuid"), ("setgroups(", "@setuid"), ("switchUID(", "@setuid"), ("mount(", "@mount"),
    ("unshare(", "@mount"), ("setns(", "@mount"), ("ptrace", "@debug"), ("perf_event", "@debug"),
    ("clock_settime(", "@clock"), ("keyctl", "@keyring"), ("reboot(", "@reboot"), ("swapon", "@swap"),
    ("iopl(", "@raw-io"), ("init_module", "@module"), ("pidfd_", "@process"),
  ].map { (call: $0.0, group: $0.1) }

  /// The directive of a strict unit that makes a path read-only (systemd.exec(5), "Sandboxing").
  private static func protector(of path: String) -> String {
    let folders = [
      ("/proc/", "ProtectKernelTunables="), ("/sys/fs/cgroup/", "ProtectControlGroups="),
      ("/sys/", "ProtectKernelTunables="),
      ("/home/", "ProtectHome="), ("/root/", "ProtectHome="), ("/run/user/", "ProtectHome="),
    ]
    return folders.first { path.hasPrefix($0.0) }?.1 ?? "ProtectSystem="
  }

  private func denial(_ path: String?, at place: String, said: String) -> Finding {
    guard let path else { return Finding(.access, said) }
    let isKey = path.hasSuffix(".key") || path.hasSuffix(".pem") || path.contains("/ssl/private/")
    if isKey {
      return Finding(
        .key, "\(place)the service's user may not read the key \(path)",
        remedy: path.hasPrefix("/etc/ssl/private/")
          ? "give --unit SupplementaryGroups=ssl-cert, or put the key below /etc/NAME"
          : "give the key to the service's group, mode 0640")
    }
    return Finding(
      .access, "\(place)the service's user may not use \(path)",
      remedy: "give the file to the service's user or group, or keep it below /var/lib/NAME")
  }

  /// Whether the key was looked for in the environment: os.environ is a mapping of os.py's own.
  private var isEnvironment: Bool { frames.contains { $0.contains("environ") } }

  /// Where the last line of the application's own is, as far as the traceback knows: not a line of Python's or Twisted's.
  private var place: String? {
    let places = frames.compactMap { line -> String? in
      guard let path = Self.quoted(after: "File ", in: line) else { return nil }
      let number = line.split(separator: ",").dropFirst().first?.split(separator: " ").last ?? ""
      return "\(path):\(number)"
    }
    return places.last { !Self.isLibrary($0) }
  }

  /// The last line of source that the traceback shows.
  private var source: String? {
    frames.last { !$0.contains("File \"") && $0.contains { $0.isLetter } }.map(\.trimmed)
  }

  private static func isLibrary(_ path: String) -> Bool {
    path.hasPrefix("/usr/lib/python3") || path.hasPrefix("/usr/local/lib/python3") || path.hasPrefix("<")
      || path.contains("/site-packages/twisted/") || path.hasPrefix("/usr/bin/")
  }

  private static func number(in text: Substring) -> Int? {
    guard let start = text.firstRange(of: "[Errno ")?.upperBound else { return nil }
    return Int(text[start...].prefix { $0.isNumber })
  }

  private static func path(in text: Substring) -> String? {
    text.firstRange(of: "] ").flatMap { quoted(after: ": ", in: text[$0.upperBound...]) }
  }

  /// What stands in quotes after a text.
  private static func quoted(after beginning: String, in text: Substring) -> String? {
    let rest: Substring
    if beginning.isEmpty {
      rest = text
    } else {
      guard let range = text.firstRange(of: beginning) else { return nil }
      rest = text[range.upperBound...]
    }
    guard let mark = rest.first, mark == "'" || mark == "\"" else { return nil }
    let inner = rest.dropFirst().prefix { $0 != mark }
    return inner.isEmpty ? nil : String(inner)
  }

  private static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return path }
    return String(path[..<slash])
  }
}
