import PythonEvaluation
import ApplicationFacts
import Diagnostics
import PythonSyntax

extension Evaluator {
  /// A subcommand as a plugin file offers it.
  package struct Offer {
    var name: PythonValue?
    var summary: PythonValue?
    var module: PythonValue?
    var options: PythonValue?
    /// The instance or class that makes the service.
    var maker: Int?
    var location: SourceLocation
    var isConditional = false
    /// The thing that the name is bound to.
    var object: Int?

    package func isCalled(_ plugin: String?) -> Bool {
      if case .text(let own)? = name { own == plugin } else { false }
    }

    func isSame(as other: Offer) -> Bool {
      guard let name, let otherName = other.name else { return false }
      return name.isSame(as: otherName) && location == other.location
    }
  }

  static let serviceMaker = "twisted.application.service.ServiceMaker"

  /// The subcommands that the module's names are bound to, in the order of the file.
  package mutating func offers() -> [Offer] {
    var offers: [Offer] = []
    var seen: Set<Int> = []
    for value in scopes[0].variables.compactMap(\.value.present.value) {
      let values: [PythonValue] = if case .choice(let options) = value { options } else { [value] }
      var found: [Offer] = []
      for case .object(let number) in values where seen.insert(number).inserted {
        guard var offer = offer(number) else { continue }
        offer.object = number
        found.append(offer)
      }
      // `from twisted.scripts.mktap import _tapHelper as ServiceMaker` for an older Twisted makes the same offer.
      let isOne = found.count == values.count && found.dropFirst().allSatisfy { $0.isSame(as: found[0]) }
      if isOne, let first = found.first {
        var offer = first
        offer.isConditional = values.count == 1 && isConditional(first)
        offers.append(offer)
      } else {
        for var offer in found {
          offer.isConditional = values.count > 1 || isConditional(offer)
          offers.append(offer)
        }
      }
    }
    if offers.isEmpty { offers = importedOffers() }
    for (arguments, location) in findings.registrations {
      guard case .text("tap")? = arguments["type"] else { continue }
      let module = arguments.value(1, "module")
      let last: PythonValue? =
        if case .text(let path)? = module, let last = path.split(separator: ".").last { .text(String(last)) } else {
          nil
        }
      offers.append(
        Offer(
          name: arguments["tapname"] ?? last, summary: arguments["description"], module: module, location: location))
    }
    return offers.sorted { ($0.location.line ?? 0) < ($1.location.line ?? 0) }
  }

  private func isConditional(_ offer: Offer) -> Bool {
    offer.object.map { objects[$0].isConditional } ?? false
  }

  /// Names that are bound to a maker from elsewhere: `from shop.plugin import serviceMaker`,
  /// `maker = ShopServiceMaker("shop")`. Only the code there knows its tapname.
  private func importedOffers() -> [Offer] {
    var offers: [Offer] = []
    for (symbol, value) in scopes[0].variables {
      let origin: String
      switch value.present.value {
      case .name(let name)? where !KnownNames.isTwisted(name) && !Self.isClass(name) && name.contains("."):
        origin = "import:\(name)"
      case .object(let number)?:
        guard case .instance(.name(let name)) = objects[number].kind, !KnownNames.isTwisted(name) else { continue }
        origin = "import:\(name)"
      default: continue
      }
      let isMaker = [names.text(symbol), origin].contains { $0.lowercased().hasSuffix("maker") }
      guard isMaker else { continue }
      offers.append(
        Offer(name: .unknown(origin), location: place(modules[0].file, line(ofAssignmentTo: symbol))))
    }
    return offers
  }

