import Diagnostics
import TwistedModel
import ApplicationFacts

/// What of a service may write where reading has not looked.
package struct UnreadCode: Sendable, Equatable {
  /// A clause: `imports klein`.
  package let reason: String
  package let location: SourceLocation

  private init(_ reason: String, at location: SourceLocation) { (self.reason, self.location) = (reason, location) }

  /// Everything of that kind, in the order of the reasons.
  ///
  /// - Parameters:
  ///   - effects: What the application's own sources do by their looks.
  static func all(of wanted: PackageRequest.Service) -> [UnreadCode] {
    if case .program(let name, let place, _) = wanted.subject, !place.isSource {
      return [UnreadCode("is a program that was not read", at: SourceLocation(file: "--command \(name)"))]
    }
    if case .database(let name) = wanted.subject {
      return [UnreadCode("is a database, whose code is elsewhere", at: SourceLocation(file: name))]
    }
    guard let application = wanted.application else {
      return [UnreadCode("was not read", at: SourceLocation(file: wanted.subject.title))]
    }
    var found: [UnreadCode] = []
    if case .plugin(let name, _) = wanted.subject, wanted.folder == nil, !PluginSpec.stockNames.contains(name) {
      found.append(UnreadCode("is not one of Twisted's own plugins", at: SourceLocation(file: "--plugin \(name)")))
    }
    if application.isIncomplete {
      found.append(UnreadCode("is too long to be followed", at: SourceLocation(file: wanted.subject.title)))
    }
    let known = application.files.filter(\.use.isWriting)
    for reference in known where reference.path.value == nil && !reference.path.hasSettledDefault {
      found.append(UnreadCode("writes to a path that is not known here", at: reference.path.location))
    }
    let lines = Set(known.map { Line($0.path.location) })
    for effect in wanted.allEffects {
      switch effect.kind {
      case .writes where lines.contains(Line(effect.location)): break
      case .writes: found.append(UnreadCode("writes, in code that was not followed", at: effect.location))
      case .starts: found.append(UnreadCode("starts another program", at: effect.location))
      case .runsUnknown: found.append(UnreadCode("runs code that is not known here", at: effect.location))
      case .listsInterfaces, .readsSystem, .schedules, .opens, .opensRaw, .switchesUser: break
      }
    }
    var told: Set<String> = []
    for module in application.modules where module.isUnread(packsCode: wanted.packsCode) {
      let top = String(module.name.prefix { $0 != "." })
      if told.insert(top).inserted { found.append(UnreadCode("imports \(top)", at: module.location)) }
    }
    return found
  }

  /// A line of a file, however its path is written.
  private struct Line: Hashable {
    let file: String
    let number: Int?

    init(_ location: SourceLocation) {
      file = location.file.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
      number = location.line
    }
  }
}

extension [UnreadCode] {
  private static let toldLimit = 3

  /// What the packager should know of it, with the way to have it otherwise.
  var note: Diagnostic? {
    guard let first else { return nil }
    let others = dropFirst().prefix(Self.toldLimit - 1).map { ", \($0.location) \($0.reason)" }.joined()
    let rest = count > Self.toldLimit ? ", and \(count - Self.toldLimit) more" : ""
    return .note(
      .codeUnread,
      "\(first.reason)\(others)\(rest): it is not known what that writes, so the unit lets the service write wherever its user may, "
        + "but not into /usr, /boot and /etc",
      at: first.location, remedy: "give --hardening strict if it writes into its own folders alone")
  }
}

extension Module {
  /// Modules of others that write no files by themselves.
  private static let quiet = Set((embeddedTables["quiet-modules"] ?? "").split(separator: "\n").map(String.init))

  fileprivate func isUnread(packsCode: Bool) -> Bool {
    switch kind {
    case .standardLibrary, .twisted: false
    // What its source does is told by its effects.
    case .local: !packsCode
    case .thirdParty: !isDescribed && !Self.quiet.contains(String(name.prefix { $0 != "." }))
    }
  }
}

extension Fact {
  /// Whether its default holds until somebody changes a setting, a variable or an option; any other may be one of several.
  fileprivate var hasSettledDefault: Bool {
    fallback != nil && ["config:", "env:", "option:"].contains { origin?.hasPrefix($0) == true }
  }
}
