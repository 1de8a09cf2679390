import ApplicationFacts
import Diagnostics

/// What a service needs of the kernel that the strict sandbox would keep from it (systemd.exec(5)), each with what asks
/// for it, as a clause: `web.tac:12 reads /proc/loadavg`.
package struct KernelNeeds: Sendable, Equatable {
  /// Files of /proc that are about no process (`ProcSubset=`).
  package private(set) var systemFiles: String?
  /// Processes of other users (`ProtectProc=`).
  package private(set) var processes: String?
  /// Kinds of sockets beyond those of the internet and of this machine (`RestrictAddressFamilies=`).
  package private(set) var families: [String] = []
  package private(set) var familiesReason: String?
  /// Priorities and processors of its own (`SystemCallFilter=`).
  package private(set) var scheduling: String?
  /// Devices (`PrivateDevices=`), as `DeviceAllow=` names them.
  package private(set) var devices: [String] = []
  package private(set) var devicesReason: String?
  /// The groups that may use them on Debian and Fedora alike.
  package private(set) var deviceGroups: [String] = []
  /// What the packager should know: what only root may.
  package private(set) var advice: [Diagnostic] = []

  private static let deviceLimit = 20
  private static let noteLimit = 10

  package init() {}

  package init(of application: Application, _ effects: [CodeEffect] = []) {
    for effect in effects { add(effect) }
    for reference in application.files {
      guard let path = reference.path.likely, path.hasPrefix("/") else { continue }
      let reason = "\(reference.path.location) \(reference.use.isWriting ? "opens" : "reads") \(path)"
      add(path, reason, at: reference.path.location)
    }
    let hasSerialLine = deviceGroups.contains("dialout")
    for module in application.modules {
      let reason = "\(module.location) imports \(module.name)"
      let top = module.name.prefix { $0 != "." }
      switch top {
      case "psutil":
        systemFiles = systemFiles ?? reason
        processes = processes ?? reason
        add(family: "AF_NETLINK", reason)
      case "netifaces", "ifaddr", "pyroute2", "pyudev", "zeroconf": add(family: "AF_NETLINK", reason)
      case "bluetooth", "bluepy": add(family: "AF_BLUETOOTH", reason)
      case "can": add(family: "AF_CAN", reason)
      case "pcapy", "pcap", "scapy":
        for family in ["AF_NETLINK", "AF_PACKET"] { add(family: family, reason) }
        tellOfRawSockets(at: module.location)
      case "icmplib", "ping3", "pythonping": tellOfRawSockets(at: module.location)
      default: break
      }
      for device in DeviceKind.ofModules[top] ?? [] { allow(device, reason, at: module.location) }
      if !hasSerialLine, top == "serial" || module.name == "twisted.internet.serialport" {
        for line in DeviceKind.serialLines { allow(line.prefix, reason, at: module.location) }
      }
      if module.name == "twisted.pair.tuntap" {
        tellOfRoot("makes network interfaces", "NET_ADMIN", at: module.location)
      }
    }
  }

  private mutating func add(_ effect: CodeEffect) {
    switch effect.kind {
    case .writes, .runsUnknown: break
    // Another program is any program: ps, free and ip look at all of these.
    case .starts:
      let reason = "\(effect.location) starts another program"
      systemFiles = systemFiles ?? reason
      processes = processes ?? reason
      scheduling = scheduling ?? reason
      add(family: "AF_NETLINK", reason)
    case .listsInterfaces: add(family: "AF_NETLINK", "\(effect.location) asks for the network's interfaces")
    case .readsSystem: systemFiles = systemFiles ?? "\(effect.location) asks for the load of the system"
    case .schedules: scheduling = scheduling ?? "\(effect.location) sets priorities or processors"
    case .opens(let family): add(family: family, "\(effect.location) opens a socket of \(family)")
    case .opensRaw: tellOfRawSockets(at: effect.location)
    case .switchesUser(let call):
      tell(
        .note(
          .rootNeeded, "\(call) is for root alone, and the service runs as another user", at: effect.location,
          remedy: "leave it out where another user runs it, or name the user with --user"))
    }
  }

  private mutating func add(family: String, _ reason: String) {
    guard !families.contains(family) else { return }
    families.append(family)
    familiesReason = familiesReason ?? reason
  }

  private mutating func add(_ path: String, _ reason: String, at location: SourceLocation) {
    let parts = path.split(separator: "/").filter { $0 != "." }
    guard let first = parts.first, !parts.contains("..") else { return }
    switch first {
    case "proc":
      // Whoever lists it looks for processes.
      guard parts.count > 1 else {
        processes = processes ?? reason
        return
      }
      // All that is left beside the processes.
      if ["self", "thread-self"].contains(parts[1]) { return }
      if parts[1].allSatisfy(\.isNumber) {
        processes = processes ?? reason
      } else {
        systemFiles = systemFiles ?? reason
      }
    case "dev" where parts.count > 1:
      // What PrivateDevices= leaves there.
      let left = ["null", "zero", "full", "random", "urandom", "tty", "pts", "ptmx", "shm", "log", "fd", "mqueue"]
      if left.contains(String(parts[1])) || parts[1].hasPrefix("std") { return }
      if parts.allSatisfy({ $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) } }) {
        allow(parts.dropFirst().joined(separator: "/"), reason, at: location)
      }
    default: break
    }
  }

  /// - Parameter device: A path below /dev.
  private mutating func allow(_ device: String, _ reason: String, at location: SourceLocation) {
    let kind = DeviceKind.of(device)
    let name = kind.name ?? "/dev/\(device)"
    guard !devices.contains(name), devices.count < Self.deviceLimit else { return }
    devices.append(name)
    devicesReason = devicesReason ?? reason
    if let group = kind.group, kind.isEverywhere {
      if !deviceGroups.contains(group) { deviceGroups.append(group) }
    } else if !DeviceKind.ofEveryone.contains(device) {
      tell(
        .note(
          .fileForRoot,
          "only root may use /dev/\(device)\(kind.group.map { ", and the group \($0) where it is there" } ?? "")",
          at: location,
          remedy: kind.group.map { "give --unit SupplementaryGroups=\($0) if the target has that group" }
            ?? "let a rule of udev give it to the service's group"))
    }
    if device == "net/tun" { tellOfRoot("makes network interfaces", "NET_ADMIN", at: location) }
  }

  private mutating func tellOfRawSockets(at location: SourceLocation) {
    tellOfRoot("opens raw sockets", "NET_RAW", at: location)
  }

  /// The bounding set follows the ambient one.
  private mutating func tellOfRoot(_ what: String, _ capability: String, at location: SourceLocation) {
    tell(
      .warning(
        .rootNeeded, "the application \(what), which only root may", at: location,
        remedy: "give --unit AmbientCapabilities=CAP_\(capability)"))
  }

  private mutating func tell(_ diagnostic: Diagnostic) {
    let isTold = advice.contains { $0.message == diagnostic.message }
    if !isTold, advice.count < Self.noteLimit { advice.append(diagnostic.about(.file)) }
  }
}

extension Diagnostic {
  /// Whether the packager has followed its remedy, `--unit DIRECTIVE=VALUE`.
  func isSettled(by directives: [UnitDirective]) -> Bool {
    guard let remedy, let start = remedy.firstRange(of: "--unit ") else { return false }
    let setting = remedy[start.upperBound...].prefix { $0 != " " && $0 != "," }
    guard let equals = setting.firstIndex(of: "=") else { return false }
    let value = setting[setting.index(after: equals)...]
    return directives.contains { $0.name == setting[..<equals] && $0.value.split(separator: " ").contains(value) }
  }
}
