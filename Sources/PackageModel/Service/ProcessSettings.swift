import Diagnostics
import Text

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
  package var environment: [Variable] = []
  /// Folders in /run that are the service's while it runs.
  package var runFolders: [String] = []
  /// The directives that an init script has nothing for.
  package private(set) var foreign: [String] = []

  /// An assignment.
  package struct Variable: Sendable, Equatable {
    package let name: String
    package let value: String
  }

  /// The variables that the start of every service sets, which its own may not take the place of.
  static let ownNames: Set = [
    "USER", "PATH", "PYTHONPATH", "TWISTD_LOG", "TWISTD_OPTIONS", "PLUGIN_OPTIONS", "PROGRAM_OPTIONS",
  ]

  /// Variables by which the loader, the C library, shells and pagers take code or files.
  private static let loadingNames: Set = [
    "ENV", "SHELLOPTS", "PS4", "CDPATH", "PAGER", "LOCPATH", "NLSPATH", "TERMCAP", "GETCONF_DIR", "HOSTALIASES",
  ]
  private static let loadingPrefixes = [
    "LD_", "GLIBC_", "GCONV_", "BASH", "PERL", "LESS", "SYSTEMD_", "SYSTEMCTL_", "DPKG_", "RPM", "TERMINFO", "DBUS_",
  ]

  /// Whether programs take code or files from elsewhere where a variable says so.
  package static func loadsCode(_ name: some StringProtocol) -> Bool {
    loadingNames.contains(String(name)) || loadingPrefixes.contains { name.hasPrefix($0) }
  }

  package static let usual = ProcessSettings()

  private init() {}

  /// - Throws: A usage failure for a value of those directives that systemd would ignore.
  package init(_ directives: [UnitDirective]) throws(Failure) {
    var names = OrderedSet<String>()
    for directive in directives {
      let value = directive.value
      func wrong(_ remedy: String) -> Failure {
        Failure.usage(.unitDirective, "systemd does not take --unit \(directive.line)", remedy: remedy)
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
      case "RuntimeDirectory" where value.split(separator: " ").allSatisfy { String($0).isPlainFileName }:
        runFolders = value.isEmpty ? [] : runFolders + value.split(separator: " ").map(String.init)
      case "Environment" where value.replacing("%%", with: "").contains(where: { $0 == "%" || $0 == "\\" }):
        // Specifiers and escapes are systemd's to undo.
        names.append(directive.name)
      case "Environment":
        guard let words = value.wordsOfUnit else { throw wrong("close its quotes") }
        for word in words {
          guard let equals = word.firstIndex(of: "="), word[..<equals].isVariableName else {
            throw wrong("give NAME=VALUE")
          }
          let name = String(word[..<equals])
          if Self.ownNames.contains(name) {
            names.append(directive.name)
          } else {
            environment.append(Variable(name: name, value: String(word[word.index(after: equals)...])))
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

extension String {
  /// The words of a value as systemd takes them apart, with `%%` and plain quotes undone; `nil` for an open quote.
  fileprivate var wordsOfUnit: [String]? { self.replacing("%%", with: "%").quotedWords }

  /// The words between blanks, with plain quotes undone; `nil` for an open quote.
  package var quotedWords: [String]? {
    var (words, word, quote): ([String], String?, Character?) = ([], nil, nil)
    for character in self {
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
