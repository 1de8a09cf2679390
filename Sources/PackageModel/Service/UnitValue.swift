import Diagnostics

/// What systemd takes for the value of a directive, where that is plain to say (systemd.exec(5), systemd.service(5),
/// systemd.resource-control(5), systemd.unit(5)). systemd ignores what it does not take, and starts the service without.
struct UnitValue {
  let kind: Substring
  /// The words or bounds that belong to the kind.
  let words: [Substring]

  /// - Returns: `nil` for a directive whose values are not looked into.
  init?(of directive: String) {
    guard let row = Self.rows.first(where: { $0.first.map { $0 == directive } ?? false }), row.count > 1 else {
      return nil
    }
    (kind, words) = (row[1], Array(row.dropFirst(2)))
  }

  private static let rows = (embeddedTables["unit-values"] ?? "").split(separator: "\n").map {
    $0.split(separator: " ")
  }

  /// What to give instead of a value that systemd would not take; `nil` for one that it may take. An empty value resets.
  func remedy(for value: String) -> String? {
    if value.isEmpty || takes(value) { return nil }
    return switch kind {
    case "boolean": "give yes or no"
    case "span": "give seconds, 5min or infinity"
    case "size": "give bytes, 500M, 2G, 10% or infinity"
    case "tasks": "give a number, 10% or infinity"
    case "percentage": "give 20%, or 200% for two processors"
    case "weight": "give a number from 1 to 10000"
    case "number": "give a number from \(words.joined(separator: " to "))"
    case "count": "give a number"
    case "limit": "give a number, 512M, SOFT:HARD or infinity"
    case "signal": "give a signal such as SIGINT"
    case "level": "give one of \(Self.levels.joined(separator: ", "))"
    case "mode": "give octal digits such as 0750"
    case "units":
      "name units with their ending: "
        + value.split(separator: " ").map { Self.isUnit($0) ? "\($0)" : "\($0).service" }.joined(separator: " ")
    case "paths": "give absolute paths"
    case "capabilities":
      Self.unknownCapability(value).flatMap { Spelling.nearest(to: $0, among: Self.capabilities).first }
        .map { "try \($0)" } ?? "see capabilities(7)"
    case "addresses": "give addresses that begin with https:, http:, file:, info: or man:"
    default: "give one of \(words.joined(separator: ", "))"
    }
  }

  private func takes(_ value: String) -> Bool {
    switch kind {
    case "boolean": return Self.booleans.contains(value.lowercased())
    case "span": return TimeSpan(value) != nil
    case "size": return value == "infinity" || value.isPercentage || value.isSize
    case "tasks": return value == "infinity" || value.isPercentage || Int(value).map { $0 > 0 } == true
    case "percentage": return value.isPercentage
    case "weight": return Int(value).map { (1...10000).contains($0) } == true || words.contains { $0 == value }
    case "number":
      guard let number = Int(value), let low = words.first.flatMap({ Int($0) }),
        let high = words.last.flatMap({ Int($0) })
      else { return false }
      return number >= low && number <= high
    case "count": return Int(value).map { $0 >= 0 } == true
    case "limit":
      let parts = value.split(separator: ":", omittingEmptySubsequences: false)
      return parts.count < 3 && parts.allSatisfy { $0 == "infinity" || String($0).isSize }
    case "signal": return Self.isSignal(value)
    case "level": return Self.levels.contains(value) || Int(value).map { (0...7).contains($0) } == true
    case "mode": return (3...4).contains(value.utf8.count) && Int(value, radix: 8) != nil
    case "units": return value.contains("%") || value.split(separator: " ").allSatisfy(Self.isUnit)
    case "paths":
      return value.contains { "%\"'\\".contains($0) }
        || value.split(separator: " ").allSatisfy { $0.drop { "-+:".contains($0) }.hasPrefix("/") }
    case "capabilities": return Self.unknownCapability(value) == nil
    case "addresses":
      return value.contains("%")
        || value.split(separator: " ").allSatisfy { word in
          ["https://", "http://", "file:", "info:", "man:"].contains { word.hasPrefix($0) }
        }
    default: return words.contains { $0 == value }
    }
  }

  private static func isUnit(_ name: Substring) -> Bool {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
    return unitTypes.contains(name[name.index(after: dot)...])
  }

  private static func isSignal(_ value: String) -> Bool {
    if let number = Int(value) { return (1...64).contains(number) }
    let name = value.hasPrefix("SIG") ? value.dropFirst(3) : value[...]
    return signals.contains(name) || name.hasPrefix("RTMIN") || name.hasPrefix("RTMAX")
  }

  private static func unknownCapability(_ value: String) -> String? {
    let list = value.hasPrefix("~") ? value.dropFirst() : value[...]
    return list.split(separator: " ").map { $0.uppercased() }.first { !capabilities.contains($0) }
  }

  private static let booleans: Set<String> = ["1", "yes", "y", "true", "t", "on", "0", "no", "n", "false", "f", "off"]
  private static let levels = ["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"]
  private static let unitTypes: Set<Substring> = [
    "automount", "device", "mount", "path", "scope", "service", "slice", "socket", "swap", "target", "timer",
  ]
  private static let signals: Set<Substring> = [
    "ABRT", "ALRM", "BUS", "CHLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "KILL", "PIPE", "PROF", "PWR", "QUIT",
    "SEGV",
    "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1", "USR2", "VTALRM", "WINCH", "XCPU",
    "XFSZ",
  ]
  private static let capabilities = [
    "AUDIT_CONTROL", "AUDIT_READ", "AUDIT_WRITE", "BLOCK_SUSPEND", "BPF", "CHECKPOINT_RESTORE", "CHOWN", "DAC_OVERRIDE",
    "DAC_READ_SEARCH", "FOWNER", "FSETID", "IPC_LOCK", "IPC_OWNER", "KILL", "LEASE", "LINUX_IMMUTABLE", "MAC_ADMIN",
    "MAC_OVERRIDE", "MKNOD", "NET_ADMIN", "NET_BIND_SERVICE", "NET_BROADCAST", "NET_RAW", "PERFMON", "SETFCAP",
    "SETGID",
    "SETPCAP", "SETUID", "SYSLOG", "SYS_ADMIN", "SYS_BOOT", "SYS_CHROOT", "SYS_MODULE", "SYS_NICE", "SYS_PACCT",
    "SYS_PTRACE", "SYS_RAWIO", "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "WAKE_ALARM",
  ].map { "CAP_" + $0 }
}

extension String {
  /// `10%`, `12.5%`
  fileprivate var isPercentage: Bool { hasSuffix("%") && dropLast().isAmount }

  /// Bytes, with units of 1024 (systemd's parse_size): `500M`, `1.5G`, `1G 512M`.
  fileprivate var isSize: Bool {
    let words = split(separator: " ")
    return !words.isEmpty
      && words.allSatisfy { word in
        let digits = word.last.map { "BKMGTPE".contains($0) } == true ? word.dropLast() : word
        return digits.isAmount
      }
  }
}

extension Substring {
  fileprivate var isAmount: Bool {
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    return parts.count < 3 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
