import ApplicationFacts
import Diagnostics
import Text

extension PackageSpec {
  /// Applies the originals' defaults and the formats' rules.
  ///
  /// - Throws: A usage failure with every value that is wrong, or an application failure for a file that no twistd runs.
  package init(_ request: PackageRequest) throws(Failure) {
    let rules = request.format
    let proto = request.identity.protocolName ?? request.service.subject.defaultProtocol
    var mistakes = Mistakes()
    let name = mistakes.collect { () throws(Failure) in
      try request.installedName()
    }
    let version = mistakes.collect { () throws(Failure) in
      let version = try PackageVersion(
        request.release.version, revision: request.release.options.revision, for: rules)
      guard request.release.options.hasTargetSuffix, let target = rules.target else { return version }
      return version.with(suffix: target.suffix, by: rules.versions)
    }
    let summary = mistakes.collect { () throws(Failure) in
      try Line(request.identity.summary ?? rules.defaultSummary(of: proto), of: "--description")
    }
    let given = request.identity.description
    let stated = mistakes.collect(given) { text throws(Failure) in try Paragraphs(text, of: "--long_description") }
    let twistd = mistakes.collect { () throws(Failure) in
      try AbsolutePath(
        request.options.twistd ?? request.bundle?.twistd?.description ?? rules.places.twistd, option: "--twistd")
    }
    mistakes.collect { () throws(Failure) in try request.options.runlevels.validate() }
    guard let name, let version, let summary, let twistd, mistakes.isEmpty else {
      throw mistakes.failure
    }

    if !request.options.runnerOptions.isEmpty || request.options.reactor != nil,
      ([request.service] + request.others).allSatisfy(\.subject.isProgram)
    {
      throw Failure.usage(
        .optionsExclude,
        "--reactor and --twistd-option are for what twistd or twist runs, and a program has its own reactor",
        remedy: "leave them out")
    }
    let service = try Self.service(
      named: name, summary: summary, twistd: twistd, of: request, wanted: request.service)
    let description = if let stated { stated } else { try rules.defaultDescription(of: [service]) }
    self.init(
      name: name, version: version, release: version.revision ?? "1", maintainer: request.maintainer, summary: summary,
      description: description, service: service, timestamp: request.timestamp)
    for other in request.others {
      let proto = other.subject.defaultProtocol
      others.append(
        try Self.service(
          named: other.subject.serviceName(for: rules),
          summary: Line(rules.defaultSummary(of: proto), of: "--description"), twistd: twistd, of: request,
          wanted: other))
    }
    if stated == nil, !others.isEmpty { self.description = try rules.defaultDescription(of: services) }
    notes = services.flatMap(\.notes)
    try validateNames()
    payload = request.payload.sorted { $0.path.precedes($1.path) }
    try refuseTakenPlaces()
    if let plugin = payload.first(where: { $0.path.isPluginOfEverybody }) {
      notes.append(
        .warning(
          .pluginOfEverybody,
          "\(quoted(plugin.path)) would be imported by everyone who runs twistd on the target, also by root",
          remedy: "leave it in the application's own folder, and name its service with --plugin"))
    }
    try refuseSeveralGroups()
    if services.contains(where: \.hasSecretArguments) {
      notes.append(
        .warning(
          .secretOnCommandLine,
          "a password is in the options of the service, which every user of the target can see in the process list",
          remedy: "keep it in a file, for example --auth file:PATH"))
    }
    if request.bundle == nil, services.contains(where: { $0.command.runner == .axiomatic }) {
      notes.append(
        .warning(
          .dependencyUnknown,
          "no distribution has Axiom: its last release, 0.9.0, is for Python 2.7",
          remedy: "give --bundle with an environment that has axiomatic, or bring python3-axiom yourself"))
    }
    bundle = request.bundle
    compiledFor = request.compiledFor
    relations = request.relations.addingBasics(of: services, bundle: request.bundle)
    try apply(request.release)
  }

  private static func service(
    named name: PackageName, summary: Line, twistd: AbsolutePath, of request: PackageRequest,
    wanted: PackageRequest.Service
  ) throws(Failure) -> Service {
    let subject = wanted.subject
    var application = wanted.application
    var (what, file) = try installed(subject, package: request.installedName(), service: name)
    let runsCopy = subject.runsCopy(of: application, request.options)
    if runsCopy, let file { what = what.copied(to: "/var/lib/\(name)/\(file.name)") }
    let command = try ServiceCommand(what, of: wanted, twistd: twistd, request)
    if let log = command.logFile {
      let location = SourceLocation(file: "--twistd-option")
      application?.files.append(FileReference(Fact(log, at: location), .logs))
    }
    let account = try ServiceAccount(
      user: request.options.user, group: request.options.group, application: application, package: name)
    var service = Service(
      name: name, summary: summary, command: command, account: account, format: request.format)
    service.application = file
    service.notes =
      subject.notes(installedAs: file) + ServiceAccount.notes(user: request.options.user, application: application)
    if let application {
      service.network = NetworkNeeds(of: application)
      service.files = FileNeeds(
        of: application, service: name, folder: wanted.folder, copied: runsCopy ? subject.fileName : nil,
        names: wanted.names)
      service.kernel = KernelNeeds(of: application, wanted.allEffects)
    }
    service.options = request.options
    service.unread = UnreadCode.all(of: wanted)
    if request.options.chosenHardening == nil, let unread = service.unread.note {
      service.notes.append(unread.about(.file))
    }
    service.reloads = application?.hangup != nil
    try service.validateInstances()
    try service.network.take(sockets: service.sockets)
    service.network.take(ports: service.ports)
    try service.take(unit: request.options.unit)
    if account.user.description != "root" {
      let advice =
        service.files.advice(for: name, as: service.account, given: service.process.runFolders) + service.kernel.advice
      service.notes += advice.filter { !$0.isSettled(by: service.directives) }
    }
    try service.take(variables: request.options.variables, readBy: application)
    service.pythonPath = request.pythonPath
    if case .plugin(let plugin, _) = subject {
      let facts = application?.plugins.first { $0.name.likely == plugin }
      if account.user.description != "root", let reason = facts?.rootReason {
        service.notes.append(
          .warning(
            .rootNeeded, "\(plugin) \(reason), which only root may", remedy: "give --user root, or use another plugin"))
      }
      service.pluginOptions = facts.map { $0.options.prefix(200).map(\.helpLine) } ?? []
    }
    return service
  }

