import Diagnostics
import Text
import ApplicationFacts

/// What the user asked for, before defaults and rules are applied.
package struct PackageRequest: Sendable, Equatable {
  /// What becomes a service.
  package enum Subject: Sendable, Equatable {
    /// An application file as the user named it.
    /// - Parameter isPrivate: Whether others than its owner and group could not read it.
    case file(name: String, contents: [UInt8], format: ApplicationFormat, isPrivate: Bool)
    /// A subcommand of twistd with its arguments.
    case plugin(name: String, arguments: [String])
    /// A program that runs the reactor itself, with its arguments.
    case program(name: String, place: ProgramPlace, arguments: [String])
    /// A database of Axiom's, by the name of its folder.
    case database(name: String)
  }

  /// One service of the package.
  package struct Service: Sendable, Equatable {
    package var subject: Subject
    /// What was read in it; `nil` when it goes in unread.
    package var application: Application?
    /// The folder that its file lies in on this machine, without links.
    package var folder: String?
    /// What its own sources do by their looks, and whether they go in.
    package var effects: [CodeEffect] = []
    package var packsCode = true

    package init(_ subject: Subject, application: Application?) {
      self.subject = subject
      self.application = application
    }
  }

  package var format: FormatRules
  /// The service that the package is named for.
  package var service: Service
  /// Further services of the same package.
  package var others: [Service] = []
  package var maintainer: Maintainer
  package var timestamp: Int
  package var identity = PackageIdentity()
  package var options = ServiceOptions()
  package var release = ReleaseRequest()
  /// Files to install beside those of the service.
  package var payload: [PackagedFile] = []
  /// Relations beyond those of the service itself.
  package var relations = Relations()
  /// The Python environment that goes in, if any; its files are part of the payload.
  package var bundle: BundledEnvironment?
  /// The architecture that compiled files of it are for, in the words of the format; `nil` without any.
  package var compiledFor: String?
  /// Folders on the target in which Python finds the application's own modules.
  package var pythonPath: [String] = []

  package init(format: FormatRules, service: Service, maintainer: Maintainer, timestamp: Int) {
    self.format = format
    self.service = service
    self.maintainer = maintainer
    self.timestamp = timestamp
  }
}

extension PackageRequest {
  /// The name of the package, which its folders on the target bear, too.
  ///
  /// - Throws: A usage failure for a name that the format forbids.
  package func installedName() throws(Failure) -> PackageName {
    try PackageName(
      identity.packageName ?? "twisted-\(identity.protocolName ?? service.subject.fittedProtocol)", for: format,
      option: format.names.option)
  }
}

extension PackageRequest.Service {
  /// What it does by its looks, with what a plugin of Twisted's is there for.
  var allEffects: [CodeEffect] {
    guard case .plugin(let name, _) = subject, folder == nil, ["inetd", "procmon"].contains(name) else {
      return effects
    }
    return effects + [CodeEffect(.starts, at: SourceLocation(file: subject.title))]
  }

  /// What the application is called: by itself, by its file or its subcommand.
  var names: Set<String> {
    let told = [application?.name?.value, application?.processName?.value, subject.defaultProtocol]
    return Set(told.compactMap { $0 }.filter(\.isPlainFileName))
  }
}

extension PackageRequest.Subject {
  /// What messages call it.
  var title: String {
    switch self {
    case .file(let name, _, _, _), .database(let name): name
    case .plugin(let name, _): "--plugin \(name)"
    case .program(let name, let place, _): place.isSource ? name : "--command \(name)"
    }
  }

  /// The words that it is given.
  package var arguments: [String] {
    switch self {
    case .plugin(_, let arguments), .program(_, _, let arguments): arguments
    default: []
    }
  }

  var isProgram: Bool { if case .program = self { true } else { false } }

  /// What is told where a file goes in under another name than its own.
  func notes(installedAs file: ApplicationFile?) -> [Diagnostic] {
    guard case .file(let path, _, _, _) = self, let file, case let base = Path(path).name, file.name != base else {
      return []
    }
    return [
      .note(
        .fileRenamed, "\(quoted(base)) is installed as \(file.name)",
        remedy: base.isPlainFileName
          ? "choose a name that the packaging leaves alone to keep it"
          : "rename it to letters, digits and . _ + - to keep its name")
    ]
  }

  /// The name of a further service of a package.
  package func serviceName(for format: FormatRules) throws(Failure) -> PackageName {
    try PackageName("twisted-\(fittedProtocol)", for: format, option: "another name of the file, not")
  }

  /// Whether the application file writes beside itself, so that a copy of it runs in the working directory, where it may.
  /// An instance has its file from the administrator.
  package func runsCopy(of application: Application?, _ options: ServiceOptions) -> Bool {
    guard case .file(let name, _, _, _) = self, let application, !options.hasInstances else { return false }
    return application.files.contains { $0.isWritten(beside: name) }
  }

  /// The same as it stands in names: files have blanks, underscores and capitals, packages have not.
  package var fittedProtocol: String {
    String(defaultProtocol.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
  }

  var fileName: String? { if case .file(let name, _, _, _) = self { name } else { nil } }

  var defaultProtocol: String {
    switch self {
    // What a stopping twistd saved is the same service.
    case .file(let path, _, _, _): Path(path).stem.withoutShutdown
    case .plugin(let name, _): name
    case .program(let name, _, _), .database(let name): Path(name).stem
    }
  }
}

extension String {
  /// `web-shutdown` without the mark of twistd's.
  fileprivate var withoutShutdown: String { hasSuffix("-shutdown") && count > 9 ? String(dropLast(9)) : self }

  /// Whether it can stand unquoted in units, scripts and file lists.
  package var isPlainFileName: Bool {
    guard let first = unicodeScalars.first, first != ".", first != "-", utf8.count <= 200 else { return false }
    return unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "._+-".unicodeScalars.contains(scalar))
    }
  }
}
