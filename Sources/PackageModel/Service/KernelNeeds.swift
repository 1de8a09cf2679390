import ApplicationFacts

/// What a service needs of the kernel that the strict sandbox would keep from it (systemd.exec(5)), each with what asks
/// for it, as a clause: `web.tac:12 reads /proc/loadavg`.
package struct KernelNeeds: Sendable, Equatable {
  /// Files of /proc that are about no process (`ProcSubset=`).
  package private(set) var systemFiles: String?
  /// Processes of other users (`ProtectProc=`).
  package private(set) var processes: String?
  /// The network's interfaces, which netlink(7) tells of (`RestrictAddressFamilies=`).
  package private(set) var interfaces: String?
  /// Devices (`PrivateDevices=`), as `DeviceAllow=` names them.
  package private(set) var devices: [String] = []
  package private(set) var devicesReason: String?
  /// The group that may use serial lines on Debian and Fedora alike.
  package private(set) var deviceGroup: String?

  private static let deviceLimit = 20

  package init() {}

  package init(of application: Application, _ effects: [CodeEffect] = []) {
    if let effect = effects.first(where: { $0.kind == .listsInterfaces }) {
      interfaces = "\(effect.location) asks for the network's interfaces"
    }
    for reference in application.files {
      guard let path = reference.path.likely, path.hasPrefix("/") else { continue }
      let reason = "\(reference.path.location) \(reference.use.isWriting ? "opens" : "reads") \(path)"
      add(path, reason)
    }
    let hasSerialLine = deviceGroup != nil
    for module in application.modules {
      let reason = "\(module.location) imports \(module.name)"
      let top = module.name.prefix { $0 != "." }
      switch top {
      case "psutil":
        systemFiles = systemFiles ?? reason
        processes = processes ?? reason
        interfaces = interfaces ?? reason
      case "netifaces", "ifaddr", "pyroute2", "zeroconf": interfaces = interfaces ?? reason
      default: break
      }
      if !hasSerialLine, top == "serial" || module.name == "twisted.internet.serialport" {
        for line in Self.serialLines { allow(line, reason) }
        deviceGroup = Self.serialGroup
      }
    }
  }

  private mutating func add(_ path: String, _ reason: String) {
    let parts = path.split(separator: "/").filter { $0 != "." }
    guard parts.count > 1, !parts.contains("..") else { return }
    switch parts[0] {
    case "proc":
      // All that is left beside the processes.
      if ["self", "thread-self"].contains(parts[1]) { return }
      if parts[1].allSatisfy(\.isNumber) {
        processes = processes ?? reason
      } else {
        systemFiles = systemFiles ?? reason
      }
    case "dev":
      // What PrivateDevices= leaves there.
      let left = ["null", "zero", "full", "random", "urandom", "tty", "pts", "ptmx", "shm", "log", "fd", "mqueue"]
      let name = parts[1]
      if left.contains(String(name)) || name.hasPrefix("std") { return }
      if let line = Self.serialLines.first(where: { name.hasPrefix($0.dropFirst("char-".count)) }) {
        allow(line, reason)
        deviceGroup = Self.serialGroup
      } else if parts.allSatisfy({
        $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
      }) {
        allow("/" + parts.joined(separator: "/"), reason)
      }
    default: break
    }
  }

  private static let serialGroup = "dialout"
  /// A line may be plugged in later, so its kind is named; the kinds are those of /proc/devices.
  private static let serialLines = ["char-ttyUSB", "char-ttyACM", "char-ttyS"]

  private mutating func allow(_ device: String, _ reason: String) {
    guard !devices.contains(device), devices.count < Self.deviceLimit else { return }
    devices.append(device)
    devicesReason = devicesReason ?? reason
  }
}
