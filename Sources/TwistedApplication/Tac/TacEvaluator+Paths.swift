import PythonSyntax

extension TacEvaluator {
  /// Functions of `os.path` and what makes paths.
  mutating func callPath(_ name: String, _ arguments: TacArguments, at id: UInt32) -> TacValue? {
    guard let first = arguments.positional.first else {
      if ["os.getcwd", "os.getcwdu", "os.path.curdir"].contains(name) { return .unknown("the working directory") }
      if name == "pathlib.Path.home" { return .unknown("the user's home") }
      return nil
    }
    switch name {
    case "os.path.join":
      return .merge(alternatives(arguments.positional).map { joinPath($0) })
    case "os.path.abspath", "os.path.realpath", "os.path.normpath", "os.path.normcase", "os.fspath", "os.fsencode":
      return map(first) { _, value in
        guard case .text(let text) = value else { return nil }
        return .text(Self.normalised(text))
      }
    case "os.path.dirname":
      return map(first) { _, value in if case .text(let text) = value { .text(Self.parent(of: text)) } else { nil } }
    case "os.path.split":
      return .tuple(["os.path.dirname", "os.path.basename"].map { callPath($0, arguments, at: id) ?? .none })
    case "os.path.basename":
      return map(first) { _, value in
        if case .text(let text) = value {
          .text(String(text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""))
        } else {
          nil
        }
      }
    case "os.path.expanduser", "os.path.expandvars":
      return map(first) { _, value in
        guard case .text(let text) = value else { return .unknown("the user's home") }
        if text.contains("$") { return .unknown("a path with variables of the environment") }
        guard text.hasPrefix("~") else { return value }
        let isShort = text.utf8.count <= 200 && !TacText.hasHole(text)
        return .unknown(isShort ? "\(text) in the user's home" : "the user's home")
      }
    case "twisted.python.filepath.FilePath", "pathlib.Path", "pathlib.PurePath", "pathlib.PosixPath":
      let value = makeInstance("twisted.python.filepath.FilePath", arguments, at: id)
      if case .object(let number) = value {
        let path = name.hasPrefix("pathlib") ? joinPath(arguments.positional) : first
        let symbol = symbol("path")
        objects[number].attributes[symbol] = path
      }
      return value
    default: return nil
    }
  }

  /// The argument lists that result from taking each alternative of the first choice among them.
  private func alternatives(_ values: [TacValue]) -> [[TacValue]] {
    guard let place = values.firstIndex(where: { if case .choice = $0 { true } else { false } }),
      case .choice(let options) = values[place]
    else { return [values] }
    return options.prefix(8).map { option in
      var copy = values
      copy[place] = option
      return copy
    }
  }

  mutating func joinPath(_ parts: [TacValue]) -> TacValue {
    var path = ""
    for part in parts {
      let text = plainText(of: pathValue(part))
      if text.hasPrefix("/") || TacText.module(besideMark: text.first) != nil {
        path = text
      } else if path.isEmpty || path.hasSuffix("/") {
        path += text
      } else {
        path += "/" + text
      }
      if path.utf8.count > TacText.lengthLimit { return .unknown("a long path") }
    }
    return .text(path)
  }

  /// The text of a path, also of a path object.
  func pathValue(_ value: TacValue) -> TacValue {
    guard let object = object(value), case .instance(.name("twisted.python.filepath.FilePath")) = object.kind,
      let symbol = names.find("path")
    else { return value }
    return object.attributes[symbol] ?? .unknown("a path")
  }

  static func normalised(_ path: String) -> String {
    guard path.contains("/") else { return path }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != "..", TacText.module(besideMark: last.first) == nil,
        !TacText.hasHole(String(last))
      {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  static func parent(of path: String) -> String {
    // The folder above one that is above the file's: its name is not known, so it cannot be taken off.
    let isBeside = TacText.module(besideMark: path.first) != nil
    if isBeside, path.hasSuffix("/..") { return path + "/.." }
    guard let slash = path.lastIndex(of: "/") else { return isBeside && path.count == 1 ? path + "/.." : "" }
    let folder = path[..<slash]
    return folder.isEmpty ? "/" : String(folder)
  }

  // MARK: Path objects

  mutating func filePath(_ symbol: UInt32, of number: Int) -> TacValue {
    switch names.text(symbol) {
    case "parent", "resolve", "absolute", "parents", "child":
      if names.text(symbol) == "parent" {
        let path = pathValue(.object(number))
        return self.path(from: Self.parentValue(path))
      }
      return make(.method(receiver: .object(number), function: nil, name: symbol), at: 0)
    default: return .unknown("an attribute of a path")
    }
  }

  private static func parentValue(_ value: TacValue) -> TacValue {
    if case .text(let text) = value { .text(parent(of: text)) } else { .unknown("a path") }
  }

  private mutating func path(from value: TacValue) -> TacValue {
    let made = make(.instance(of: .name("twisted.python.filepath.FilePath")), at: 0)
    if case .object(let number) = made {
      let symbol = symbol("path")
      objects[number].attributes[symbol] = value
    }
    return made
  }

  mutating func filePathMethod(_ name: String, _ number: Int, _ arguments: TacArguments, at id: UInt32) -> TacValue? {
    let current = pathValue(.object(number))
    switch name {
    case "child", "joinpath", "descendant", "preauthChild":
      let parts =
        name == "descendant"
        ? arguments.positional.first.flatMap { elements(of: $0)?.values } ?? [] : arguments.positional
      return path(from: joinPath([current] + parts))
    case "parent", "dirname":
      let parent = Self.parentValue(current)
      return name == "parent" ? path(from: parent) : parent
    case "sibling", "with_name": return path(from: joinPath([Self.parentValue(current)] + arguments.positional))
    case "resolve", "absolute", "expanduser", "realpath", "asTextMode", "asBytesMode": return .object(number)
    default:
      // What they do to the file is told by the stubs of both kinds of path objects.
      var whole = arguments
      whole.positional.insert(.object(number), at: 0)
      return callStub("twisted.python.filepath.FilePath.\(name)", whole, at: id)
        ?? callStub("pathlib.Path.\(name)", whole, at: id) ?? .unknown("a call of \(name)()")
    }
  }

  /// `Path(...) / "name"`.
  mutating func joinedPath(_ left: TacValue, _ right: TacValue) -> TacValue? {
    guard let object = object(left), case .instance(.name("twisted.python.filepath.FilePath")) = object.kind else {
      return nil
    }
    return path(from: joinPath([left, right]))
  }
}
