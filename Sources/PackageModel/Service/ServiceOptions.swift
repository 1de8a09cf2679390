/// What the packager says of how the services of a package run.
package struct ServiceOptions: Sendable, Equatable {
  /// The twistd of the target system; `nil` for the one that its distribution or the bundled environment has.
  package var twistd: String?
  /// What runs it, where that is not twistd.
  package var runner: RunnerChoice?
  package var reactor: Reactor?
  /// Options of the runner, in the packager's words.
  package var runnerOptions: [String] = []
  package var user: String?
  package var group: String?
  package var runlevels = Runlevels.usual
  /// What the packager has the unit withhold, whatever was read.
  package var chosenHardening: Hardening?
  package var hardening: Hardening { chosenHardening ?? .strict }
  package var lifecycle = Lifecycle()
  /// The addresses of the sockets that systemd opens and hands over, in their order.
  package var sockets: [SocketAddress] = []
  /// Ports that it listens on, whatever reading tells.
  package var ports: [ListeningPort] = []
  /// Variables of its environment file.
  package var variables: [ProcessSettings.Variable] = []
  /// Lines of shell that run once, before the first start, as the service's user.
  package var initCommands: [ShellCommand] = []
  /// Whether it can run without systemd; `nil` where the format decides.
  package var hasSysV: Bool?
  /// The unit is a template: each file of the configuration folder, or environment file of a plugin, is an instance that
  /// the administrator enables (systemd.unit(5), "instances").
  package var hasInstances = false
  /// What the unit says besides, in the packager's words: `DIRECTIVE=VALUE`.
  package var unit: [String] = []

  package init() {}
}
