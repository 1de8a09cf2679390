import PackageModel

extension PackageSpec {
  /// The values that every template can name: the package's, its main service's, and a record for each service.
  package var templateValues: TemplateValues {
    let traits = PayloadTraits(of: self)
    let records = services.map { templateValues(of: $0, traits) }
    var values = identityValues.mapValues(TemplateValue.text)
    values.merge(records.first ?? [:]) { _, new in new }
    values["services"] = .records(records)
    values["links"] = .list(traits.links)
    values["folders"] = .list(traits.folders)
    values["kinds"] = .list(traits.links + traits.folders)
    values["ownFiles"] = .list(
      services.flatMap(\.unitAndScriptPaths)
        + payload.map(\.path).filter { $0.hasPrefix("/etc/init.d/") || $0.hasPrefix("/usr/lib/systemd/system/") })
    values["architecture"] = .text(architecture)
    values["isInOpt"] = .flag(bundle?.prefix.hasPrefix("/opt/") == true)
    values["isCompiled"] = .flag(compiledFor != nil)
    values.merge(releaseValues) { _, new in new }
    values["hasPrivateFiles"] = .flag(hasPrivateFiles)
    values["others"] = .records(Array(records.dropFirst()))
    for script in MaintainerScript.allCases {
      values["added.\(script.rawValue)"] = .rendered(service.lifecycle.additions[script]?.text ?? "")
    }
    return values
  }

  /// The values of one service.
  private func templateValues(of service: Service, _ traits: PayloadTraits) -> TemplateValues {
    var values = Self.serviceValues(service).mapValues(TemplateValue.text)
    values.merge(Self.levelValues(service)) { _, new in new }
    values.merge(Self.sandboxValues(service)) { _, new in new }
    values.merge(Self.kernelValues(service.kernel)) { _, new in new }
    values.merge(Self.lifecycleValues(service)) { _, new in new }
    values.merge(processValues(service)) { _, new in new }
    // Where debhelper looks for the files of a service: debian/PACKAGE.init, debian/PACKAGE.SERVICE.init.
    values["stem"] = .text("debian/\(name)" + (service.name == name ? "" : ".\(service.name)"))
    values["arguments"] = .list(service.command.arguments)
    values["sockets"] = .list(service.sockets.map(\.description))
    values["initCommands"] = .list(service.initCommands.map(\.description))
    values["given"] = .records(service.given.map { ["name": .text($0.name), "value": .text($0.value)] })
    values.merge(codeValues(service, traits)) { _, new in new }
    // twistd switches users itself when the application says so; told that it runs as that user, it does nothing.
    let (account, command) = (service.account, service.command)
    let switching = account.isAskedFor && command.takesOptionsOfTwistd
    values["programOptions"] = .list(
      (switching ? ["--uid=\(account.user)", "--gid=\(account.group)"] : []) + command.runnerOptions)
    values["leadingWords"] = .list(command.leadingWords)
    values["isTwistd"] = .flag(command.takesOptionsOfTwistd)
    return values
  }

  private var identityValues: [String: String] {
    [
      "package": name.description,
      "version": format.versions.field(version),
      "epoch": version.epoch.map(String.init) ?? "",
      "release": release,
      "maintainer": maintainer.description,
      "packager": maintainer.address == nil ? "" : maintainer.description,
      "description": description.lines.joined(separator: "\n"),
      // Root's own notes: what the older version had, and which services are no more.
      "older": "/run/\(name).files",
      "dropped": "/var/lib/\(name).dropped",
    ]
  }

  private static func serviceValues(_ service: Service) -> [String: String] {
    [
      "name": service.name.description,
      "summary": service.summary.description,
      "file": service.application?.name ?? "",
      "application": service.command.applicationPath ?? "",
      "copy": service.command.applicationCopy ?? "",
      "subject": service.command.subjectInWords,
      "program": service.command.program.description,
      "runner": service.command.runner?.rawValue ?? "",
      "logOption": service.command.logOption,
      "argumentsVariable": service.command.argumentsVariable,
      "runnerInWords": service.command.runnerInWords,
      "user": service.account.user.description,
      "group": service.account.group.description,
      "account": "Twisted service \(service.name)",
      "shell": service.format.places.noLoginShell,
      "unit": service.unit,
      "unitPath": service.unitPath,
      "socketUnit": service.socketUnit,
      "instanceUnits": "\(service.name)@*.service",
      "instancePath": service.command.instancePath ?? "",
      "enabledUnit": service.enabledUnit,
      "socket": service.sockets.first?.description ?? "",
      "socketName": service.network.socketName ?? "",
      "environment": service.environmentPath,
      "state": service.stateFolder,
      "log": service.logFolder,
      "run": service.runFolder,
      "pythonPath": service.pythonPath.joined(separator: ":"),
      "pidFile": "\(service.runFolder).pid",
      "errorFile": "\(service.runFolder).errors",
      "mark": "\(service.runFolder).start",
    ]
  }

