import ApplicationFacts
import SavedObjects
import Text

/// Writes a graph as marmalade XML, in ASCII: what `twisted.web.microdom` and any parser of XML read alike.
struct MarmaladeWriter {
  typealias ID = SavedGraph.ID

  private enum Step {
    case node(ID, isKey: Bool)
    case text(String)
  }

  private let graph: SavedGraph
  private let useCounts: [Int]
  private var output: [UInt8] = Array("<?xml version=\"1.0\"?>\n".utf8)
  private var numbers: [ID: Int] = [:]
  private var steps: [Step] = []

  private init(_ graph: SavedGraph) {
    self.graph = graph
    useCounts = graph.useCounts()
  }

  static func bytes(of graph: SavedGraph) throws(WritingFailure) -> [UInt8] {
    var writer = MarmaladeWriter(graph)
    writer.steps = [.node(graph.root, isKey: false)]
    while let step = writer.steps.popLast() {
      switch step {
      case .text(let text): writer.output += text.utf8
      case .node(let id, let isKey): try writer.write(id, isKey)
      }
    }
    return writer.output + [0x0A]
  }

  private mutating func write(_ id: ID, _ isKey: Bool) throws(WritingFailure) {
    var marks = isKey ? " role=\"key\"" : ""
    if id == graph.root, graph.python == .python3 { marks += " python=\"3\"" }
    if graph.hasIdentity(id), useCounts[id] > 1 {
      if let number = numbers[id] {
        output += "<reference key=\"\(number)\"\(isKey ? " role=\"key\"" : "")></reference>".utf8
        return
      }
      numbers[id] = numbers.count + 1
      marks += " reference=\"\(numbers.count)\""
    }
    steps += try content(id, marks).reversed()
  }

  private func content(_ id: ID, _ marks: String) throws(WritingFailure) -> [Step] {
    switch graph.nodes[id] {
    case .none: return [.text("<none\(marks)></none>")]
    case .truth(let value): return [valued("bool", value ? "1" : "0", marks: marks)]
    case .integer(let value, let isLong): return [valued(isLong ? "longint" : "int", "\(value)", marks: marks)]
    case .bigInteger(let digits): return [valued("longint", digits, marks: marks)]
    case .float(let value): return [valued("float", value.isNaN ? "nan" : "\(value)", marks: marks)]
    case .bytes(let bytes): return [valued("string", Self.escaped(bytes), marks: marks)]
    case .text(let text): return [valued("unicode", Self.rawUnicode(text), marks: marks)]
    case .tuple(let ids): return element("tuple", ids, marks: marks)
    case .list(let ids): return element("list", ids, marks: marks)
    case .dictionary(let ids): return dictionary(ids, marks)
    case .set(let ids): return setCall("set", ids, marks: marks)
    case .frozenSet(let ids): return setCall("frozenset", ids, marks: marks)
    case .name(let name):
      return [.text("<\(tag(name)) name=\"\(name)\"\(marks)></\(tag(name))>")]
    case .module(let name): return [.text("<module name=\"\(name)\"\(marks)></module>")]
    case .method(let method):
      guard let target = graph.name(method.target) else { throw unnamed(id) }
      return [
        .text("<method name=\"\(method.name)\" class=\"\(target)\"\(marks)>"), .node(method.instance, isKey: false),
        .text("</method>"),
      ]
    case .instance(let object): return try instance(object, id, marks: marks)
    case .call(let object): return call(object, marks)
    case .lost(let loss):
      throw WritingFailure(
        message: loss.failurePhrase, node: id, remedy: "write a .tac, in which the place is marked, and complete that")
    }
  }

  private func tag(_ name: QualifiedName) -> String { AOTWriter.looksLikeClass(name) ? "class" : "function" }

  private func valued(_ tag: String, _ value: String, marks: String) -> Step {
    .text("<\(tag)\(marks) value=\"\(value)\"></\(tag)>")
  }

  private func element(_ tag: String, _ ids: [ID], marks: String) -> [Step] {
    [.text("<\(tag)\(marks)>")] + ids.map { .node($0, isKey: false) } + [.text("</\(tag)>")]
  }

  private func dictionary(_ ids: [ID], _ marks: String) -> [Step] {
    [.text("<dictionary\(marks)>")] + ids.enumerated().map { .node($1, isKey: $0 % 2 == 0) }
      + [.text("</dictionary>")]
  }

  private func setCall(_ name: String, _ ids: [ID], marks: String) -> [Step] {
    [.text("<copyreg loadfunc=\"\(graph.builtins).\(name)\"\(marks)><tuple>")] + element("list", ids, marks: "")
      + [.text("</tuple></copyreg>")]
  }

  private func instance(_ object: SavedObject, _ id: ID, marks: String) throws(WritingFailure) -> [Step] {
    guard object.isPlain, let target = graph.name(object.target) else {
      guard graph.python == .python3 || object.isNewStyle else { throw unnamed(id) }
      let (function, arguments) = graph.making(object)
      return reconstruction(
        of: [.text("<function name=\"\(function)\"></function>")], element("tuple", arguments, marks: ""), object,
        marks: marks)
    }
    let style = object.isNewStyle ? " style=\"new\"" : ""
    return [
      .text("<instance class=\"\(target)\"\(style)\(marks)>"),
      object.state.map { .node($0, isKey: false) } ?? .text("<none></none>"), .text("</instance>"),
    ]
  }

  private func call(_ object: SavedObject, _ marks: String) -> [Step] {
    var arguments: [Step] = [object.arguments.map { .node($0, isKey: false) } ?? .text("<tuple></tuple>")]
    if object.state == nil, object.elements.isEmpty, object.pairs.isEmpty, let target = graph.name(object.target) {
      if let parts = graph.partsWithCalls(object.arguments, useCounts) { arguments = element("list", parts, marks: "") }
      return [.text("<copyreg loadfunc=\"\(target)\"\(marks)>")] + arguments + [.text("</copyreg>")]
    }
    return reconstruction(of: [.node(object.target, isKey: false)], arguments, object, marks: marks)
  }

  /// See `AOTWriter`, which does the same.
  private func reconstruction(
    of function: [Step], _ arguments: [Step], _ object: SavedObject, marks: String
  ) -> [Step] {
    let none = Step.text("<none></none>")
    var pairs = [none]
    if !object.pairs.isEmpty {
      pairs = [.text("<list>")]
      for pair in stride(from: 0, to: object.pairs.count - 1, by: 2) {
        pairs += element("tuple", Array(object.pairs[pair...(pair + 1)]), marks: "")
      }
      pairs.append(.text("</list>"))
    }
    var parts = function + arguments + [object.state.map { .node($0, isKey: false) } ?? none]
    parts += object.elements.isEmpty ? [none] : element("list", object.elements, marks: "")
    parts += pairs
    let isOld = graph.python == .python2
    return [
      .text(
        "<copyreg loadfunc=\"copy._reconstruct\"\(marks)><tuple><none></none>\(isOld ? "<tuple>" : "<none></none>")")
    ] + parts + [.text(isOld ? "</tuple><int value=\"0\"></int></tuple></copyreg>" : "</tuple></copyreg>")]
  }

  private func unnamed(_ id: ID) -> WritingFailure {
    WritingFailure(
      message: "the class of an object has no name but is the result of a call", node: id,
      remedy: "write it as a pickle")
  }

  // MARK: Attribute values

  /// The body of a Python string, both quotes escaped: Twisted evaluates it between double ones.
  private static func escaped(_ bytes: [UInt8]) -> String {
    let literal = PythonLiteral.bytes(bytes, in: .python2).dropFirst().dropLast()
    return literal.replacing("\"", with: "\\\"").escapedForMarkup
  }

  /// The raw-unicode-escape codec, with everything escaped that it, Twisted or XML could read in another way.
  private static func rawUnicode(_ text: [UInt8]) -> String {
    var result = ""
    for point in EscapedText.codePoints(text) {
      switch point {
      case 0x0A: result += "\\n"
      case 0x09: result += "\\t"
      case 0x20..<0x7F where point != 0x5C: result.unicodeScalars.append(Unicode.Scalar(UInt8(point)))
      default:
        let digits = String(point, radix: 16)
        let width = point < 0x10000 ? 4 : 8
        result += (width == 4 ? "\\u" : "\\U") + String(repeating: "0", count: width - digits.count) + digits
      }
    }
    return result.escapedForMarkup
  }
}