  private mutating func offer(_ number: Int) -> Offer? {
    let object = objects[number]
    let location = place(object.file, object.line)
    switch object.kind {
    case .instance:
      if classNames(of: .object(number)).contains(Self.serviceMaker) {
        let arguments = object.arguments
        return Offer(
          name: arguments.value(3, "tapname") ?? member("tapname", of: number),
          summary: arguments.value(2, "description") ?? member("description", of: number),
          module: arguments.value(1, "module") ?? member("module", of: number), location: location)
      }
      guard case .instance(.object) = object.kind else { return nil }
      return offer(byAttributesOf: number, at: location)
    case .classObject:
      guard let mark = names.find(Self.providerMark), object.attributes[mark] != nil else { return nil }
      return offer(byAttributesOf: number, at: location)
    default: return nil
    }
  }

  private mutating func offer(byAttributesOf number: Int, at location: SourceLocation) -> Offer? {
    guard let name = member("tapname", of: number) else { return nil }
    return Offer(
      name: name, summary: member("description", of: number), options: member("options", of: number), maker: number,
      location: location)
  }

  /// An attribute of an instance or class, also an inherited one, if it is surely there.
  private mutating func member(_ name: String, of number: Int) -> PythonValue? {
    guard let symbol = names.find(name) else { return nil }
    if let value = objects[number].attributes[symbol] { return value }
    let start: PythonValue = if case .instance(let type) = objects[number].kind { type } else { .object(number) }
    for case .object(let owner) in ancestry(of: start) {
      guard let value = objects[owner].attributes[symbol]?.present.value else { continue }
      if case .property(let property)? = object(value)?.kind {
        return apply(property.getter, PythonArguments(positional: [.object(number)]), at: Node.none)
      }
      return value
    }
    return nil
  }

  /// The facts of an offer; follows the module that it names when that lies beside.
  ///
  /// - Parameter words: What twistd is to be told after the plugin's name.
  /// - Throws: A usage failure for words that twistd would refuse.
  package mutating func plugin(_ offer: Offer, given words: [String] = []) throws(Failure) -> Plugin {
    let at = offer.location
    var plugin = Plugin(
      name: text(offer.name ?? .unknown("no tapname"), at: at, isConditional: offer.isConditional)
        ?? Fact(nil, .unknown, at: at, origin: "no tapname"),
      summary: offer.summary.flatMap { text($0, at: at, isConditional: offer.isConditional) },
      module: offer.module.flatMap { text($0, at: at, isConditional: offer.isConditional) })
    var options = offer.options
    var make: PythonValue?
    if case .name("__name__")? = offer.module {
      // The plugin file makes the service itself.
      options = binding("Options")
      make = binding("makeService")
    } else if case .text(let name)? = offer.module {
      if let index = load(name) {
        options = names.find("Options").map { self.member($0, ofModule: index) }
        make = names.find("makeService").flatMap { scopes[modules[index].scope].variables[$0] }
        findings.addModule(Module(name, .local, certainty: .sure, at: at))
        if make == nil, !modules[index].isStub, let old = names.find("updateApplication"),
          scopes[modules[index].scope].variables[old] != nil
        {
          throw Failure.application(
            .plugin, "the module \(name) has updateApplication, which only Twisted 1 calls, and no makeService",
            at: place(modules[index].file, 1), remedy: "write a makeService(options) that returns the service")
        }
      } else {
        findings.addModule(Module(name, Module.Kind.of(name), certainty: .sure, at: at))
        if !KnownNames.isTwisted(name) { noteUnseen("import:\(name)", at: at) }
      }
    }
    if case .object(let type)? = options {
      plugin.options = self.options(of: type)
    } else if let options, !offersNothing(options) {
      findings.note(
        .codeUnread, "the subcommand's options are defined in code that was not read (\(origin(of: options)))", at: at)
    }
    var given = PythonValue.unknown("the command line")
    if case .object(let type)? = options, case .classObject = objects[type].kind {
      given = makeOptions(type)
      if case .object(let number) = given {
        let told = GivenWords(words: words, plugin: plugin.name.likely ?? "", place: at)
        do throws(Failure) { try give(told, to: number, of: type) } catch {
          if !words.isEmpty { throw error }
          // Without words of its own the service does not start, but an administrator can give some.
          findings.diagnostics += error.diagnostics.map {
            .warning(.pluginOption, $0.message, at: $0.location, remedy: "give them after --")
          }
        }
        if words.isEmpty { openOptions(number) }
      }
    }
    makeService(offer, by: make, given: given)
    return plugin
  }

