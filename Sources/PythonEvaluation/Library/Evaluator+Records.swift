import Diagnostics
import PythonSyntax

/// Classes whose constructor only stores what it is given: named tuples, data classes and their like.
package extension Evaluator {
  /// The attribute that holds the names of a class's fields in order.
  static let fieldsMark = "(fields)"

  /// `namedtuple("Point", "x y")`, `NamedTuple("Point", [("x", int)])`.
  mutating func makeNamedTuple(_ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    var fields: [PythonValue] = []
    switch arguments.value(1, "field_names") {
    case .text(let text)? where !MarkedText.hasHole(text):
      fields = text.split { $0 == " " || $0 == "," || $0 == "\n" }.prefix(256).map { .text(String($0)) }
    case let value?:
      for member in elements(of: value)?.values.prefix(256) ?? [] {
        if case .tuple(let pair) = member, let name = pair.first { fields.append(name) } else { fields.append(member) }
      }
    case nil: break
    }
    let type = make(.classObject(PythonClass(name: "namedtuple", module: module, bases: [])), at: id)
    guard case .object(let number) = type, !fields.isEmpty else { return .unknown("a call of \(callName(id))") }
    let mark = symbol(Self.fieldsMark)
    objects[number].attributes[mark] = .tuple(fields)
    if let defaults = arguments["defaults"].flatMap({ elements(of: $0)?.values }), defaults.count <= fields.count {
      for (field, value) in zip(fields.suffix(defaults.count), defaults) {
        guard let name = literal(field) else { continue }
        let symbol = symbol(name)
        objects[number].attributes[symbol] = value
      }
    }
    return type
  }

  /// The attribute of a class whose instances refuse new values.
  static let frozenMark = "(frozen)"
  static let recordDecorators: Set = [
    "dataclasses.dataclass", "attr.s", "attr.attrs", "attr.define", "attrs.define", "attrs.mutable", "attrs.frozen",
    "attr.frozen",
  ]

  /// Whether a decorator makes instances refuse new values: `@dataclass(frozen=True)`, `@attrs.frozen`.
  mutating func isFrozen(byDecorator value: PythonValue) -> Bool {
    if case .name(let name) = value { return name.hasSuffix(".frozen") && Self.recordDecorators.contains(name) }
    guard case .object(let number) = value, case .instance(.name(let name)) = objects[number].kind,
      Self.recordDecorators.contains(name)
    else { return false }
    return name.hasSuffix(".frozen") || objects[number].arguments["frozen"].flatMap { truth(of: $0) } == true
  }

  /// The fields that a class's body declares: `port: int = 8080`, `port = attr.ib(default=8080)`.
  func declaredFields(_ block: UInt32) -> [PythonValue] {
    var fields: [PythonValue] = []
    for statement in tree.list(block) {
      guard let node = tree.node(statement), fields.count < 256 else { break }
      var target: UInt32?
      if node.kind == .annotatedAssign, annotation(of: node) != "ClassVar" { target = node.first }
      if node.kind == .assign, let value = tree.node(node.first), value.kind == .call,
        let callee = tree.node(value.first), let name = fieldMakerName(callee),
        ["ib", "attrib", "field", "Field"].contains(name)
      {
        target = tree.list(node.second).first
      }
      if let target, let name = tree.node(target), name.kind == .name { fields.append(.text(names.text(name.first))) }
    }
    return fields
  }

  /// The last name of an annotation, without what stands in its brackets: `InitVar` of `dataclasses.InitVar[int]`.
  private func annotation(of node: Node) -> String? {
    guard var part = tree.node(tree.member(node.second, 0)) else { return nil }
    if part.kind == .subscript, let inner = tree.node(part.first) { part = inner }
    return fieldMakerName(part)
  }

  /// The attribute of a class whose constructor does not take its fields in their order alone.
  static let unorderedMark = "(unordered)"

  /// Whether some fields are only passed on, or not taken: `InitVar`, `field(init=False)`, `field(kw_only=True)`.
  func hasUnorderedFields(_ block: UInt32) -> Bool {
    tree.list(block).contains { statement in
      guard let node = tree.node(statement) else { return false }
      if node.kind == .annotatedAssign, annotation(of: node) == "InitVar" { return true }
      let value =
        node.kind == .annotatedAssign ? tree.member(node.second, 1) : node.kind == .assign ? node.first : Node.none
      guard let call = tree.node(value), call.kind == .call else { return false }
      return tree.list(call.second).contains {
        tree.node($0).map { $0.kind == .keywordArgument && ["init", "kw_only"].contains(names.text($0.first)) } ?? false
      }
    }
  }

  private func fieldMakerName(_ callee: Node) -> String? {
    switch callee.kind {
    case .attribute: names.text(callee.second)
    case .name: names.text(callee.first)
    default: nil
    }
  }

  /// The fields of an instance's class, those of the classes that it inherits from first.
  func fields(of type: PythonValue) -> [String] {
    guard let mark = names.find(Self.fieldsMark) else { return [] }
    var fields: [String] = []
    for case .object(let owner) in ancestry(of: type).reversed() {
      guard case .tuple(let names)? = objects[owner].attributes[mark] else { continue }
      for name in names.compactMap({ literal($0) }) where !fields.contains(name) { fields.append(name) }
    }
    return fields
  }

  /// Stores the arguments of a constructor that the program does not write.
  mutating func fillFields(_ number: Int, of type: PythonValue, _ arguments: PythonArguments, at id: UInt32) {
    let fields = fields(of: type)
    for (index, value) in arguments.positional.enumerated() where index < fields.count {
      let symbol = symbol(fields[index])
      setAttribute(symbol, of: number, to: value)
    }
    var given = PythonArguments()
    if let mark = names.find(Self.unorderedMark), classMember(mark, of: type) != nil {
      given.isPartial = true
      for field in fields where !arguments.positional.isEmpty {
        let symbol = symbol(field)
        setAttribute(symbol, of: number, to: .unknown("a field"))
      }
    }
    for argument in arguments.named {
      let symbol = symbol(argument.name)
      setAttribute(symbol, of: number, to: argument.value)
    }
    let isFromEnvironment = classNames(of: .object(number)).contains { $0.hasSuffix("BaseSettings") }
    for field in fields {
      guard let symbol = names.find(field), objects[number].attributes[symbol] == nil else { continue }
      if arguments.isPartial {
        setAttribute(symbol, of: number, to: .unknown("arguments that are computed"))
      } else if let factory = factory(of: symbol, in: type) {
        let value = apply(factory, PythonArguments(), at: id)
        setAttribute(symbol, of: number, to: value)
      } else if isFromEnvironment {
        let value = attribute(symbol, of: type, at: Node.none)
        noteVariable(
          .text(field.uppercased()), fallback: value,
          at: SourceLocation(file: objects[number].file, line: objects[number].line))
        setAttribute(
          symbol, of: number, to: environment(.text(field.uppercased()), fallback: value.isScalar ? value : nil))
      } else if let value = declaredDefault(of: field, symbol, in: type) {
        setAttribute(symbol, of: number, to: value)
      }
    }
    for hook in ["__post_init__", "__attrs_post_init__"] where !fields.isEmpty {
      _ = callMember(hook, of: number, given, at: id)
    }
  }

  /// The default of a field where a class below the one that declares it has an attribute of the same name.
  private func declaredDefault(of field: String, _ symbol: UInt32, in type: PythonValue) -> PythonValue? {
    guard let mark = names.find(Self.fieldsMark) else { return nil }
    var isHidden = false
    for case .object(let owner) in ancestry(of: type) {
      let value = objects[owner].attributes[symbol]
      if case .tuple(let fields)? = objects[owner].attributes[mark],
        fields.contains(where: { $0.isSame(as: .text(field)) })
      {
        return isHidden ? value : nil
      }
      isHidden = isHidden || value != nil
    }
    return nil
  }

  /// What makes the default of a field: `field(default_factory=list)`.
  private func factory(of symbol: UInt32, in type: PythonValue) -> PythonValue? {
    guard case .object(let field)? = classMember(symbol, of: type),
      case .instance(.name(Self.fieldName)) = objects[field].kind
    else { return nil }
    return objects[field].arguments.value(-1, "default_factory") ?? objects[field].arguments.value(-1, "factory")
  }

  /// What every named tuple can do.
  mutating func recordMethod(
    _ name: String, of number: Int, _ arguments: PythonArguments, at id: UInt32
  ) -> PythonValue? {
    guard case .instance(let type) = objects[number].kind, let values = members(ofRecord: number) else { return nil }
    switch name {
    case "_asdict":
      let pairs = zip(fields(of: type), values).map { (key: PythonValue.text($0), value: $1) }
      return make(.dictionary(DictionaryContent(pairs: pairs)), at: id)
    case "_replace":
      let value = make(objects[number].kind, at: id)
      guard case .object(let other) = value, !arguments.isPartial else { return .unknown("a call of _replace()") }
      for (field, value) in zip(fields(of: type), values) {
        let symbol = symbol(field)
        setAttribute(symbol, of: other, to: arguments[field] ?? value)
      }
      return value
    case "index", "count":
      guard case .object(let list) = makeList(values, at: id) else { return nil }
      return listMethod(name, of: list, with: arguments, at: id)
    default: return nil
    }
  }

  static let fieldName = "dataclasses.field"

  /// The members of an instance of a named tuple.
  func members(ofRecord number: Int) -> [PythonValue]? {
    guard case .instance(let type) = objects[number].kind else { return nil }
    let fields = fields(of: type)
    guard !fields.isEmpty else { return nil }
    return fields.map { field in
      guard let symbol = names.find(field) else { return .unknown("a field") }
      if let value = objects[number].attributes[symbol] { return value }
      for case .object(let owner) in ancestry(of: type) {
        if let value = objects[owner].attributes[symbol] { return value }
      }
      return .unknown("a field")
    }
  }
}
