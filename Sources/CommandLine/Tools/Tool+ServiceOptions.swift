import CommandOptions
import Diagnostics
import Formats
import PackageModel
import Packaging

extension Tool {
  var serviceOptions: [Option<ToolOptions>] {
    [
      .value(
        "user", placeholder: "NAME", default: "the application's own, else a system user _PACKAGE",
        completing: .users,
        help: "The user that the service runs as; made at installation where it is missing.",
        into: \.inputs.service.user
      ).trusted(.account),
      .value(
        "group", placeholder: "NAME", default: "the user's own", completing: .groups,
        help: "The group that the service runs as.",
        into: \.inputs.service.group
      ).trusted(.account),
      .value(
        "hardening", placeholder: "LEVEL", default: "strict", completing: .oneOf(Hardening.allCases.map(\.rawValue)),
        help:
          "How far the unit confines the service: none, basic, or strict, which fits what the file uses. Where not all "
          + "code was read, the service may write outside of its own folders unless strict is given.",
        into: \.inputs.service.chosenHardening,
        reading: { (text: String) throws(Failure) in try Hardening(option: text) }
      ).trusted(.anyBut("none", because: "leaves the service unconfined")),
      .values(
        "port", placeholder: "tcp:NUMBER",
        help: "A port that the service listens on, tcp: or udp:, where the file does not tell it.",
        into: \.inputs.service.ports, reading: { (text: String) throws(Failure) in try ListeningPort(option: text) }
      ).trusted(.any),
      .values(
        "socket", placeholder: "ADDRESS",
        help: "Have systemd listen on a port, ADDRESS:PORT or path, for an application with a systemd: endpoint. Given "
          + "again for index=1 and so on.",
        into: \.inputs.service.sockets, reading: { (text: String) throws(Failure) in try SocketAddress(text) }
      ).trusted(.noPath(because: "makes room for a socket anywhere on the target")),
      .values(
        "env", placeholder: "NAME=VALUE", help: "An environment variable of the service, kept in its environment file.",
        into: \.inputs.service.variables,
        reading: { (text: String) throws(Failure) in try ProcessSettings.Variable(option: text) }
      ).trusted(.variable),
      .values(
        "init-command", placeholder: "COMMAND",
        help: "A shell command that runs once before the first start, as the service's user and in its folder, for "
          + "example a migration.", into: \.inputs.service.initCommands,
        reading: { (text: String) throws(Failure) in try ShellCommand(text, of: "--init-command") }
      ).trusted(.nothing(because: "runs a program on the target")),
      .flag(
        "sysv",
        help:
          "Make an init script, too\(format.rules.hasInitScripts ? ". The default." : ", for systems without systemd.")",
        into: \.inputs.service.hasSysV, as: true
      ).trusted(.any),
      .flag(
        "no-sysv", help: "Make no init script: the service is for systemd alone.", into: \.inputs.service.hasSysV,
        as: false
      ).trusted(.any),
      .flag(
        "instances",
        help:
          "Make the unit a template with an instance for each file in /etc/PACKAGE, which systemctl enables by name. "
          + "A plugin's instance has PACKAGE-NAME beside the environment file instead.",
        into: \.inputs.service.hasInstances
      ).trusted(.any),
      .values(
        "unit", placeholder: "DIRECTIVE=VALUE",
        help: "A setting of the unit, for example MemoryMax=500M or After=postgresql.service; %% is a percent sign. "
          + "The init script gives what System V can give.", into: \.inputs.service.unit
      ).trusted(.nothing(because: "says what the unit allows")),
      .value(
        "runlevels", placeholder: "LEVELS", default: "2345", help: "The SysV runlevels in which the service runs.",
        into: \.inputs.service.runlevels.start,
        reading: { (text: String) throws(Failure) in try Runlevels.levels(text, of: "--runlevels") }
      ).trusted(.any),
      .value(
        "stop-runlevels", placeholder: "LEVELS", default: "016",
        help: "The SysV runlevels in which the service is stopped.", into: \.inputs.service.runlevels.stop,
        reading: { (text: String) throws(Failure) in try Runlevels.levels(text, of: "--stop-runlevels") }
      ).trusted(.any),
      .value(
        "start-priority", placeholder: "NUMBER", default: "80",
        help: "Its start priority in these runlevels, for chkconfig.",
        into: \.inputs.service.runlevels.startPriority,
        reading: { (text: String) throws(Failure) in try Runlevels.priority(text, of: "--start-priority") }
      ).trusted(.any),
      .value(
        "stop-priority", placeholder: "NUMBER", default: "20",
        help: "Its stop priority in these runlevels, for chkconfig.",
        into: \.inputs.service.runlevels.stopPriority,
        reading: { (text: String) throws(Failure) in try Runlevels.priority(text, of: "--stop-priority") }
      ).trusted(.any),
    ]
  }

  var lifecycleOptions: [Option<ToolOptions>] {
    [
      .flag(
        "no-enable", help: "Do not have the service start at boot.", into: \.inputs.service.lifecycle.enables, as: false
      ).trusted(.any),
      .flag(
        "no-start",
        help: format.words.helps.noStart, into: \.inputs.service.lifecycle.starts, as: false
      ).trusted(.any),
      .flag(
        "restart-after-upgrade", help: "Restart a running service once its upgrade is in place. The default.",
        into: \.inputs.service.lifecycle.upgrade, as: .restartAfterwards
      ).trusted(.any),
      .flag(
        "stop-during-upgrade", help: "Stop a running service while its files change, and start it again.",
        into: \.inputs.service.lifecycle.upgrade, as: .stopMeanwhile
      ).trusted(.any),
    ] + MaintainerScript.allCases.map(addition)
  }

  private func addition(_ script: MaintainerScript) -> Option<ToolOptions> {
    .value(
      script.rawValue, placeholder: "FILE", completing: .files,
      help: "Shell that runs at the end of the \(format.words.script(script)).", into: \.inputs.additions[script]
    ).trusted(.runsPrograms)
  }
}
