import Diagnostics
import ApplicationFacts

/// What someone who packages an application should know of it beforehand.
struct Advice {
  let diagnostics: [Diagnostic]

  /// - Parameter packsCode: Whether the application's own modules go into the package with it.
  init(on application: Application, file: String, packsCode: Bool, allowsLowPorts: Bool) {
    let place = SourceLocation(file: file)
    var advice: [Diagnostic] = []
    if application.format == .tap {
      advice.append(
        .note(
          .pickle, "a pickle runs only with the code and the Python that wrote it", at: place,
          remedy: "give --convert to package a .tac instead"))
    }
    // Of Python source the reader tells where it shows.
    if application.python == .python2, ![.tac, .plugin].contains(application.format) {
      advice.append(
        .warning(
          .python2, "the file is for Python 2, and today's twistd runs Python 3", at: place,
          remedy: "give --convert to package it as a .tac, or port it first"))
    }
    for module in application.modules where module.kind == .local && !packsCode {
      advice.append(
        .warning(
          .moduleLeftOut, "the module \(module.name) is the application's own and is not packaged", at: module.location,
          remedy: "leave out --no-code, or install it where the target's Python finds it"
        ).about(.module))
    }
    diagnostics =
      advice + (allowsLowPorts ? [] : Self.network(application))
      + Self.unknownFiles(application)
  }

  private static func network(_ application: Application) -> [Diagnostic] {
    application.listeners.compactMap { listener in
      guard let port = listener.port, port.likely == nil else { return nil }
      return .note(
        .portUnknown, "the port is not known here\(port.origin.map { " (\($0))" } ?? "")", at: listener.location,
        remedy: "name it with --port \(listener.transport.isDatagram ? "udp" : "tcp"):NUMBER"
      ).about(.port)
    }
  }

  /// Files that only a setting of the target names, which the service needs from the start.
  private static func unknownFiles(_ application: Application) -> [Diagnostic] {
    application.files.compactMap { reference in
      guard [.reads, .serves, .certificate, .privateKey].contains(reference.use), !reference.isLater,
        reference.path.likely == nil, let origin = reference.path.origin,
        ["config:", "env:", "option:"].contains(where: origin.hasPrefix), !origin.hasSuffix(":")
      else { return nil }
      return .note(
        .fileUnknown, "the file that \(origin) names is not known here", at: reference.path.location,
        remedy: "if it is the application's own, package it with --include FILE"
      ).about(.file)
    }
  }
}

extension Listener.Transport {
  fileprivate var isDatagram: Bool { self == .udp || self == .multicast }
}
