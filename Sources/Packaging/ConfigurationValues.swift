import Diagnostics
import Text
import Toolbox
import ApplicationFacts

/// The values in the configuration that an application reads and that goes into the package with it, by the names under
/// which the reader tells of them: `section.key`.
///
/// They are what the application finds until the administrator changes them, so they count as its defaults. Of each
/// format plain scalars are read (configparser's INI, YAML 1.2.2, TOML 1.0, JSON); what is more than that is passed over.
struct ConfigurationValues {
  private static let sizeLimit = 1 << 20
  private static let fileLimit = 20

  /// A value, and the path of the file that has it.
  struct Value { let text: String; let file: String }

  private var values: [String: Value] = [:]
  /// Names that two files give different values.
  private var ambiguous: Set<String> = []

  /// - Parameter folder: Where the application is run from.
  init(of application: Application, in folder: Folder) {
    let paths = application.files.filter { $0.use == .reads }.compactMap { reference in
      reference.path.likely.map { path in
        // A module's own folder is where it says; the application file lies in `folder`.
        let base = reference.isBesideTheFile ? reference.path.base ?? reference.path.location.file : ""
        return base.hasSuffix(".py") ? "\(Path(base).prefix)\(path)" : path
      }
    }
    for path in OrderedSet(paths).elements.prefix(Self.fileLimit) where !path.hasPrefix("/") {
      guard let file = try? SourceFile(path, in: folder), file.size <= Self.sizeLimit,
        let text = (try? file.bytes()).flatMap({ String(validating: $0, as: UTF8.self) })
      else { continue }
      if text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) == "{" {
        add(Self.members(text), of: path)
        continue
      }
      switch Path(path).name.split(separator: ".").last {
      case "ini", "cfg", "conf", "toml", "properties": add(Self.settings(text), of: path)
      case "yaml", "yml": add(Self.mappings(text), of: path)
      default: break
      }
    }
  }

  /// - Parameter origin: Of a fact: `config:section.key`.
  subscript(origin: String?) -> Value? {
    guard let origin, origin.hasPrefix("config:") else { return nil }
    let name = String(origin.dropFirst("config:".count))
    let key = values[name] != nil ? name : name.lowercased()
    return ambiguous.contains(key) ? nil : values[key]
  }

  private mutating func add(_ found: [(name: String, value: String)], of file: String) {
    for (name, value) in found {
      if let there = values[name], there.text != value { ambiguous.insert(name) }
      values[name] = Value(text: value, file: file)
    }
  }

  /// Sections of `key = value` or `key: value`; configparser's keys are in small letters.
  private static func settings(_ text: String) -> [(name: String, value: String)] {
    var (section, found): (Substring, [(name: String, value: String)]) = ("", [])
    for line in text.split(whereSeparator: \.isNewline) {
      // What is indented goes on with the value before.
      guard let first = line.first, !first.isWhitespace, first != "#", first != ";" else { continue }
      if first == "[" {
        section = line.dropFirst().prefix { $0 != "]" }
        continue
      }
      guard let sign = line.firstIndex(where: { $0 == "=" || $0 == ":" }) else { continue }
      let key = line[..<sign].trimmed.lowercased()
      guard let value = scalar(line[line.index(after: sign)...].trimmed), !value.contains("%("), !value.contains("${")
      else { continue }
      found.append((section.isEmpty ? key : "\(section).\(key)", value))
    }
    return found
  }

  /// Mappings within mappings, by their indentation.
  private static func mappings(_ text: String) -> [(name: String, value: String)] {
    var (parents, found): ([(indent: Int, key: String)], [(name: String, value: String)]) = ([], [])
    for line in text.split(whereSeparator: \.isNewline) {
      let indent = line.prefix { $0 == " " }.count
      let rest = line.dropFirst(indent)
      guard let first = rest.first, first != "#", first != "-", first != "\t", parents.count < 32 else { continue }
      while let last = parents.last, last.indent >= indent { parents.removeLast() }
      guard let colon = rest.firstIndex(of: ":") else { continue }
      let (key, value) = (rest[..<colon].trimmed.unquoted, rest[rest.index(after: colon)...])
      guard value.isEmpty || value.first == " " else { continue }
      let plain = value.trimmed
      let name = (parents.map(\.key) + [String(key)]).joined(separator: ".")
      if plain.isEmpty || plain.hasPrefix("#") {
        parents.append((indent, String(key)))
      } else if let value = scalar(plain.beforeComment) {
        found.append((name, value))
      }
    }
    return found
  }

  /// Objects within objects.
  private static func members(_ text: String) -> [(name: String, value: String)] {
    guard let top = try? JSONReader.value(of: Array(text.utf8)) else { return [] }
    var (pending, found): ([(name: String, value: JSONValue)], [(name: String, value: String)]) = ([("", top)], [])
    while let (name, value) = pending.popLast() {
      switch value {
      case .object(let members):
        pending += members.map { key, value in (name.isEmpty ? key : "\(name).\(key)", value) }
      // The reader does not tell one member of a list from another.
      case .array(let members): pending += members.map { (name, $0) }
      case .string(let text): found.append((name, text))
      case .integer(let number): found.append((name, String(number)))
      default: break
      }
    }
    return found
  }

  /// A value on one line; `nil` for what is a structure, a reference or empty.
  private static func scalar(_ text: Substring) -> String? {
    let plain = text.unquoted
    guard let first = text.first, !"[{&*!|>%@`".contains(first), !plain.isEmpty, plain.utf8.count <= 500 else {
      return nil
    }
    return String(plain)
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = drop { $0 == " " || $0 == "\t" }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return rest
  }

  fileprivate var unquoted: Substring {
    guard count > 1, let first, first == last, first == "\"" || first == "'" else { return self }
    return dropFirst().dropLast()
  }

  /// What is before a YAML comment, which begins after a blank.
  fileprivate var beforeComment: Substring {
    guard first != "\"", first != "'", let hash = firstRange(of: " #") else { return self }
    return self[..<hash.lowerBound].trimmed
  }
}
