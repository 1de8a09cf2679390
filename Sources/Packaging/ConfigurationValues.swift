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

  private var values: [String: SettingValue] = [:]
  /// Names that have several values: in two files, or among the items of a list.
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
      case "ini", "cfg", "conf", "properties": add(Self.settings(text), of: path)
      case "toml": add(Self.settings(text, isTOML: true), of: path)
      case "yaml", "yml": add(YAMLScalars.read(text), of: path)
      default: break
      }
    }
  }

  /// - Parameter origin: Of a fact: `config:section.key`.
  subscript(origin: String) -> SettingValue? {
    guard origin.hasPrefix("config:") else { return nil }
    let name = String(origin.dropFirst("config:".count))
    let key = values[name] != nil ? name : name.lowercased()
    return ambiguous.contains(key) ? nil : values[key]
  }

  private mutating func add(_ found: [(name: String, value: String)], of file: String) {
    for (name, value) in found {
      // Code that goes through a list has no place in it.
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      let unnumbered = parts.filter { Int($0) == nil }.joined(separator: ".")
      for name in unnumbered == name ? [name] : [name, unnumbered] {
        if let there = values[name], there.text != value { ambiguous.insert(name) }
        values[name] = SettingValue(text: value, file: file)
      }
    }
  }

  /// Sections of `key = value` or `key: value`; configparser's keys are in small letters.
  private static func settings(_ text: String, isTOML: Bool = false) -> [(name: String, value: String)] {
    var (section, items, found): (String, [String: Int], [(name: String, value: String)]) = ("", [:], [])
    for line in text.split(whereSeparator: \.isNewline) {
      // What is indented goes on with the value before.
      guard let first = line.first, !first.isWhitespace, first != "#", first != ";" else { continue }
      if first == "[" {
        section = String(line.drop { $0 == "[" }.prefix { $0 != "]" })
        // TOML's arrays of tables, whose items have numbers.
        if line.hasPrefix("[[") {
          items[section, default: -1] += 1
          section += ".\(items[section, default: 0])"
        }
        continue
      }
      guard let sign = line.firstIndex(where: { $0 == "=" || $0 == ":" }) else { continue }
      let key = line[..<sign].trimmed.lowercased()
      let name = section.isEmpty ? key : "\(section).\(key)"
      let value = line[line.index(after: sign)...].trimmed
      found += YAMLScalars.flow(isTOML ? value.beforeComment : value, name).filter {
        !$0.value.contains("%(") && !$0.value.contains("${")
      }
    }
    return found
  }

  /// Objects and arrays within one another, the items of an array by their numbers.
  private static func members(_ text: String) -> [(name: String, value: String)] {
    guard let top = try? JSONReader.value(of: Array(text.utf8)) else { return [] }
    var (pending, found): ([(name: String, value: JSONValue)], [(name: String, value: String)]) = ([("", top)], [])
    while let (name, value) = pending.popLast() {
      switch value {
      case .object(let members):
        pending += members.map { key, value in (name.isEmpty ? key : "\(name).\(key)", value) }
      case .array(let items):
        pending += items.enumerated().map { number, value in ("\(name).\(number)", value) }
      case .string(let text): found.append((name, text))
      case .integer(let number): found.append((name, String(number)))
      default: break
      }
    }
    return found
  }
}
