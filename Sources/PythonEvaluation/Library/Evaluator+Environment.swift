import Diagnostics
import PythonSyntax

package extension Evaluator {
  /// A value of the environment, which only the running process has.
  func environment(_ key: PythonValue, fallback: PythonValue?) -> PythonValue {
    guard let name = literal(key) else { return .unknown("the environment", fallback: fallback) }
    let plain: PythonValue? = if case .none? = fallback { nil } else { fallback }
    return .unknown("env:\(name)", fallback: plain)
  }

  /// Methods of `os`, `os.environ` and `sys.path`.
  mutating func callEnvironment(
    _ owner: String, _ name: String, with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue? {
    switch (owner, name) {
    case ("os.environ", "get"), ("os.environ", "setdefault"), ("os", "getenv"), ("os.environ", "pop"),
      ("os.environ", "has_key"):
      return readVariable(name, arguments, at: id)
    case ("os.environ", "copy"): return .name(Self.environmentName)
    case ("os.environ", "update"):
      noteAssignment(ofVariable: nil)
      return PythonValue.none
    case ("sys.path", "append"), ("sys.path", "insert"):
      if let folder = arguments.positional.last { addSearchPath(folder, at: id) }
      return PythonValue.none
    case ("sys.path", "extend"):
      if let folders = arguments.positional.last, let (values, _) = elements(of: folders) {
        for folder in values.prefix(16) { addSearchPath(folder, at: id) }
      }
      return PythonValue.none
    case ("sys.platform", "startswith"):
      guard case .text(let prefix)? = arguments.positional.first else { return nil }
      return .bool("linux".hasPrefix(prefix))
    case ("platform", "system"): return .text("Linux")
    case ("site", "addsitedir"):
      if let folder = arguments.positional.first { addSearchPath(folder, at: id) }
      return PythonValue.none
    default: return nil
    }
  }

  /// `os.getenv(...)` and the methods of `os.environ` that read an entry.
  mutating func readVariable(_ method: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    let key = arguments.value(0, "key") ?? .unknown("a name")
    let fallback = arguments.value(1, "default")
    noteVariable(key, fallback: fallback, isNeeded: method == "pop" && fallback == nil, at: location(id))
    if method == "setdefault" { noteAssignment(ofVariable: key) }
    return method == "has_key" ? .unknown("a call of has_key()") : environment(key, fallback: fallback)
  }

  private mutating func addSearchPath(_ folder: PythonValue, at id: UInt32) {
    guard isAlive else { return }
    guard case .text(var text) = folder, !MarkedText.hasHole(text) else {
      note(.modulePath, "the search path for modules gains a folder that is not known (\(origin(of: folder)))", at: id)
      return
    }
    let isBeside = MarkedText.module(besideMark: text.first) != nil
    if isBeside { text = String(text.dropFirst().drop { $0 == "/" }) }
    let shown = text.isEmpty ? "the application file's own folder" : "\"\(text.prefix(200))\""
    note(
      .modulePath, "the search path for modules gains \(shown)\(isBeside && !text.isEmpty ? " beside the file" : "")",
      at: id)
    let parts = text.split(separator: "/").filter { $0 != "." }
    if !text.hasPrefix("/") || isBeside, !parts.isEmpty, !parts.contains(".."), searchPath.count < 8 {
      searchPath.append(parts.joined(separator: "."))
      missingModules = []
    }
  }

  // MARK: Configuration files

  /// A value read from a configuration file: `parser.getint("server", "port")`, `config.get("port", 8080)`.
  mutating func readConfiguration(
    _ origin: String, _ name: String, with arguments: PythonArguments, isParser: Bool = false
  ) -> PythonValue? {
    guard ["get", "getint", "getboolean", "getfloat", "setdefault", "as_int", "as_bool", "pop"].contains(name) else {
      return nil
    }
    var path = origin
    for key in arguments.positional.prefix(isParser ? 2 : 1) { path = extended(path, literal(key) ?? "?") }
    let fallback = arguments["fallback"] ?? (isParser ? nil : arguments.value(1, "default"))
    let plain: PythonValue? = if case .none? = fallback { nil } else { fallback }
    return .unknown(path, fallback: plain)
  }

  /// A method of a parser of configuration files; what the program sets in it is the default of what the file says.
  mutating func configurationMethod(_ name: String, of number: Int, with arguments: PythonArguments) -> PythonValue? {
    if name == "set", arguments.positional.count == 3 {
      let path = arguments.positional.prefix(2).map { literal($0) ?? "?" }.joined(separator: ".")
      let symbol = symbol("[\(path)]")
      setAttribute(symbol, of: number, to: arguments.positional[2])
      return PythonValue.none
    }
    guard let found = readConfiguration("config:", name, with: arguments, isParser: true) else { return nil }
    guard case .unknown(let unknown) = found, unknown.fallback == nil else { return found }
    let path = String(unknown.origin.dropFirst("config:".count))
    var preset = names.find("[\(path)]").flatMap { objects[number].attributes[$0] }
    if preset == nil, let defaults = objects[number].arguments.value(0, "defaults"), let inner = mapping(defaults),
      let key = arguments.value(1, "option")
    {
      preset = entry(of: .object(inner), key)
    }
    guard var preset, preset.isScalar else { return found }
    if case .text(let text) = preset, name == "getint" { preset = self.number(text, radix: 10) }
    return .unknown(unknown.origin, fallback: preset)
  }

  /// `config.get("server", "port")`, `settings.getint("port", 8080)` on something that lives elsewhere and is named as
  /// configuration is.
  func readSettings(_ name: String, _ arguments: PythonArguments) -> PythonValue? {
    let parts = name.lowercased().replacing("()", with: "").split(separator: ".")
    guard parts.count > 1, let method = parts.last, ["get", "getint", "getboolean", "getfloat"].contains(method),
      ["conf", "cfg", "settings", "config", "parser", "options", "opts"].contains(
        where: parts[parts.count - 2].hasSuffix),
      let first = arguments.positional.first.flatMap({ literal($0) })
    else { return nil }
    // The second of two texts may be the key in a section or a default, so it stands for neither.
    if case .text(let second)? = arguments.value(1, "default"), !MarkedText.hasHole(second) {
      return .unknown("config:\(first).\(second)")
    }
    return .unknown("config:\(first)", fallback: arguments.value(1, "default").flatMap { $0.isScalar ? $0 : nil })
  }

  /// An entry of an instance that works as a dictionary: a parser of configuration files, or options of the framework's.
  mutating func configured(_ number: Int, _ key: PythonValue) -> PythonValue? {
    let types = classNames(of: .object(number))
    guard let name = literal(key) else { return .unknown("an entry under a computed key") }
    if let symbol = names.find("[\(name)]"), let value = objects[number].attributes[symbol] { return value }
    if types.contains(Self.namespaceName) { return parsed(name, number) }
    if types.contains(where: Self.isConfigParser) { return .unknown("config:\(name)") }
    return framework.option(&self, number, name) ?? .unknown("an entry \(name) of an object")
  }
}
