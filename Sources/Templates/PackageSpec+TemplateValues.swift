import PackageModel

extension PackageSpec {
  /// The values that every template can name.
  package var templateValues: TemplateValues {
    var values = identityValues.mapValues(TemplateValue.text)
    values.merge(serviceValues.mapValues(TemplateValue.text)) { _, new in new }
    values.merge(levelValues) { _, new in new }
    values.merge(sandboxValues) { _, new in new }
    values.merge(lifecycleValues) { _, new in new }
    values["arguments"] = .list(service.command.arguments)
    // twistd switches users itself when the application says so; told that it runs as that user, it does nothing.
    let account = service.account
    values["accountOptions"] = .list(account.isAskedFor ? ["--uid=\(account.user)", "--gid=\(account.group)"] : [])
    return values
  }

  private var identityValues: [String: String] {
    [
      "name": name.description,
      "version": family == .debian ? version.description : version.upstream,
      "epoch": version.epoch.map(String.init) ?? "",
      "release": release,
      "maintainer": maintainer.description,
      "summary": summary.description,
      "description": description.lines.joined(separator: "\n"),
      "file": application?.name ?? "",
    ]
  }

  private var serviceValues: [String: String] {
    [
      "application": service.command.applicationPath ?? "",
      "subject": service.command.applicationPath ?? "the plugin \(service.command.arguments.first ?? "")",
      "twistd": service.command.twistd.description,
      "user": service.account.user.description,
      "group": service.account.group.description,
      "account": "Twisted service \(name)",
      "shell": family.noLoginShell,
      "unit": service.unit,
      "socketUnit": service.socketUnit,
      "enabledUnit": service.enabledUnit,
      "socket": service.socket?.description ?? "",
      "environment": service.environmentPath,
      "state": service.stateFolder,
      "log": service.logFolder,
      "run": service.runFolder,
      "pythonPath": service.pythonPath.joined(separator: ":"),
      "mark": "\(service.runFolder).start",
    ]
  }

  private var levelValues: TemplateValues {
    let levels = service.runlevels
    // Level lists are words of a comment, not one word of shell.
    return [
      "startLevels": .rendered(levels.start.map(String.init).joined(separator: " ")),
      "stopLevels": .rendered(levels.stop.map(String.init).joined(separator: " ")),
      "chkconfigLevels": .rendered(levels.start.map(String.init).joined()),
      "startPriority": .rendered(String(levels.startPriority)),
      "stopPriority": .rendered(String(levels.stopPriority)),
    ]
  }

  private var sandboxValues: TemplateValues {
    let (network, files) = (service.network, service.files)
    let families = network.usesInternet ? "AF_INET AF_INET6 AF_UNIX" : "AF_UNIX"
    return [
      "bindsPrivilegedPort": .flag(network.bindsPrivilegedPort),
      "bindsAddress": .flag(network.bindsAddress),
      "isBasic": .flag(service.hardening == .basic),
      "isStrict": .flag(service.hardening == .strict),
      "addressFamilies": .rendered(families),
      "protectHome": .rendered(
        files.homes == .none ? "yes" : files.homes == .read || service.hardening == .none ? "read-only" : "no"),
      "privateTmp": .rendered(files.sharesTemporaryFiles ? "no" : "yes"),
      "runtimeFolders": .list([name.description] + files.runtimeFolders),
      "writableFolders": .list(files.writableFolders),
      "hasGroup": .flag(service.account.group != service.account.user),
      "isNumbered": .flag(Int(service.account.user.description) != nil),
    ]
  }

  private var lifecycleValues: TemplateValues {
    let lifecycle = service.lifecycle
    var values: TemplateValues = [
      "enables": .flag(lifecycle.enables),
      "starts": .flag(lifecycle.starts),
      "stopsMeanwhile": .flag(lifecycle.upgrade == .stopMeanwhile),
      "hasInitScript": .flag(service.hasInitScript),
      "makesAccount": .flag(service.account.isMade),
    ]
    for script in MaintainerScript.allCases {
      values["added.\(script)"] = .rendered(lifecycle.additions[script]?.text ?? "")
    }
    return values
  }
}
