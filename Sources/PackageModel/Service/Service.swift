import Diagnostics
import ApplicationFacts

/// The one description of a service from which its unit, init script, environment file, user and scripts are rendered.
@dynamicMemberLookup
package struct Service: Sendable, Equatable {
  /// The name of the unit, the init script and the folders; the package's own name.
  package var name: PackageName
  package var summary: Line
  package var command: ServiceCommand
  /// The application file; `nil` when a plugin is the service.
  package var application: ApplicationFile?
  package var account: ServiceAccount
  package var format: FormatRules
  /// What the packager says of it; its members are read as the service's own.
  package var options = ServiceOptions()
  /// What the packager has the unit say, and what of it an init script can give.
  package private(set) var directives: [UnitDirective] = []
  package private(set) var process = ProcessSettings.usual
  /// Whether the application handles SIGHUP, so that it can be told to read its configuration again.
  package var reloads = false
  package var network = NetworkNeeds()
  package var files = FileNeeds()
  package var kernel = KernelNeeds()
  /// What the packager is told of it.
  package internal(set) var notes: [Diagnostic] = []
  /// What of it may write where nobody knows.
  package var unread: [UnreadCode] = []
  /// Whether all but its own folders, and those that it is known to write to, is kept from its writing.
  package var isReadOnlyElsewhere: Bool {
    options.hardening == .strict && (options.chosenHardening == .strict || unread.isEmpty)
  }
  /// Folders in which Python finds the application's own modules.
  package var pythonPath: [String] = []
  /// The variables that the packager sets in the environment file.
  package var given: [ProcessSettings.Variable] = []
  /// The variables that the application reads, and nobody sets.
  package var settings: [EnvironmentSetting] = []
  /// What can be said in the environment file of the plugin's own options, a line each.
  package var pluginOptions: [String] = []

  package init(
    name: PackageName, summary: Line, command: ServiceCommand, account: ServiceAccount, format: FormatRules
  ) {
    self.name = name
    self.summary = summary
    self.command = command
    self.account = account
    self.format = format
  }

  /// Takes over what the packager has the unit say, and notes what of it is not given or not kept secret.
  ///
  /// - Throws: A usage failure for what systemd would not take.
  mutating func take(unit lines: [String]) throws(Failure) {
    var mistakes = Mistakes()
    directives = lines.compactMap { line in mistakes.collect(line) { text throws(Failure) in try UnitDirective(text) } }
    try mistakes.throwAll()
    for directive in directives where directive.holdsSecret {
      notes.append(
        .warning(
          .secretInUnit, "a password stands in the unit (\(directive.name)=), which everyone on the target can read",
          remedy: "give --env NAME=VALUE, whose file others cannot read, or --unit LoadCredential=NAME:PATH"))
    }
    try grantCapabilities()
    process = try ProcessSettings(directives)
    if hasInitScript, !process.foreign.isEmpty {
      notes.append(
        .note(
          .initScriptLacks,
          "the init script does not give \(process.foreign.joined(separator: ", ")); only systemd does"))
    }
  }

  /// Asked for in one set, a capability would be taken away by the other; the init script grants low ports as well.
  private mutating func grantCapabilities() throws(Failure) {
    let ambient = directives.filter { $0.name == "AmbientCapabilities" }
    if ambient.contains(where: { $0.value.split(separator: " ").contains(NetworkNeeds.lowPorts[...]) }) {
      network.bindsPrivilegedPort = true
    }
    directives.removeAll { $0.name == "AmbientCapabilities" && $0.value == NetworkNeeds.lowPorts }
    guard options.hardening == .strict, !directives.contains(where: { $0.name == "CapabilityBoundingSet" }) else {
      return
    }
    for directive in ambient where directive.value != NetworkNeeds.lowPorts && !directive.value.isEmpty {
      directives.append(try UnitDirective("CapabilityBoundingSet=\(directive.value)"))
    }
  }

  package subscript<Value>(dynamicMember member: KeyPath<ServiceOptions, Value>) -> Value { options[keyPath: member] }

  /// The folder of the application file, which the administrator may edit.
  package var configurationFolder: String { "/etc/\(name)" }
  package var stateFolder: String { "/var/lib/\(name)" }
  package var logFolder: String { "/var/log/\(name)" }
  package var runFolder: String { "/run/\(name)" }
  package var unit: String { options.hasInstances ? "\(name)@.service" : "\(name).service" }
  package var socketUnit: String { "\(name).socket" }
  /// The unit that is enabled: a socket starts its service.
  package var enabledUnit: String { options.sockets.isEmpty ? unit : socketUnit }
  /// An init script has no socket to hand over, and SysV knows no instances.
  package var hasInitScript: Bool {
    options.sockets.isEmpty && !options.hasInstances && (options.hasSysV ?? format.hasInitScripts)
  }
  package var unitPath: String { "/usr/lib/systemd/system/\(unit)" }
  package var socketUnitPath: String { "/usr/lib/systemd/system/\(socketUnit)" }
  package var initScriptPath: String { "/etc/init.d/\(name)" }
  package var environmentPath: String { "\(format.places.environment)/\(name)" }
  package var sysusersPath: String { "/usr/lib/sysusers.d/\(name).conf" }
}
