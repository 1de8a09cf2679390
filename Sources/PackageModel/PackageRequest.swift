import Diagnostics
import TwistedApplication

/// What the user asked for, before defaults and rules are applied.
package struct PackageRequest: Sendable, Equatable {
  package var family: PackageFamily
  /// The application file as the user named it.
  package var file: String
  package var contents: [UInt8]
  package var format: ApplicationFormat
  /// `nil` when the file goes in unread.
  package var application: Application?
  package var timestamp: Int
  package var protocolName: String?
  package var packageName: String?
  package var version: String = "1.0"
  package var maintainer: Maintainer
  package var summary: String?
  package var description: String?
  package var twistd: String?

  package init(
    family: PackageFamily, file: String, contents: [UInt8], format: ApplicationFormat, application: Application?,
    timestamp: Int, maintainer: Maintainer
  ) {
    self.family = family
    self.file = file
    self.contents = contents
    self.format = format
    self.application = application
    self.timestamp = timestamp
    self.maintainer = maintainer
  }
}

extension PackageSpec {
  /// Applies the originals' defaults and the formats' rules.
  ///
  /// - Parameter note: Receives what the user should know but need not act on.
  /// - Throws: A usage failure with every value that is wrong, or an application failure for a file that no twistd runs.
  package init(_ request: PackageRequest, note: (Diagnostic) -> Void) throws(Failure) {
    guard let input = TwistdInput(request.format) else {
      throw Failure(
        .application, "no twistd since 2008 runs \(request.format.rawValue) files",
        at: SourceLocation(file: request.file),
        remedy: "load it with the Twisted that wrote it and save it as a .tap, or rewrite it as a .tac")
    }
    let family = request.family
    let base = request.file.lastPathComponent
    let proto = request.protocolName ?? base.withoutExtension
    var mistakes = Mistakes()
    let name = mistakes.collect { () throws(Failure) in
      try PackageName(
        request.packageName ?? "twisted-\(proto)", for: family,
        option: family == .debian ? "--debfile" : "--rpmfile")
    }
    let version = mistakes.collect { () throws(Failure) in try PackageVersion(request.version, for: family) }
    let summary = mistakes.collect { () throws(Failure) in
      try Line(request.summary ?? family.defaultSummary(of: proto), of: "--description")
    }
    let description = mistakes.collect { () throws(Failure) in
      try Paragraphs(request.description ?? family.defaultDescription, of: "--long_description")
    }
    let twistd = mistakes.collect { () throws(Failure) in
      try AbsolutePath(request.twistd ?? family.twistd, option: "--twistd")
    }
    guard let name, let version, let summary, let description, let twistd else { throw mistakes.failure }

    let isTaken = base.isPackagingFileName(of: name)
    let installed = base.isPlainFileName && !isTaken ? base : "application.\(request.format.rawValue)"
    if installed != base {
      note(
        .note(
          "\(quoted(base)) is installed as \(installed)",
          remedy: isTaken
            ? "the packaging has a file of that name: choose another to keep it"
            : "rename it to letters, digits and . _ + - to keep its name"))
    }
    let user = SystemUser(for: name)
    let service = Service(
      name: name, summary: summary,
      command: TwistdCommand(twistd: twistd, input: input, applicationPath: "/etc/\(name)/\(installed)"),
      account: ServiceAccount(user: user, group: user),
      network: request.application.map(NetworkNeeds.init(of:)) ?? .none, family: family)
    self.init(
      name: name, version: version, release: "1", maintainer: request.maintainer, summary: summary,
      description: description, service: service,
      application: ApplicationFile(name: installed, contents: request.contents), timestamp: request.timestamp)
  }
}

/// Collects what is wrong with several values, so that all of it is told at once.
private struct Mistakes {
  private var diagnostics: [Diagnostic] = []

  var failure: Failure { Failure(.usage, diagnostics) }

  mutating func collect<Value>(_ body: () throws(Failure) -> Value) -> Value? {
    do {
      return try body()
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }
}

extension PackageFamily {
  /// The originals' defaults.
  fileprivate func defaultSummary(of proto: String) -> String {
    switch self {
    case .debian: "A Twisted-based server for \(proto)"
    case .rpm: "A TCP server for \(proto)"
    }
  }

  fileprivate var defaultDescription: String {
    switch self {
    case .debian: "Automatically created by tap2deb"
    case .rpm: "Automatically created by tap2rpm"
    }
  }
}

extension String {
  /// The part after the last slash.
  package var lastPathComponent: String {
    String(split(separator: "/").last ?? "")
  }

  /// `web.tap` without `.tap`; a name that only begins with a dot keeps it.
  package var withoutExtension: String {
    guard let dot = lastIndex(of: "."), dot != startIndex else { return self }
    return String(self[..<dot])
  }

  /// Whether the source packages have a file or folder of their own by this name.
  fileprivate func isPackagingFileName(of name: PackageName) -> Bool {
    self == "debian" || self == "copyright"
      || ["spec", "service", "init", "sysconfig", "sysusers"].contains { self == "\(name).\($0)" }
  }

  /// Whether it can stand unquoted in units, scripts and file lists.
  var isPlainFileName: Bool {
    guard let first = unicodeScalars.first, first != ".", first != "-", utf8.count <= 200 else { return false }
    return unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "._+-".unicodeScalars.contains(scalar))
    }
  }
}
