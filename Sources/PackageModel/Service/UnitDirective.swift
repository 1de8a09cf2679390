import Diagnostics
import Text

/// A setting of the service's unit in the packager's words, `MemoryMax=500M` (systemd.directives(7)).
///
/// The value is systemd's own language: `%` begins a specifier, and `%%` is a percent sign (systemd.unit(5)).
package struct UnitDirective: Sendable, Equatable {
  package enum Section: String, Sendable, Equatable {
    case unit = "Unit"
    case service = "Service"
  }

  package let section: Section
  package let name: String
  package let value: String

  package var line: String { "\(name)=\(value)" }

  private static let lengthLimit = 2000

  /// Those whose value follows from what the package is, with the way to have it otherwise.
  private static let own: [String: String] = [
    "User": "give --user", "Group": "give --group", "Description": "give --description",
    "ExecStart": "give twistd's options in the environment file, or --twistd",
    "Type": "leave it out; twistd stays in the foreground", "PIDFile": "leave it out; twistd stays in the foreground",
    "EnvironmentFile": "use the package's own, or Environment=NAME=VALUE",
    "StateDirectory": "leave it out; the service has /var/lib/NAME",
    "LogsDirectory": "leave it out; the service has /var/log/NAME",
    "WantedBy": "leave it out; --no-enable keeps it from starting at boot",
    "RequiredBy": "leave it out; --no-enable keeps it from starting at boot",
    "RootDirectory": "leave it out", "RootImage": "leave it out", "DynamicUser": "give --user",
  ]

  /// Reads `DIRECTIVE=VALUE`.
  ///
  /// - Throws: A usage failure for what systemd does not know, for what the package decides, and for a value that is not
  ///   one line.
  package init(_ text: String) throws(Failure) {
    guard let equals = text.firstIndex(of: "=") else {
      throw Failure(
        .usage, "--unit \(quoted(text)) has no value", remedy: "write it as in a unit, --unit MemoryMax=500M")
    }
    let (name, value) = (String(text[..<equals]), String(text[text.index(after: equals)...]).trimmed)
    if let way = Self.own[name] {
      throw Failure(.usage, "\(name)= is set by the package", remedy: way)
    }
    guard let section = Self.section(of: name) else {
      let near = Self.nearest(to: name)
      throw Failure(
        .usage, "systemd has no directive \(quoted(name)) for a service",
        remedy: near.map { "try --unit \($0)=\(value)" } ?? "see systemd.directives(7)")
    }
    try refuseDeceptive(value, of: "--unit \(name)")
    guard !value.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }), !value.hasSuffix("\\"),
      value.utf8.count <= Self.lengthLimit
    else {
      throw Failure(
        .usage, "the value of --unit \(name) is not one line of at most \(Self.lengthLimit) bytes",
        remedy: "leave out line breaks and a backslash at its end")
    }
    (self.section, self.name, self.value) = (section, name, value)
  }

  private static func section(of name: String) -> Section? {
    rows.first { $0.name == name }.flatMap { Section(rawValue: String($0.section)) }
  }

  private static func nearest(to name: String) -> String? {
    Spelling.nearest(to: name, among: rows.map { String($0.name) }).first
  }

  /// What systemd 252 knows (`systemd --dump-configuration-items`), and what later ones added.
  private static var rows: [(name: Substring, section: Substring)] {
    (embeddedTables["unit-directives"] ?? "").split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "=")
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }
}