  /// The plugin that a module is for which has only `Options` and `makeService`, as the old `mktap` took it; nil for another
  /// file.
  package mutating func tapModule(named name: String, given words: [String]) throws(Failure) -> Plugin? {
    guard binding("Options") != nil, let make = binding("makeService"), case .function? = object(make)?.kind else {
      return nil
    }
    var plugin = try plugin(
      Offer(name: .text(name), module: .name("__name__"), location: place(modules[0].file, 1)), given: words)
    (plugin.module, plugin.isModule) = (nil, true)
    return plugin
  }

  private func offersNothing(_ options: PythonValue) -> Bool {
    if case .name("twisted.python.usage.Options") = options { return true }
    return false
  }

  /// Follows `makeService`, whose service twistd starts.
  private mutating func makeService(_ offer: Offer, by function: PythonValue?, given: PythonValue) {
    let arguments = PythonArguments(positional: [given])
    var service: PythonValue?
    if let function {
      service = apply(function, arguments, at: Node.none)
    } else if let maker = offer.maker {
      let symbol = symbol("makeService")
      if case .instance = objects[maker].kind {
        service = callMember("makeService", of: maker, arguments, at: Node.none)
        // `makeService = staticmethod(make)`, or a function from elsewhere.
        if service == nil, let value = member("makeService", of: maker) {
          service = apply(value, arguments, at: Node.none)
        }
      } else if member("makeService", of: maker) != nil {
        service = callMethod(symbol, of: .object(maker), arguments, at: Node.none)
      }
    }
    if service == nil, function == nil, let maker = offer.maker { noteInheritedMaker(maker, at: offer.location) }
    let values: [PythonValue] = if case .choice(let options)? = service { options } else { service.map { [$0] } ?? [] }
    for value in values {
      switch value {
      case .unknown, .name: noteUnseen(origin(of: value), at: offer.location)
      default: break
      }
    }
    for case .object(let number) in values {
      objects[number].parent = values.count > 1 ? .choice([.unknown("twistd"), .none]) : .unknown("twistd")
    }
  }

  /// `makeService` may come from a class that was not read.
  private mutating func noteInheritedMaker(_ maker: Int, at place: SourceLocation) {
    let type: PythonValue = if case .instance(let type) = objects[maker].kind { type } else { .object(maker) }
    for case .name(let name) in ancestry(of: type) where name.contains(".") && !KnownNames.isTwisted(name) {
      return noteUnseen("import:\(name)", at: place)
    }
  }

  // MARK: Options

  /// `optParameters`, `optFlags` and `opt_` methods of a class of options and those it inherits from.
  mutating func options(of type: Int) -> [Plugin.Option] {
    var options: [Plugin.Option] = []
    for case .object(let owner) in ancestry(of: .object(type)) {
      for (attribute, isFlag) in [("optParameters", false), ("optFlags", true)] {
        guard let symbol = names.find(attribute), let list = objects[owner].attributes[symbol],
          let (rows, _) = elements(of: list)
        else { continue }
        for row in rows.prefix(500) {
          if let option = option(row, isFlag: isFlag, of: owner) { options.append(option) }
        }
      }
      options += methods(of: owner)
    }
    // What a class declares again is its own.
    var seen: Set<String> = []
    return options.filter { seen.insert($0.name).inserted }
  }

