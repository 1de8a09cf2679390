import Text
import Toolbox

/// What a machine's os-release(5) says of it.
package struct SystemRelease: Sendable, Equatable {
  package var identifier = ""
  package var version = ""
  package var codename: String?

  package init(_ text: String) {
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let (name, rest) = Substring(line).splitOnce(at: "=")
      guard let rest, ["ID", "VERSION_ID", "VERSION_CODENAME"].contains(name) else { continue }
      let value = rest.filter { $0 != "\"" && $0 != "'" }
      switch name {
      case "ID": identifier = value
      case "VERSION_ID": version = value
      case "VERSION_CODENAME": codename = value
      default: break
      }
    }
  }

  /// This machine's.
  package static func ofMachine() -> SystemRelease {
    for path in ["/etc/os-release", "/usr/lib/os-release"] {
      if let file = try? InputFile(path, limit: 1 << 16) {
        return SystemRelease(String(decoding: file.contents, as: UTF8.self))
      }
    }
    return SystemRelease("")
  }

  /// What its target is called where it is called after the system.
  var likelyTarget: String? { identifier.isEmpty || version.isEmpty ? nil : "\(identifier)-\(version)" }
}
