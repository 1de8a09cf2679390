import CommandOptions
import Diagnostics
import PackageModel

extension Tool {
  var serviceOptions: [Option<ToolOptions>] {
    [
      .value(
        "user", placeholder: "NAME", default: "the application's own, else a system user _PACKAGE",
        help: "The user that the service runs as; made at installation where it is missing.", into: \.user),
      .value(
        "group", placeholder: "NAME", default: "the user's own", help: "The group that the service runs as.",
        into: \.group),
      .value(
        "hardening", placeholder: "LEVEL", default: "strict", completing: .oneOf(Hardening.allCases.map(\.rawValue)),
        help: "What the unit withholds from the service: none, basic, or strict, fitted to what the file uses.",
        into: \.hardening, reading: { (text: String) throws(Failure) in try Hardening(option: text) }),
      .value(
        "socket", placeholder: "ADDRESS",
        help: "Have systemd listen on a port, ADDRESS:PORT or path, for an application with a systemd: endpoint.",
        into: \.socket, reading: { (text: String) throws(Failure) in try SocketAddress(text) }),
      .flag(
        "instances",
        help: "Make the unit a template: each file in /etc/PACKAGE is a service that systemctl enables by its name.",
        into: \.hasInstances),
      .value(
        "runlevels", placeholder: "LEVELS", default: "2345", help: "The SysV runlevels in which the service runs.",
        into: \.runlevels),
      .value(
        "stop-runlevels", placeholder: "LEVELS", default: "016",
        help: "The SysV runlevels in which the service is stopped.", into: \.stopRunlevels),
      .value(
        "start-priority", placeholder: "NUMBER", default: "80", help: "The place of its start in them, for chkconfig.",
        into: \.startPriority),
      .value(
        "stop-priority", placeholder: "NUMBER", default: "20", help: "The place of its stop in them, for chkconfig.",
        into: \.stopPriority),
    ]
  }

  var lifecycleOptions: [Option<ToolOptions>] {
    [
      .flag(
        "no-enable", help: "Do not have the service start at boot.", into: \.lifecycle.enables, as: false),
      .flag(
        "no-start",
        help: self == .tap2deb
          ? "Do not start the service when it is installed."
          : "Accepted; an RPM starts no service when it is installed.",
        into: \.lifecycle.starts, as: false),
      .flag(
        "restart-after-upgrade", help: "Restart a running service once its upgrade is in place. The default.",
        into: \.lifecycle.upgrade, as: .restartAfterwards),
      .flag(
        "stop-during-upgrade", help: "Stop a running service while its files change, and start it again.",
        into: \.lifecycle.upgrade, as: .stopMeanwhile),
    ] + MaintainerScript.allCases.map(addition)
  }

  private func addition(_ script: MaintainerScript) -> Option<ToolOptions> {
    Option(
      script.rawValue, argument: .required("FILE"), completing: .files,
      help: "Shell that runs at the end of the \(script.title(for: family))."
    ) { values, file in
      values.additions[script] = file
    }
  }
}

extension MaintainerScript {
  fileprivate func title(for family: PackageFamily) -> String {
    switch (family, self) {
    case (.debian, _): "\(rawValue) script"
    case (.rpm, .preinst): "%pre scriptlet"
    case (.rpm, .postinst): "%post scriptlet"
    case (.rpm, .prerm): "%preun scriptlet"
    case (.rpm, .postrm): "%postun scriptlet"
    }
  }
}
