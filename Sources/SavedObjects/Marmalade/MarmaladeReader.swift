import ApplicationFacts
import Diagnostics

/// Reads marmalade (`.tax`), the XML of Twisted up to 8.2, as `twisted.web.microdom` really wrote it: raw Latin-1 bytes
/// without a declaration, `<none></none>`, and objects first met inside the methods of others.
package struct MarmaladeReader {
  /// How deep elements may nest.
  static let depthLimit = 100_000

  private struct Frame {
    var tag: MarmaladeMarkup.Tag
    var start: Int
    var offset: Int
  }

  private var markup: MarmaladeMarkup
  private var graph: ObjectGraph
  private var values: [ObjectGraph.Node] = []
  private var frames: [Frame] = []
  private var targets: [Int: ObjectGraph.Node] = [:]
  private var references: [(node: ObjectGraph.Node, number: Int)] = []

  /// The objects of a marmalade document.
  ///
  /// - Throws: `Failure` of kind `.application` naming the byte, when the document is no sound XML, has a document type
  ///   or entities of its own, or describes no application.
  package static func read(_ bytes: [UInt8], file: String) throws(Failure) -> ObjectGraph {
    var reader = MarmaladeReader(
      markup: MarmaladeMarkup(bytes: bytes, file: file), graph: ObjectGraph(bytes: bytes, bytesPerNode: 16))
    try reader.run()
    return reader.graph
  }

  private init(markup: MarmaladeMarkup, graph: ObjectGraph) {
    self.markup = markup
    self.graph = graph
  }

  private mutating func run() throws(Failure) {
    while true {
      let offset = markup.position
      switch try markup.next() {
      case .open(let tag):
        guard frames.count < Self.depthLimit else {
          throw markup.failure("elements nest deeper than \(Self.depthLimit)", at: offset)
        }
        guard graph.count <= ObjectGraph.nodeLimit else {
          throw markup.failure("it holds more than \(ObjectGraph.nodeLimit) objects", at: offset)
        }
        let frame = Frame(tag: tag, start: values.count, offset: offset)
        if tag.isEmpty { try close(frame) } else { frames.append(frame) }
      case .close(let name):
        guard let frame = frames.popLast(), markup.bytes[frame.tag.name].elementsEqual(markup.bytes[name]) else {
          throw markup.failure("an element is closed that was not open", at: offset)
        }
        try close(frame)
      case .end:
        if let frame = frames.last { throw markup.failure("an element is not closed", at: frame.offset) }
        guard values.count == 1 else { throw markup.failure("it holds \(values.count) documents", at: 0) }
        for reference in references { graph.resolve(reference.node, to: targets[reference.number]) }
        graph.root = values[0]
        if graph.python == .either { graph.python = .python2 }
        return
      }
    }
  }

  private mutating func close(_ frame: Frame) throws(Failure) {
    let node = try element(frame)
    values.removeLast(values.count - frame.start)
    values.append(node)
    if let number = number(frame.tag.reference) { targets[number] = node }
  }

  private mutating func element(_ frame: Frame) throws(Failure) -> ObjectGraph.Node {
    let tag = frame.tag
    let child = values.count > frame.start ? values[frame.start] : nil
    if let python = tag.python, markup.isName(python, "3") { graph.python = .python3 }
    func isTag(_ name: StaticString) -> Bool { markup.isName(tag.name, name) }
    if isTag("none") || isTag("None") { return ObjectGraph.none }
    if isTag("string"), let value = tag.value { return graph.add(.markupString, range: value) }
    if isTag("unicode"), let value = tag.value { return graph.add(.markupUnicode, range: value) }
    if isTag("bool") { return number(tag.value) == 1 ? ObjectGraph.yes : ObjectGraph.no }
    if isTag("int") || isTag("longint"), let value = tag.value {
      guard let number = number(value) else { return graph.add(.bigInt, range: value) }
      return isTag("int") ? graph.add(integer: number) : graph.add(long: number)
    }
    if isTag("float"), let value = tag.value, value.count <= 64 {
      return graph.add(float: Double(String(decoding: markup.bytes[value], as: UTF8.self)) ?? .nan)
    }
    if isTag("module"), let name = tag.nameAttribute { return graph.add(.module, range: name) }
    if isTag("class") || isTag("function"), let name = tag.nameAttribute { return graph.add(.dottedName, range: name) }
    if isTag("tuple") { return collect(.tuple, frame) }
    if isTag("list") { return collect(.list, frame) }
    if isTag("dictionary") {
      guard (values.count - frame.start) % 2 == 0 else {
        throw markup.failure("a dictionary has a key without a value", at: frame.offset)
      }
      return collect(.dictionary, frame)
    }
    if isTag("instance"), let name = tag.classAttribute { return instance(of: name, frame) }
    if isTag("method"), let name = tag.nameAttribute, let owner = tag.classAttribute {
      return graph.addMethod(
        name: graph.add(.markupString, range: name), of: graph.add(.dottedName, range: owner),
        instance: child ?? ObjectGraph.none)
    }
    if isTag("copyreg"), let name = tag.loadfunc {
      let target = graph.add(.dottedName, range: name)
      return graph.addObject(.call, of: target, arguments: child ?? ObjectGraph.emptyTuple)
    }
    if isTag("reference"), let number = number(tag.key) {
      let node = graph.add(.dangling)
      references.append((node, number))
      return node
    }
    // A DOMJellyable writes elements of its own: keep what they hold.
    graph.foreign = graph.foreign ?? frame.offset
    return collect(.tuple, frame)
  }

  private mutating func instance(of name: Range<Int>, _ frame: Frame) -> ObjectGraph.Node {
    let target = graph.add(.dottedName, range: name)
    let isNew = frame.tag.style.map { markup.isName($0, "new") } ?? false
    let node = graph.addObject(
      .instance, of: target, arguments: ObjectGraph.emptyTuple, isNew ? .new : .unknown)
    if values.count == frame.start + 1 {
      graph.setState(values[frame.start], of: node)
    } else {
      graph.append(elementsOf: values, from: frame.start, to: node)
      graph.foreign = graph.foreign ?? frame.offset
    }
    return node
  }

  private mutating func collect(_ kind: NodeKind, _ frame: Frame) -> ObjectGraph.Node {
    graph.add(kind, elementsOf: values, from: frame.start)
  }

  private func number(_ range: Range<Int>?) -> Int? {
    guard let range, range.count <= 20 else { return nil }
    return Int(String(decoding: markup.bytes[range], as: UTF8.self))
  }
}