  /// Services of one package need names of their own, and so do their files in the source package.
  private func validateNames() throws(Failure) {
    let names = services.map(\.name.description)
    let files = services.compactMap { $0.application?.name }
    for list in [names, files] {
      if let twin = list.first(where: { name in list.count { $0 == name } > 1 }) {
        throw Failure.usage(
          .serviceName, "two services of the package would be called \(quoted(twin))", remedy: "rename one of the files"
        )
      }
    }
  }

  /// What twistd is told to run on the target, and the file that has to be there for it.
  private static func installed(
    _ subject: PackageRequest.Subject, package home: PackageName, service package: PackageName
  ) throws(Failure) -> (ServiceCommand.Subject, ApplicationFile?) {
    switch subject {
    case .plugin(let name, let arguments):
      return (.plugin(name: name, arguments: arguments), nil)
    case .database(let name): return (.database(path: "/var/lib/\(package)/\(name)"), nil)
    case .program(let name, let place, let arguments):
      var script: String?
      if case .own(let file) = place { script = "/usr/share/\(home)/\(file)" }
      return (.program(name: name, script: script, arguments: arguments), nil)
    case .file(let path, let contents, let format, let isPrivate):
      guard let input = TwistdInput(format) else {
        throw Failure.application(
          .applicationFormat, format.refusal, at: SourceLocation(file: path), remedy: format.wayOut)
      }
      let base = Path(path).name
      let installed =
        base.isPlainFileName && !base.isPackagingFileName(of: package) ? base : "application.\(format.rawValue)"
      return (
        .application(input, path: "/etc/\(package)/\(installed)", copy: nil),
        ApplicationFile(name: installed, contents: contents, isPrivate: isPrivate || SecretText.isIn(contents))
      )
    }
  }
}

extension Service {
  /// Instances are files, and each of them comes and goes by the administrator's word.
  fileprivate func validateInstances() throws(Failure) {
    guard options.hasInstances else { return }
    let other: String? =
      if case .database(let path) = command.subject {
        "the database \(path)"
      } else if !options.sockets.isEmpty {
        "--socket"
      } else if options.lifecycle.upgrade == .stopMeanwhile {
        "--stop-during-upgrade"
      } else {
        nil
      }
    if let other {
      throw Failure.usage(
        .optionsExclude, "--instances and \(other) exclude each other", remedy: "leave one of them out")
    }
  }
}

extension Relations {
  /// What every package of a service needs, before what this one needs besides.
  fileprivate func addingBasics(of services: [Service], bundle: BundledEnvironment?) -> Relations {
    var result = Relations()
    /// What is said of a package in particular takes the place of its bare name.
    func addBasic(_ name: RelationText) {
      let isSaid = self[.depends].contains { $0.hasPrefix("\(name) ") || $0.hasPrefix("(\(name) ") }
      if !isSaid { result.add(name, to: .depends) }
    }
    for basic in services.first?.format.needs.basics(services, bundle) ?? [] { addBasic(basic) }
    if let bundle { result.add(bundle.relations) }
    result.add(self)
    return result
  }
}

extension ApplicationFormat {
  /// Why a file of a format that twistd does not run is not packaged.
  fileprivate var refusal: String {
    switch self {
    case .plugin: "it is a file of plugins, not an application"
    case .program: "it is a program that runs by itself, not an application"
    default: "no twistd since 2008 runs \(rawValue) files"
    }
  }

  fileprivate var wayOut: String {
    self == .plugin
      ? "install it on twistd's plugin path and name its service with --plugin"
      : "leave --no-inspect out, so that it is converted to a .tac"
  }
}

extension String {
  /// Whether the source packages have a file or folder of their own by this name, or dh_clean(1) takes it for rubbish.
  fileprivate func isPackagingFileName(of name: PackageName) -> Bool {
    ["debian", "copyright", "files", "NEWS", "TAGS", "DEADJOE"].contains(self)
      || [".bak", ".orig", ".rej", "-stamp"].contains { hasSuffix($0) }
      || ["spec", "service", "socket", "init", "sysconfig", "sysusers", "pre", "post", "preun", "postun", "posttrans"]
        .contains { self == "\(name).\($0)" }
  }

  /// Whether it lies where the distribution's own Twisted looks for plugins.
  fileprivate var isPluginOfEverybody: Bool {
    ["/dist-packages/twisted/plugins/", "/site-packages/twisted/plugins/"].contains { contains($0) }
      && ["/usr/lib/python", "/usr/lib64/python", "/usr/local/lib/python"].contains { hasPrefix($0) }
      && hasSuffix(".py")
  }
}
