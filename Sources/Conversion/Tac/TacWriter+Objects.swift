import ApplicationFacts
import SavedObjects

/// Values and objects as expressions.
extension TacWriter {
  /// Why something is no object that could be made, as a clause.
  func reason(_ id: ID) -> String {
    switch graph.nodes[id] {
    case .lost(let loss): loss.phrase
    case .call(let object):
      "it is what \(graph.name(object.target).map { "\($0)" } ?? "a function") returns, and that is not known"
    case .instance: "it is an instance of a class without a name"
    default: "it is not an instance of a class"
    }
  }

  mutating func expression(_ id: ID, _ place: String) throws(TacGap) -> String {
    if let variable = variables[id] { return variable }
    guard !building.contains(id) else { throw TacGap(reason: "it lies within itself", isCircle: true) }
    guard building.count < Self.depthLimit else { throw TacGap(reason: "its objects nest too deep to be read") }
    switch graph.nodes[id] {
    case .none: return "None"
    case .truth(let value): return value ? "True" : "False"
    case .integer(let value, _): return "\(value)"
    case .bigInteger(let digits): return digits
    case .float(let value): return PythonLiteral.float(value)
    case .bytes(let bytes):
      // What was `str` in Python 2 is text in nearly every place that takes it today.
      if graph.python == .python2, let text = String(validating: bytes, as: UTF8.self) {
        return PythonLiteral.text(text)
      }
      return PythonLiteral.bytes(bytes, in: .python3)
    case .text(let text): return PythonLiteral.text(text, in: .python3)
    case .tuple(let ids):
      return try sequence(opening: "(", ids, closing: ids.count == 1 ? ",)" : ")", of: id, at: place)
    case .list(let ids): return try sequence(opening: "[", ids, closing: "]", of: id, at: place)
    case .set(let ids): return ids.isEmpty ? "set()" : try sequence(opening: "{", ids, closing: "}", of: id, at: place)
    case .frozenSet(let ids): return try sequence(opening: "frozenset([", ids, closing: "])", of: id, at: place)
    case .dictionary(let ids): return try dictionary(ids, of: id, at: place)
    case .name(let name): return try reference(name)
    case .module(let name): return names.module(name)
    case .method(let method): return "\(try expression(method.instance, place)).\(method.name)"
    case .instance(let object): return try instance(id, object, at: place)
    case .call: throw TacGap(reason: reason(id))
    case .lost(let loss): throw TacGap(reason: loss.phrase)
    }
  }

  /// A class or function by the module that is imported for it.
  mutating func reference(_ name: QualifiedName) throws(TacGap) -> String {
    let name = PythonNames.current(name, in: .python3)
    if name.module == "builtins" { return name.name }
    let isTwisted = name.module.hasPrefix("twisted.")
    let isListed = TwistedNames.names(in: name.module).map { $0.contains { $0 == name.name } } ?? true
    if isTwisted, RemovedModules.successor(of: name.module) != nil || !isListed {
      throw TacGap(reason: "\(name) is not in Twisted any more")
    }
    guard !name.module.isEmpty else { throw TacGap(reason: "\(name) has no module") }
    return "\(names.module(name.module)).\(name.name)"
  }

  private mutating func sequence(
    opening open: String, _ ids: [ID], closing close: String, of id: ID, at place: String
  ) throws(TacGap) -> String {
    building.insert(id)
    defer { building.remove(id) }
    var parts: [String] = []
    for id in ids { parts.append(try expression(id, place)) }
    return open + parts.joined(separator: ", ") + close
  }