/// What of a unit's settings System V can give as well.
package struct ProcessSettings: Sendable, Equatable {
  /// Seconds that the service may take to stop; `nil` for as long as it wants (systemd.service(5), TimeoutStopSec=).
  package var stopSeconds: Int? = 90
  /// How many files it may have open, in the words of prlimit(1).
  package var openFiles = "65536"
  /// The permission bits that its files do not get, in octal digits.
  package var umask = "077"
  /// From -20 to 19 (nice(1)).
  package var niceness: Int?
  /// Assignments of variables.
  package var environment: [(name: String, value: String)] = []
  /// The directives that an init script has nothing for.
  package private(set) var foreign: [String] = []

  package static func == (one: Self, other: Self) -> Bool {
    one.stopSeconds == other.stopSeconds && one.openFiles == other.openFiles && one.umask == other.umask
      && one.niceness == other.niceness && one.foreign == other.foreign
      && one.environment.map { [$0.name, $0.value] } == other.environment.map { [$0.name, $0.value] }
  }

  /// The variables of the init scripts, which a service's may not take the place of.
  private static let ownNames: Set = [
    "NAME", "DESC", "DAEMON", "APPLICATION", "RUNDIR", "PIDFILE", "ERRORS", "STATEDIR", "USER", "GROUP", "PATH", "IFS",
    "SERVICEPATH", "TWISTD_OPTIONS", "PLUGIN_OPTIONS", "PYTHONPATH", "LC_ALL", "pid", "used", "before", "misses",
    "owner", "tries",
  ]

  package static let usual = ProcessSettings()

  private init() {}

  /// - Throws: A usage failure for a value of those directives that systemd would ignore.
  package init(_ directives: [UnitDirective]) throws(Failure) {
    var names = OrderedSet<String>()
    for directive in directives {
      let value = directive.value
      func wrong(_ remedy: String) -> Failure {
        Failure(.usage, "--unit \(directive.line) has no value that systemd takes", remedy: remedy)
      }
      switch directive.name {
      case "TimeoutStopSec", "TimeoutSec":
        guard let span = TimeSpan(value) else { throw wrong("give seconds, 5min or infinity") }
        stopSeconds = span.seconds
      case "LimitNOFILE":
        let soft = value.split(separator: ":").first.map(String.init) ?? ""
        guard soft == "infinity" || Int(soft).map({ $0 > 0 }) == true else { throw wrong("give a number or infinity") }
        openFiles = soft == "infinity" ? "unlimited" : soft
      case "UMask":
        guard (3...4).contains(value.utf8.count), let bits = UInt32(value, radix: 8), bits <= 0o777 else {
          throw wrong("give octal digits such as 0027")
        }
        umask = String(value.suffix(3))
      case "Nice":
        guard let number = Int(value), (-20...19).contains(number) else { throw wrong("give a number from -20 to 19") }
        niceness = number
      case "Environment" where value.replacing("%%", with: "").contains(where: { $0 == "%" || $0 == "\\" }):
        // Specifiers and escapes are systemd's to undo.
        names.append(directive.name)
      case "Environment":
        guard let words = value.wordsOfUnit else { throw wrong("close its quotes") }
        for word in words {
          guard let equals = word.firstIndex(of: "="), String(word[..<equals]).isVariableName else {
            throw wrong("give NAME=VALUE")
          }
          let name = String(word[..<equals])
          // In the script it would be the script's.
          if Self.ownNames.contains(name) {
            names.append(directive.name)
          } else {
            environment.append((name, String(word[word.index(after: equals)...])))
          }
        }
        if value.isEmpty { environment = [] }
      default: names.append(directive.name)
      }
    }
    foreign = names.elements
  }

  /// The mode of the service's folders: its files' own bits, but at least what its group may do today.
  package var folderMode: String {
    guard umask != "077", let bits = UInt32(umask, radix: 8) else { return "0750" }
    return "0" + String(0o777 & ~bits | 0o700, radix: 8)
  }
}

/// A span of time in systemd's words (systemd.time(7)); a number alone counts seconds.
package struct TimeSpan: Sendable, Equatable {
  /// `nil` for `infinity`.
  package let seconds: Int?

  private static let units: [String: Double] = [
    "": 1, "s": 1, "sec": 1, "second": 1, "seconds": 1, "m": 60, "min": 60, "minute": 60, "minutes": 60, "h": 3600,
    "hr": 3600, "hour": 3600, "hours": 3600, "d": 86400, "day": 86400, "days": 86400, "w": 604_800, "week": 604_800,
    "weeks": 604_800, "ms": 0.001, "msec": 0.001, "us": 0.000_001, "usec": 0.000_001,
  ]

  package init?(_ text: String) {
    if text == "infinity" {
      seconds = nil
      return
    }
    var (total, rest, count) = (0.0, text[...].drop { $0 == " " }, 0)
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(number.count).drop { $0 == " " }
      let unit = rest.prefix { $0.isASCII && $0.isLetter }
      rest = rest.dropFirst(unit.count).drop { $0 == " " }
      guard let amount = Double(number), let factor = Self.units[String(unit)], count < 8 else { return nil }
      total += amount * factor
      count += 1
    }
    guard count > 0, total <= 1_000_000_000 else { return nil }
    seconds = Int(total.rounded(.up))
  }
}

extension String {
  var isVariableName: Bool {
    !isEmpty && !(first?.isNumber ?? false)
      && unicodeScalars.allSatisfy {
        $0.isASCII && ($0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0))
      }
  }

  /// The words of a value as systemd takes them apart, with `%%` and plain quotes undone; `nil` for an open quote.
  fileprivate var wordsOfUnit: [String]? {
    var (words, word, quote): ([String], String?, Character?) = ([], nil, nil)
    for character in self.replacing("%%", with: "%") {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        (quote, word) = (character, word ?? "")
      } else if character == " " || character == "\t" {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if quote != nil { return nil }
    if let word { words.append(word) }
    return words
  }
}
