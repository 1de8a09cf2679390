import ApplicationFacts
import Diagnostics
import PythonSyntax

package extension Evaluator {
  mutating func callBuiltin(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue? {
    let first = arguments.positional.first
    switch name {
    case "int", "long": return first.map { integer($0, radix: arguments.value(1, "base")) } ?? .integer(0)
    case "float":
      return first.map {
        map($0) { _, value in
          switch value {
          case .integer(let number): .float(Double(number))
          case .float: value
          case .text(let text): Double(text).map { .float($0) }
          default: nil
          }
        }
      }
    case "str", "unicode", "bytes": return first.map { text(of: $0) } ?? .text("")
    case "bool":
      return first.map { value in truth(of: value).map { .bool($0) } ?? .unknown(origin(of: value)) } ?? .bool(false)
    case "len": return first.map { length(of: $0, at: id) }
    case "list", "sorted": return copied(first, by: name, with: arguments, at: id)
    case "set", "frozenset":
      guard let first else { return make(.dictionary(DictionaryContent(isSet: true)), at: id) }
      if let content = content(of: first, at: id, inOrder: false) {
        return make(.dictionary(set(of: content)), at: id)
      }
      mayRaise(.unknown("an exception"))
      return .unknown(origin(of: first))
    case "iter": return first.map { iterator(over: $0, at: id) }
    case "next":
      guard let first else { return nil }
      return forEachAlternative(of: first) { $0.takeNext($1, arguments.value(1, "default"), at: id) }
    case "slice": return makeInstance(name, arguments, at: id)
    case "reversed":
      if case .object(let number)? = first, hasMember("__reversed__", number) {
        return callMember("__reversed__", of: number, PythonArguments(), at: id)
      }
      guard let first, let content = content(of: first, at: id) else { return first.map { .unknown(origin(of: $0)) } }
      return iterator(
        over: content.isExact ? makeTuple(content.items.reversed()) : makeList(content.blurred, at: id), at: id)
    case "tuple":
      guard let first else { return .tuple([]) }
      if let content = content(of: first, at: id) {
        return content.isExact ? makeTuple(content.items) : makeList(content, at: id)
      }
      mayRaise(.unknown("an exception"))
      return .unknown(origin(of: first))
    case "dict":
      // What is set in a copy is told by nobody, so it reads as the environment itself.
      if case .name(Self.environmentName)? = first, arguments.all.count == 1 { return first }
      return dictionary(arguments, at: id)
    case "range", "xrange": return range(arguments, at: id)
    case "zip", "enumerate": return combined(name, arguments, at: id)
    case "min", "max": return extreme(name, arguments, at: id)
    case "sum": return sum(arguments, at: id)
    case "any", "all": return first.map { anyOrAll(name == "any", $0, at: id) }
    case "map", "filter":
      guard arguments.positional.count == 2 else { return nil }
      var given = arguments
      given.positional[1] = arranged(given.positional[1], at: id)
      return make(.generator(PythonGenerator(source: .builtin(name, given))), at: id)
    case "super": return parentView(arguments, at: id)
    case "property":
      let setter = arguments.value(1, "fset").flatMap { $0.isNone ? nil : $0 }
      let deleter = arguments.value(2, "fdel").flatMap { $0.isNone ? nil : $0 }
      return make(
        .property(PythonProperty(getter: arguments.value(0, "fget") ?? .none, setter: setter, deleter: deleter)), at: id
      )
    case "abs":
      return first.map {
        map($0) { _, value in
          if case .integer(let number) = value, number != .min { .integer(abs(number)) } else { nil }
        }
      }
    case "getattr": return getAttribute(arguments, at: id)
    case "setattr":
      guard arguments.positional.count == 3 else { return PythonValue.none }
      let (owner, value) = (arguments.positional[0], arguments.positional[2])
      return forEachAlternative(of: arguments.positional[1]) { evaluator, key in
        if case .text(let key) = key, !MarkedText.hasHole(key) {
          let symbol = evaluator.symbol(key)
          evaluator.store(value, in: symbol, of: owner, at: id)
        } else {
          evaluator.storeSomewhere(value, in: owner)
        }
        return .none
      }
    case "delattr":
      guard arguments.positional.count == 2 else { return PythonValue.none }
      if case .text(let key) = arguments.positional[1], !MarkedText.hasHole(key) {
        let symbol = symbol(key)
        deleteAttribute(symbol, of: arguments.positional[0], at: id)
      } else {
        storeSomewhere(.unknown("a deleted attribute"), in: arguments.positional[0])
      }
      return PythonValue.none
    case "vars":
      if case .object(let number)? = first {
        if case .instance(.name(Self.namespaceName)) = objects[number].kind { return first }
        return ownDictionary(of: number, at: id)
      }
      if first == nil { return locals(at: id) }
      return .unknown("a call of vars()")
    case "exec":
      note(.codeUnread, "exec runs text that is not followed", at: id)
      execute(into: Array(arguments.positional.dropFirst()), "code that is not followed")
      return PythonValue.none
    case "globals": return globals(at: id)
    case "locals": return locals(at: id)
    case "type":
      guard let first else { return nil }
      if arguments.positional.count == 3 { return makeType(arguments, at: id) }
      return forEachAlternative(of: first) { evaluator, value in
        if let object = evaluator.object(value), case .instance(let type) = object.kind { return type }
        switch value {
        case .bool: return .name("bool")
        case .integer: return .name("int")
        case .float: return .name("float")
        case .text: return .name("str")
        case .tuple: return .name("tuple")
        default: return .unknown("a call of type()")
        }
      }
    case "isinstance", "issubclass":
      guard arguments.positional.count == 2 else { return nil }
      return isKind(arguments.positional[0], arguments.positional[1], isClass: name == "issubclass")
        .map { .bool($0) } ?? .unknown("a call of \(name)()")
    case "callable":
      guard let object = first.flatMap({ object($0) }) else { return .unknown("a call of callable()") }
      switch object.kind {
      case .function, .classObject, .method: return .bool(true)
      case .list, .dictionary: return .bool(false)
      default: return .unknown("a call of callable()")
      }
    case "repr", "ascii":
      if case .integer(let number)? = first { return .text(String(number)) }
      return .unknown("a call of repr()")
    case "ord":
      if case .text(let text)? = first, text.unicodeScalars.count == 1, !MarkedText.hasHole(text),
        let scalar = text.unicodeScalars.first
      {
        return .integer(Int(scalar.value))
      }
      return .unknown("a call of ord()")
    case "chr", "unichr":
      if let code = first?.wholeNumber, code >= 0, code < 0xF0000, let scalar = Unicode.Scalar(UInt32(code)) {
        return .text(String(scalar))
      }
      if first?.isLiteral == true { fail(.name("ValueError")) }
      return .unknown("a call of chr()")
    case "divmod":
      guard arguments.positional.count == 2 else { return nil }
      let (a, b) = (arguments.positional[0], arguments.positional[1])
      return .tuple([operate(.floorDivide, on: a, and: b, at: id), operate(.modulo, on: a, and: b, at: id)])
    case "round":
      if case .integer? = first { return first }
      return .unknown("a call of round()")
    case "print": return PythonValue.none
    case "id", "hash", "dir", "input", "raw_input", "hex", "oct", "bin":
      return .unknown("a call of \(name)()")
    case "exit", "quit", "sys.exit":
      raise(.name("SystemExit"))
      return .unknown("a value that is never computed")
    case "hasattr": return hasAttribute(arguments)
    case "object": return make(.instance(of: .name(name)), at: id)
    case "open", "file", "execfile":
      if let first { addPath(first, name == "execfile" ? .reads : use(ofMode: arguments.value(1, "mode")), at: id) }
      if name == "execfile" {
        note(.codeUnread, "execfile runs a file that is not followed", at: id)
        execute(into: Array(arguments.positional.dropFirst()), "a file that is not followed")
      }
      mayRaise(.name("OSError"))
      return first.map { contents(of: $0) } ?? .unknown("a file")
    default:
      if Self.isException(name) {
        let value = make(.instance(of: .name(name)), at: id)
        let symbol = symbol("args")
        if case .object(let number) = value { objects[number].attributes[symbol] = makeTuple(arguments.positional) }
        return value
      }
      return nil
    }
  }
}