  /// What of the application's own code asks for more than being there.
  private func codeValues(_ service: Service, _ traits: PayloadTraits) -> TemplateValues {
    let home = traits.home
    let plugins = (traits.hasPlugins ? ["\(home)/twisted/plugins"] : []) + [bundle?.pluginFolder].compactMap { $0 }
    let (arguments, variable) = (service.command.joinedArguments, service.command.argumentsVariable)
    return [
      "plugin": .text(service.command.plugin ?? ""),
      "ownArguments": .text(arguments),
      // With a password in them they stand where others cannot read them, and there alone.
      "openArguments": .text(service.hasSecretArguments ? "" : arguments),
      "argumentsSetting": .text(variable.isEmpty || service.hasSecretArguments ? "" : "\(variable)=\(arguments)"),
      "privateFiles": .list(privateFiles(of: service)),
      // Debian's Twisted brings the page; of other packages it is not known.
      "manual": .text(
        bundle == nil && service.command.program.description == "/usr/bin/twistd3" ? "man:twistd3(1)" : ""),
      "hasNumberedGroup": .flag(service.hasNumberedGroup),
      "pluginOptions": .list(service.pluginOptions),
      "settings": .records(
        service.settings.map { ["name": .text($0.name), "value": .text($0.value), "reason": .text($0.reason)] }),
      "home": .text(home),
      "stateFiles": .text(traits.hasStateFiles ? traits.state : ""),
      "pluginFolders": .list(plugins),
      "hasModules": .flag(traits.hasModules),
      "codeFolders": .list((traits.hasModules ? [home] : []) + [bundle?.prefix].compactMap { $0 }),
      "bundle": .text(bundle?.prefix ?? ""),
      "pythonRelease": .text(bundle?.python.description ?? ""),
    ]
  }