  private mutating func dictionary(_ ids: [ID], of id: ID, at place: String) throws(TacGap) -> String {
    building.insert(id)
    defer { building.remove(id) }
    var parts: [String] = []
    for pair in stride(from: 0, to: ids.count - 1, by: 2) {
      let key = graph.string(ids[pair])
      let value = try value(key, ids[pair + 1], at: place)
      parts.append("\(try expression(ids[pair], place)): \(value)")
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  /// Positional and keyword arguments that were saved as a tuple and a dictionary.
  mutating func arguments(_ positional: ID, _ keywords: ID, at place: String) throws(TacGap) -> [String] {
    guard case .tuple(let values) = graph.nodes[positional], case .dictionary(let pairs) = graph.nodes[keywords] else {
      throw TacGap(reason: "the arguments of a call are not known")
    }
    var parts: [String] = []
    for (index, id) in values.enumerated() { parts.append(try expression(id, "\(place)[\(index)]")) }
    for pair in stride(from: 0, to: pairs.count - 1, by: 2) {
      guard let key = graph.string(pairs[pair]), PythonLiteral.isPlainName(key) else {
        throw TacGap(reason: "the arguments of a call are not known")
      }
      parts.append("\(key)=\(try value(key, pairs[pair + 1], at: place))")
    }
    return parts
  }

  // MARK: Secrets

  /// The value of an attribute, a key or an argument: from the file of secrets, if it is one.
  mutating func value(_ key: String?, _ id: ID, at place: String) throws(TacGap) -> String {
    if let secret = secret(key, id, at: place) { return secret }
    return try expression(id, key.map { "\(place).\($0)" } ?? place)
  }

  /// The expression that reads a password from the file of secrets; nil for what is none.
  private mutating func secret(_ key: String?, _ id: ID, at place: String) -> String? {
    guard let key, let text = graph.string(id), !text.isEmpty else { return nil }
    let word = key.lowercased()
    guard ["passw", "passphrase", "secret", "token", "apikey", "api_key"].contains(where: word.contains) else {
      return nil
    }
    return "secrets[\(PythonLiteral.text(keep(.text(text), as: "\(place).\(key)")))]"
  }

  mutating func keep(_ value: SecretValue, as wanted: String) -> String {
    var key = wanted
    var number = 2
    while secrets.contains(where: { $0.key == key }) {
      key = "\(wanted) (\(number))"
      number += 1
    }
    secrets.append((key, value))
    return key
  }

  // MARK: Instances

  private mutating func instance(_ id: ID, _ object: SavedObject, at place: String) throws(TacGap) -> String {
    guard let type = graph.name(object.target) else { throw TacGap(reason: reason(id)) }
    if "\(type)" == "zope.interface.interface.InterfaceClass",
      let name = graph.string(graph.attribute(id, "__identifier__")), let dot = name.lastIndex(of: ".")
    {
      return try reference(
        QualifiedName(module: String(name[..<dot]), name: String(name[name.index(after: dot)...])))
    }
    if type.module == "twisted.application.internet", Self.kinds.contains(type.name), building.contains(id) == false {
      return try expression(ofService: id, of: type, at: place)
    }
    building.insert(id)
    defer { building.remove(id) }
    let constructor = try reference(type)
    guard object.isPlain else { throw TacGap(reason: "a \(type) is made in a way of its own") }
    let attributes = try attributes(of: object, type)
    guard let recipe = TacRecipe.of("\(type)") else {
      return try restored(id, by: constructor, of: type, attributes: attributes, at: place)
    }
    var parts = try special(id, of: type, at: place)
    var rest = attributes.filter { attribute in !recipe.arguments.contains { $0.attribute == attribute.name } }
    for argument in recipe.arguments {
      let found = attributes.last { $0.name == argument.attribute }
      guard let found else {
        // What the class itself has as a default is not saved.
        if argument.keyword == nil { parts.append("None") }
        continue
      }
      let value =
        argument.kind == .plain
        ? try expression(found.value, "\(place).\(found.name)") : try text(found.value, argument.kind)
      if let keyword = argument.keyword {
        if value == argument.defaultText || value == "None" { continue }
        parts.append("\(keyword)=\(value)")
      } else {
        parts.append(value)
      }
    }
    rest.removeAll { attribute in recipe.isSilent(attribute.name, plainText(attribute.value)) }
    let made = "\(constructor)(\(parts.joined(separator: ", ")))"
    guard useCounts[id] > 1 || !rest.isEmpty || hasParts(id) else { return made }
    let variable = names.variable(for: type.name)
    lines.append("\(variable) = \(made)")
    assign(variable, to: id)
    for attribute in rest { set(attribute, of: variable, "\(place).\(attribute.name)") }
    finish(id, of: type, as: variable, at: place)
    return variable
  }

  /// A value in one line without blanks, to compare with what a recipe says.
  func plainText(_ id: ID) -> String? {
    var copy = self
    return (try? copy.expression(id, ""))?.replacing(" ", with: "")
  }

  /// Gives an object a variable of its own.
  mutating func variable(for id: ID, named type: String, _ place: String) throws(TacGap) -> String {
    let made = try expression(id, place)
    if let variable = variables[id] { return variable }
    let variable = names.variable(for: type)
    lines.append("\(variable) = \(made)")
    assign(variable, to: id)
    return variable
  }

  private func attributes(of object: SavedObject, _ type: QualifiedName) throws(TacGap) -> [(name: String, value: ID)] {
    guard let state = object.state else { return [] }
    var parts = [state]
    if case .tuple(let ids) = graph.nodes[state], ids.count == 2 { parts = ids }
    var found: [(String, ID)] = []
    for part in parts {
      if case .none = graph.nodes[part] { continue }
      guard case .dictionary(let ids) = graph.nodes[part] else {
        throw TacGap(reason: "a \(type) keeps its state in a form of its own")
      }
      for pair in stride(from: 0, to: ids.count - 1, by: 2) {
        guard let name = graph.string(ids[pair]) else { continue }
        found.append((name, ids[pair + 1]))
      }
    }
    return found
  }

  /// Sets an attribute that the class takes in no other way.
  private mutating func set(_ attribute: (name: String, value: ID), of variable: String, _ place: String) {
    guard PythonLiteral.isPlainName(attribute.name) else { return }
    do throws(TacGap) {
      let value = try value(attribute.name, attribute.value, at: place.droppingLastStep)
      lines.append("\(variable).\(attribute.name) = \(value)")
    } catch {
      // What it refers to holds it, and is there when everything is.
      if error.isCircle { return circles.append((variable, attribute.name, attribute.value, place)) }
      todo("\(variable).\(attribute.name) is not set: \(error.reason)", at: place)
    }
  }

  /// An object of a class that nothing is known of: as a pickle would make it.
  private mutating func restored(
    _ id: ID, by constructor: String, of type: QualifiedName, attributes: [(name: String, value: ID)], at place: String
  ) throws(TacGap) -> String {
    usesRestored = true
    var parts = [constructor]
    var later: [(String, ID)] = []
    let isService = graph.attribute(id, "services") != nil
    for (name, value) in attributes where PythonLiteral.isPlainName(name) && !name.hasSuffix("persistenceVersion") {
      // A service learns its parent when it is given to it.
      if name == "parent", graph.attribute(value, "services") != nil { continue }
      // What it holds is given to it afterwards, like any service.
      if isService, let empty = ["services": "[]", "namedServices": "{}"][name] {
        parts.append("\(name)=\(empty)")
        continue
      }
      do throws(TacGap) {
        let text = try self.value(name, value, at: place)
        parts.append("\(name)=\(text)")
      } catch {
        if error.isCircle {
          later.append((name, value))
          continue
        }
        todo("the attribute \(name) is left out: \(error.reason)", at: "\(place).\(name)")
      }
    }
    let variable = names.variable(for: type.name)
    let owner =
      type.module.hasPrefix("twisted.") ? "tapconvert knows nothing of \(type)" : "\(type) is a class of yours"
    todo("\(owner): make the object as its class means it; here it has the attributes that were saved", at: place)
    lines.append("\(variable) = restored(\(parts.joined(separator: ", ")))")
    assign(variable, to: id)
    for (name, value) in later { set((name, value), of: variable, "\(place).\(name)") }
    return variable
  }
}

extension String {
  /// A path without its last attribute.
  fileprivate var droppingLastStep: String { lastIndex(of: ".").map { String(self[..<$0]) } ?? self }
}
