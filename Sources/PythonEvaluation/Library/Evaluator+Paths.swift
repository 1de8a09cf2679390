import PythonSyntax

package extension Evaluator {
  /// Functions of `os.path` and what makes paths.
  mutating func callPath(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue? {
    guard let first = arguments.positional.first else {
      let working = PythonValue.unknown("the working directory", fallback: .text("."))
      if ["os.getcwd", "os.getcwdu", "os.path.curdir"].contains(name) { return working }
      if name == "pathlib.Path.cwd" { return path(from: working, .pathlib, at: id) }
      if name == "pathlib.Path.home" { return path(from: .text(String(MarkedText.home)), .pathlib, at: id) }
      return nil
    }
    switch name {
    case "os.path.join":
      return .merge(alternatives(arguments.positional).map { joinPath($0) })
    case "os.path.abspath", "os.path.realpath", "os.path.normpath", "os.path.normcase", "os.fspath", "os.fsencode",
      "os.fsdecode":
      return map(pathValue(first)) { _, value in
        guard case .text(let text) = value else { return nil }
        return .text(Self.normalised(text))
      }
    case "os.path.dirname":
      return map(pathValue(first)) { _, value in
        if case .text(let text) = value { .text(Self.parent(of: text)) } else { nil }
      }
    case "os.path.split":
      return .tuple(["os.path.dirname", "os.path.basename"].map { callPath($0, arguments, at: id) ?? .none })
    case "os.path.splitext":
      return .tuple(
        [0, 1].map { place in
          map(pathValue(first)) { _, value in
            guard case .text(let text) = value, let part = Self.last(of: text) else { return nil }
            let (stem, suffix) = Self.split(part)
            if place == 1 { return .text(suffix) }
            return .text(text.hasSuffix(part) ? text.dropLast(part.count) + stem : text)
          }
        })
    case "inspect.getfile", "inspect.getsourcefile", "inspect.getabsfile":
      // The frame under way, or a function of the program's: the usual ways round a missing `__file__`.
      if case .function(let function)? = object(first)?.kind { return .text(path(ofModule: function.module)) }
      guard case .unknown(let unknown) = first, unknown.origin.contains("currentframe") else { return nil }
      return .text(path(ofModule: module))
    case "os.path.basename":
      return map(pathValue(first)) { _, value in
        if case .text(let text) = value {
          .text(String(text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""))
        } else {
          nil
        }
      }
    case "os.path.expandvars":
      guard case .text(let text) = first, text.contains("$") else { return first }
      return expanded(text, at: id)
    case "os.path.expanduser":
      return map(pathValue(first)) { _, value in
        guard case .text(let text) = value else { return .unknown("the user's home") }
        guard text.hasPrefix("~") else { return value }
        // `~name` is somebody else's.
        guard text == "~" || text.hasPrefix("~/") else { return .unknown("the home of another user") }
        return .text(String(MarkedText.home) + text.dropFirst())
      }
    case framework.pathClass, "pathlib.Path", "pathlib.PurePath", "pathlib.PosixPath", "pathlib.PurePosixPath":
      let kind: PathKind = name.hasPrefix("pathlib") ? .pathlib : .framework
      return path(from: kind == .pathlib ? joinPath(arguments.positional) : pathValue(first), kind, at: id)
    default: return nil
    }
  }

  /// A text with `$NAME` and `${NAME}` replaced by variables of the environment; those that are not set stay.
  private mutating func expanded(_ text: String, at id: UInt32) -> PythonValue {
    var output = ""
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      output += rest[..<dollar]
      rest = rest[dollar...].dropFirst()
      let isBraced = rest.first == "{"
      let body = isBraced ? rest.dropFirst() : rest
      let name = body.prefix { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
      let end = body[name.endIndex...]
      guard !name.isEmpty, !isBraced || end.first == "}" else {
        output += "$"
        continue
      }
      rest = isBraced ? end.dropFirst() : end
      if name == "HOME", output.isEmpty {
        output = String(MarkedText.home)
        continue
      }
      noteVariable(.text(String(name)), fallback: nil, at: location(id))
      output += holed(UnknownValue(origin: "env:\(name)"))
    }
    return Self.bounded(output + rest)
  }

  /// The argument lists that result from taking each alternative of the first choice among them.
  private func alternatives(_ values: [PythonValue]) -> [[PythonValue]] {
    guard let place = values.firstIndex(where: { if case .choice = $0 { true } else { false } }),
      case .choice(let options) = values[place]
    else { return [values] }
    return options.prefix(8).map { option in
      var copy = values
      copy[place] = option
      return copy
    }
  }

  mutating func joinPath(_ parts: [PythonValue]) -> PythonValue {
    var path = ""
    for part in parts {
      let text = plainText(of: pathValue(part))
      if text.hasPrefix("/") || MarkedText.module(besideMark: text.first) != nil {
        path = text
      } else if path.isEmpty || path.hasSuffix("/") {
        path += text
      } else {
        path += "/" + text
      }
      if path.utf8.count > MarkedText.lengthLimit { return .unknown("a long path") }
    }
    return .text(path)
  }

  /// The libraries whose objects are paths.
  enum PathKind { case pathlib, framework }

  /// The class of a path.
  private func className(_ kind: PathKind) -> String { kind == .pathlib ? "pathlib.Path" : framework.pathClass }

  /// Of which library a value is a path object; nil for other values.
  func pathKind(of value: PythonValue) -> PathKind? {
    guard let object = object(value), case .instance(.name(let name)) = object.kind else { return nil }
    return name == "pathlib.Path" ? .pathlib : name == framework.pathClass ? .framework : nil
  }

  /// The text of a path, also of a path object.
  func pathValue(_ value: PythonValue) -> PythonValue {
    guard pathKind(of: value) != nil, let symbol = names.find("path") else { return value }
    return object(value)?.attributes[symbol] ?? .unknown("a path")
  }

  static func normalised(_ path: String) -> String {
    guard path.contains("/") else { return path }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != "..", MarkedText.module(besideMark: last.first) == nil,
        !MarkedText.hasHole(String(last))
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
    let isBeside = MarkedText.module(besideMark: path.first) != nil
    if isBeside, path.hasSuffix("/..") { return path + "/.." }
    guard let slash = path.lastIndex(of: "/") else { return isBeside && path.count == 1 ? path + "/.." : "" }
    let folder = path[..<slash]
    return folder.isEmpty ? "/" : String(folder)
  }

  // MARK: Path objects

  mutating func filePath(_ symbol: UInt32, _ kind: PathKind, of number: Int, at id: UInt32) -> PythonValue {
    let current = pathValue(.object(number))
    func method() -> PythonValue { make(.method(receiver: .object(number), function: nil, name: symbol), at: id) }
    let name = names.text(symbol)
    // What `pathlib` has as an attribute, `FilePath` has as a method.
    guard kind == .pathlib else { return method() }
    switch name {
    case "parent": return path(from: Self.parentValue(current), kind, at: id)
    case "parents":
      // As many as a program may ask for by number.
      var folders: [PythonValue] = []
      var next = current
      while folders.count < 12 {
        next = Self.parentValue(next)
        folders.append(path(from: next, kind, at: id))
      }
      return makeTuple(folders)
    case "name", "stem", "suffix":
      return map(current) { _, value in
        guard case .text(let text) = value, let part = Self.last(of: text) else { return nil }
        let (stem, suffix) = Self.split(part)
        return .text(name == "name" ? part : name == "stem" ? stem : suffix)
      }
    default: return method()
    }
  }

  private static func parentValue(_ value: PythonValue) -> PythonValue {
    if case .text(let text) = value { .text(parent(of: text)) } else { .unknown("a path") }
  }

  /// The last part of a path; nil where that is not known.
  private static func last(of path: String) -> String? {
    guard let part = path.split(separator: "/").last, part != "..", MarkedText.module(besideMark: part.first) == nil
    else {
      return nil
    }
    return String(part)
  }

  /// The name of a file without its suffix, and that with its dot.
  private static func split(_ name: String) -> (stem: String, suffix: String) {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex, name.index(after: dot) != name.endIndex else {
      return (name, "")
    }
    return (String(name[..<dot]), String(name[dot...]))
  }

  mutating func path(from value: PythonValue, _ kind: PathKind, at id: UInt32) -> PythonValue {
    let made = make(.instance(of: .name(className(kind))), at: id)
    if case .object(let number) = made {
      let symbol = symbol("path")
      objects[number].attributes[symbol] = value
    }
    return made
  }

  mutating func filePathMethod(
    _ name: String, kind: PathKind, of number: Int, with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue? {
    let current = pathValue(.object(number))
    func renamed(_ body: (_ stem: String, _ suffix: String) -> String) -> PythonValue {
      guard case .text(let text) = current, let part = Self.last(of: text) else {
        return path(from: .unknown("a path"), kind, at: id)
      }
      let (stem, suffix) = Self.split(part)
      return path(from: joinPath([Self.parentValue(current), .text(body(stem, suffix))]), kind, at: id)
    }
    switch name {
    case "child", "joinpath", "descendant", "preauthChild":
      let parts =
        name == "descendant"
        ? arguments.positional.first.flatMap { elements(of: $0)?.values } ?? [] : arguments.positional
      return path(from: joinPath([current] + parts), kind, at: id)
    case "parent", "dirname":
      let parent = Self.parentValue(current)
      return name == "parent" ? path(from: parent, kind, at: id) : parent
    case "clonePath": return path(from: pathValue(arguments.positional.first ?? .none), kind, at: id)
    case "sibling", "with_name":
      return path(from: joinPath([Self.parentValue(current)] + arguments.positional), kind, at: id)
    case "with_suffix", "with_stem", "siblingExtension":
      guard case .text(let new)? = arguments.positional.first, !MarkedText.hasHole(new) else {
        return path(from: .unknown("a path"), kind, at: id)
      }
      return renamed { stem, suffix in
        name == "with_stem" ? new + suffix : name == "with_suffix" ? stem + new : stem + suffix + new
      }
    case "basename":
      return map(current) { _, value in
        if case .text(let text) = value { Self.last(of: text).map { .text($0) } } else { nil }
      }
    case "expanduser":
      let arguments = PythonArguments(positional: [current])
      return path(from: callPath("os.path.expanduser", arguments, at: id) ?? .unknown("a path"), kind, at: id)
    case "resolve", "absolute", "realpath", "asTextMode", "asBytesMode": return .object(number)
    case "as_posix", "__str__", "__fspath__": return kind == .pathlib || name == "__fspath__" ? current : nil
    default:
      // What they do to the file is told by the stubs of both kinds of path objects.
      var whole = arguments
      whole.positional.insert(.object(number), at: 0)
      return callStub("\(className(kind)).\(name)", whole, at: id) ?? .unknown("a call of \(name)()")
    }
  }

  /// `Path(...) / "name"`.
  mutating func joinedPath(_ left: PythonValue, _ right: PythonValue, at id: UInt32) -> PythonValue? {
    if let kind = pathKind(of: left) { return path(from: joinPath([left, right]), kind, at: id) }
    guard case .text = left, pathKind(of: right) == .pathlib else { return nil }
    return path(from: joinPath([left, right]), .pathlib, at: id)
  }
}