  private static func levelValues(_ service: Service) -> TemplateValues {
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

  private static func sandboxValues(_ service: Service) -> TemplateValues {
    let (network, files) = (service.network, service.files)
    let families =
      (network.usesInternet ? "AF_INET AF_INET6 AF_UNIX" : "AF_UNIX")
      + service.kernel.families.map { " \($0)" }.joined()
    return [
      "bindsPrivilegedPort": .flag(network.bindsPrivilegedPort),
      "bindsAddress": .flag(network.bindsAddress),
      "ports": .text(network.ports == 0 || !service.sockets.isEmpty ? "" : String(network.ports)),
      // A socket is there before its service, and nobody waits for that.
      "waits": .flag(service.sockets.isEmpty),
      "isBasic": .flag(service.hardening == .basic),
      "unreadReason": .text(
        service.isReadOnlyElsewhere ? "" : service.unread.first.map { "\($0.location) \($0.reason)" } ?? ""),
      "isStrict": .flag(service.hardening == .strict),
      "noNewPrivileges": .flag(service.hardening != .none),
      "addressFamilies": .rendered(families),
      "listening": .records(
        network.listening.map { ["kind": .rendered($0.kind.rawValue), "port": .rendered(String($0.number))] }),
      "namedPorts": .list(network.named.map { "\($0.kind.rawValue):\($0.number)" }),
      "protectHome": .rendered(
        files.homes == .none ? "yes" : files.homes == .read || service.hardening == .none ? "read-only" : "no"),
      "privateTmp": .rendered(files.sharesTemporaryFiles ? "no" : "yes"),
      "writableFolders": .list(files.writableFolders),
      "stateFolders": .list(files.stateFolders),
      "ownState": .list(files.ownState),
      "ownLogs": .list(files.ownLogs),
      "ownRun": .list(files.ownRun),
      // Those that the packager names have a line of their own in the unit.
      "runFolders": .list((files.ownRun + service.process.runFolders).map { "/run/\($0)" }),
      "ownCaches": .list(files.ownCaches),
      "ownFolders": .list(files.ownFolders),
      "hasGroup": .flag(service.account.group != service.account.user),
      "isNumbered": .flag(Int(service.account.user.description) != nil),
    ]
  }

  private static func kernelValues(_ kernel: KernelNeeds) -> TemplateValues {
    [
      "systemFilesReason": .text(kernel.systemFiles ?? ""),
      "processesReason": .text(kernel.processes ?? ""),
      "familiesReason": .text(kernel.familiesReason ?? ""),
      "schedulingReason": .text(kernel.scheduling ?? ""),
      "devicesReason": .text(kernel.devicesReason ?? ""),
      "devices": .list(kernel.devices),
      "deviceGroups": .list(kernel.deviceGroups),
      "deviceGroupList": .rendered(kernel.deviceGroups.joined(separator: ",")),
    ]
  }

  /// How the process runs, in both init systems.
  private func processValues(_ service: Service) -> TemplateValues {
    let process = service.process
    func lines(_ section: UnitDirective.Section) -> String {
      service.directives.filter { $0.section == section }.map(\.line).joined(separator: "\n")
    }
    // An application that names a program without a path means one of its environment, as in an activated one.
    let path = bundle.map { "\($0.prefix)/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" }
    return [
      "unitSettings": .rendered(lines(.unit)),
      "serviceSettings": .rendered(lines(.service)),
      "bundlePath": .text(path ?? ""),
      "reloads": .flag(service.reloads),
      "umask": .text(process.umask),
      "folderMode": .text(process.folderMode),
      "openFiles": .text(process.openFiles),
      "niceness": .text(process.niceness.map(String.init) ?? ""),
      "stopSeconds": .text(process.stopSeconds.map(String.init) ?? ""),
      "variables": .records(process.environment.map { ["name": .text($0.name), "value": .text($0.value)] }),
    ]
  }

  private static func lifecycleValues(_ service: Service) -> TemplateValues {
    let lifecycle = service.lifecycle
    return [
      "enables": .flag(lifecycle.enables),
      "starts": .flag(lifecycle.starts),
      "stopsMeanwhile": .flag(lifecycle.upgrade == .stopMeanwhile),
      "instances": .flag(service.hasInstances),
      "hasInitScript": .flag(service.hasInitScript),
      "makesAccount": .flag(service.account.isMade),
    ]
  }
}

/// What of a package's payload the values tell, looked up once for all its services.
private struct PayloadTraits {
  let home: String
  let state: String
  let hasModules: Bool
  let hasPlugins: Bool
  let hasStateFiles: Bool
  /// Links, and folders of this package alone: paths that may have been the one and are now the other.
  let links: [String]
  let folders: [String]

  init(of spec: PackageSpec) {
    let (home, state) = ("/usr/share/\(spec.name)", "/usr/lib/\(spec.name)/state")
    (self.home, self.state) = (home, state)
    let modules = spec.payload.filter { $0.path.hasPrefix(home + "/") && $0.path.hasSuffix(".py") }
    hasModules = !modules.isEmpty
    hasPlugins = modules.contains { $0.path.hasPrefix("\(home)/twisted/plugins/") }
    hasStateFiles = spec.payload.contains { $0.path.hasPrefix(state + "/") }
    links = spec.payload.filter { if case .link = $0.content { true } else { false } }.map(\.path)
    folders = Self.folders(of: spec)
  }

  /// The folders below those that bear the package's name, but for the Python environment, which pip lays out.
  private static func folders(of spec: PackageSpec) -> [String] {
    let own = ["/usr/share/\(spec.name)/", "/usr/lib/\(spec.name)/", "/opt/\(spec.name)/", "/etc/\(spec.name)/"]
    var folders: Set<String> = []
    for file in spec.payload {
      guard let root = own.first(where: file.path.hasPrefix),
        spec.bundle.map({ file.path.hasPrefix("\($0.prefix)/") }) != true
      else { continue }
      var path = file.content == .folder ? file.path[...] : file.path.parent
      while path.utf8.count > root.utf8.count, folders.insert(String(path)).inserted { path = path.parent }
    }
    return folders.sorted()
  }
}

extension StringProtocol where SubSequence == Substring {
  /// What is before the last slash.
  fileprivate var parent: Substring { lastIndex(of: "/").map { self[..<$0] } ?? "" }
}

extension Service {
  /// What an older version may have had more of.
  fileprivate var unitAndScriptPaths: [String] {
    installedFiles.filter { [.unit, .socket, .initScript].contains($0.kind) }.map(\.path)
  }
}
