import Diagnostics
import Text

/// A setting of the service's unit in the packager's words, `MemoryMax=500M` (systemd.directives(7)).
///
/// The value is systemd's own language: `%` begins a specifier, and `%%` is a percent sign (systemd.unit(5)).
package struct UnitDirective: Sendable, Equatable {
  package enum Section: String, Sendable, Equatable {
    case unit = "Unit"
    case service = "Service"
  }

  package let section: Section
  package let name: String
  package let value: String

  /// Whether it gives the service a password in so many words.
  var holdsSecret: Bool {
    ["Environment", "SetCredential"].contains(name)
      && value.split(separator: " ").contains { word in
        let setting = Array(word.utf8.drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") })
        return SecretText.isInSettings(setting) || SecretText.isIn(setting)
      }
  }

  package var line: String { "\(name)=\(value)" }

  private static let lengthLimit = 2000

  /// Those whose value follows from what the package is, with the way to have it otherwise.
  private static let own: [String: String] = [
    "User": "give --user", "Group": "give --group", "Description": "give --description",
    "ExecStart": "give --twistd-option, --runner, --script or --command",
    "Type": "leave it out; twistd stays in the foreground", "PIDFile": "leave it out; twistd stays in the foreground",
    "EnvironmentFile": "use the package's own, or Environment=NAME=VALUE",
    "StateDirectory": "leave it out; the service has /var/lib/NAME",
    "LogsDirectory": "leave it out; the service has /var/log/NAME",
    "WantedBy": "leave it out; --no-enable keeps it from starting at boot",
    "RequiredBy": "leave it out; --no-enable keeps it from starting at boot",
    "RootDirectory": "leave it out", "RootImage": "leave it out", "DynamicUser": "give --user",
  ]

  /// Reads `DIRECTIVE=VALUE`.
  ///
  /// - Throws: A usage failure for what systemd does not know, for what the package decides, and for a value that is not
  ///   one line.
  package init(_ text: String) throws(Failure) {
    guard let equals = text.firstIndex(of: "=") else {
      throw Failure.usage(
        .unitDirective, "--unit \(quoted(text)) has no value", remedy: "write it as in a unit, --unit MemoryMax=500M")
    }
    let (name, value) = (String(text[..<equals]), String(text[text.index(after: equals)...]).trimmed)
    if let way = Self.own[name] {
      throw Failure.usage(.unitDirective, "\(name)= is set by the package", remedy: way)
    }
    guard let section = Self.section(of: name) else {
      let near = Self.nearest(to: name)
      throw Failure.usage(
        .unitDirective, "systemd has no directive \(quoted(name)) for a service",
        remedy: near.map { "try --unit \($0)=\(value)" } ?? "see systemd.directives(7)")
    }
    try refuseDeceptive(value, of: "--unit \(name)")
    guard !value.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }), !value.hasSuffix("\\"),
      value.utf8.count <= Self.lengthLimit
    else {
      throw Failure.usage(
        .unitDirective, "the value of --unit \(name) is not one line of at most \(Self.lengthLimit) bytes",
        remedy: "leave out line breaks and a backslash at its end")
    }
    if let remedy = UnitValue(of: name)?.remedy(for: value) {
      throw Failure.usage(.unitDirective, "systemd does not take --unit \(name)=\(value)", remedy: remedy)
    }
    (self.section, self.name, self.value) = (section, name, value)
  }

  private static func section(of name: String) -> Section? {
    rows.first { $0.name == name }.flatMap { Section(rawValue: String($0.section)) }
  }

  private static func nearest(to name: String) -> String? {
    Spelling.nearest(to: name, among: rows.map { String($0.name) }).first
  }

  /// What systemd 252 knows (`systemd --dump-configuration-items`), and what later ones added.
  private static var rows: [(name: Substring, section: Substring)] {
    (embeddedTables["unit-directives"] ?? "").split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "=")
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }
}