  private mutating func option(_ row: PythonValue, isFlag: Bool, of owner: Int) -> Plugin.Option? {
    guard let (cells, _) = elements(of: row), case .text(let name)? = cells.first, !MarkedText.hasHole(name) else {
      return nil
    }
    func plain(_ place: Int) -> String? {
      guard cells.indices.contains(place) else { return nil }
      switch cells[place] {
      case .text(let text): return MarkedText.hasHole(text) ? nil : relative(text).path
      case .integer(let number): return String(number)
      case .float(let number): return String(number)
      case .bool(let flag): return flag ? "True" : "False"
      default: return nil
      }
    }
    let home = object(row) ?? objects[owner]
    let line = object(row) == nil ? self.line(ofRow: name, in: owner) : home.line
    let short = plain(1).flatMap { $0.isEmpty ? nil : $0 }
    return Plugin.Option(
      name: name, short: short, isFlag: isFlag, fallback: isFlag ? nil : plain(2), summary: plain(isFlag ? 2 : 3),
      at: place(home.file, line))
  }

  /// The line of a row that is written as a tuple, which is no thing that remembers it.
  private func line(ofRow name: String, in owner: Int) -> Int {
    guard case .classObject(let definition) = objects[owner].kind else { return objects[owner].line }
    let tree = modules[definition.module].tree
    for node in tree.nodes where node.kind == .tuple {
      guard let first = tree.list(node.second).first.flatMap({ tree.node($0) }), first.kind == .string,
        StringLiteral.value(tree.literal(first)) == name
      else { continue }
      let line = tree.line(node)
      if line >= objects[owner].line { return line }
    }
    return objects[owner].line
  }

  private mutating func methods(of owner: Int) -> [Plugin.Option] {
    var options: [Plugin.Option] = []
    // `opt_p = opt_port`
    var shorts: [String: String] = [:]
    for (symbol, value) in objects[owner].attributes {
      let name = names.text(symbol)
      guard name.hasPrefix("opt_"), let member = object(value), case .function(let function) = member.kind,
        let node = modules[function.module].tree.node(function.node), node.kind == .function
      else { continue }
      if name.count == 5 { shorts[names.text(node.first)] = String(name.dropFirst(4)) }
      guard name.count > 5 else { continue }
      let tree = modules[function.module].tree
      let count = tree.list(tree.member(node.second, 0)).count
      let option = String(name.dropFirst(4).map { $0 == "_" ? "-" : $0 })
      options.append(Plugin.Option(name: option, isFlag: count < 2, at: place(member.file, member.line)))
    }
    for place in options.indices {
      options[place].short = shorts["opt_" + options[place].name.replacing("-", with: "_")]
    }
    return options.sorted { ($0.location.line ?? 0) < ($1.location.line ?? 0) }
  }

  /// A class that would make services, had the file bound an instance of it.
  package func unboundMaker() -> (name: String, line: Int)? {
    guard let tapname = names.find("tapname"), let make = names.find("makeService") else { return nil }
    for object in objects.indices.map({ objects[$0] }) where object.file == modules[0].file {
      guard case .classObject(let type) = object.kind, object.attributes[tapname] != nil,
        object.attributes[make] != nil
      else { continue }
      return (type.name, object.line)
    }
    return nil
  }

  /// The kind of plugin that a file offers which offers no subcommand.
  package func otherPlugin() -> String? {
    let kinds = [
      ("IReporter", "a trial reporter"), ("IStreamServerEndpointStringParser", "a parser of server endpoints"),
      ("IStreamClientEndpointStringParser", "a parser of client endpoints"),
      ("IStreamClientEndpointStringParserWithReactor", "a parser of client endpoints"),
      ("ICheckerFactory", "a credential checker"), ("IReactorInstaller", "a reactor"),
      ("IProtocolPlugin", "a chat protocol"),
      ("IPlugin", "a plugin of another kind"),
    ]
    for (name, kind) in kinds where names.find(name) != nil { return kind }
    for object in objects.indices.map({ objects[$0] }) {
      guard case .instance(.name(let name)) = object.kind else { continue }
      if name.hasPrefix("twisted.application.reactors.") { return "a reactor" }
      if name.hasPrefix("twisted.internet.endpoints._") || name.contains("haproxy") { return "a parser of endpoints" }
      if name.contains(".reporter.") || name.contains("trial") { return "a trial reporter" }
    }
    return findings.registrations.isEmpty ? nil : "a plugin of another kind"
  }
}
