import Diagnostics
import PackageModel

/// The files of a service that both formats install, rendered from the one model.
package struct ServiceFiles: Sendable, Equatable {
  package let unit: String
  package let initScript: String
  package let environment: String
  package let sysusers: String

  package init(of spec: PackageSpec, from templates: TemplateStore) throws(Failure) {
    let values = spec.templateValues
    unit = try templates.render("systemd/service", values)
    initScript = try templates.render(spec.family == .debian ? "sysv/init.debian" : "sysv/init.rpm", values)
    environment = try templates.render("systemd/environment", values)
    sysusers = try templates.render("systemd/sysusers", values)
  }
}

extension PackageSpec {
  /// The values that every template can name.
  package var templateValues: TemplateValues {
    let levels = service.runlevels
    let texts: [String: String] = [
      "name": name.description,
      "version": version.description,
      "release": release,
      "maintainer": maintainer.description,
      "summary": summary.description,
      "description": description.lines.joined(separator: "\n"),
      "file": application?.name ?? "",
      "application": service.command.applicationPath ?? "",
      "twistd": service.command.twistd.description,
      "subject": service.command.applicationPath ?? "the plugin \(service.command.arguments[0])",
      "user": service.account.user.description,
      "group": service.account.group.description,
      "account": "Twisted service \(name)",
      "shell": family.noLoginShell,
      "unit": service.unit,
      "environment": service.environmentPath,
      "state": service.stateFolder,
      "log": service.logFolder,
      "run": service.runFolder,
      "startLevels": levels.start.map(String.init).joined(separator: " "),
      "stopLevels": levels.stop.map(String.init).joined(separator: " "),
      "chkconfigLevels": levels.start.map(String.init).joined(),
      "startPriority": "80",
      "stopPriority": "20",
    ]
    var values = texts.mapValues(TemplateValue.text)
    // Level lists are words of a comment or a header, not one word of shell.
    for key in ["startLevels", "stopLevels"] { values[key] = .rendered(texts[key] ?? "") }
    values["arguments"] = .list(service.command.arguments)
    values["bindsPrivilegedPort"] = .flag(service.network.bindsPrivilegedPort)
    values["bindsAddress"] = .flag(service.network.bindsAddress)
    return values
  }
}
