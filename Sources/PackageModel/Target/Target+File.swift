import Diagnostics
import Text

extension Target {
  /// The keys of a target's file.
  private enum Key: String, CaseIterable {
    case like, title, format, systems, newest, suites, names, twistd, twisted, python, needs, compression, standards
    case debhelper, initScripts = "init-scripts", macros, suffix
  }

  /// Reads a target's file. What it does not say is as with the target that it is `like`.
  ///
  /// - Throws: A usage failure that names the key, for what no target has.
  package init(json bytes: [UInt8], name: String, file: String) throws(Failure) {
    guard case .object(let values)? = try? JSONReader.value(of: bytes) else {
      throw Failure.usage(
        .target, "\(file) is not a JSON object",
        remedy: "write { \"like\": \"debian-13\", \"twistd\": \"/opt/twistd\" }")
    }
    let known = Key.allCases.map(\.rawValue)
    if let other = values.keys.filter({ !known.contains($0) }).sorted().first {
      throw Failure.usage(
        .target, "\(file) has the key \(quoted(other)), which no target has",
        remedy: Spelling.nearest(to: other, among: known).first.map { "did you mean \($0)?" }
          ?? "the keys are \(known.joined(separator: ", "))")
    }
    let reader = TargetReader(values: values, file: file)
    let base = try reader.word(Key.like.rawValue).map { other throws(Failure) in
      guard let target = Target(named: other) else {
        throw reader.failure(
          Key.like.rawValue, "names no target", remedy: "give one of \(Self.names.joined(separator: ", "))")
      }
      return target
    }
    func need<Value>(_ key: Key, _ value: Value?, or other: Value?) throws(Failure) -> Value {
      guard let found = value ?? other else {
        throw Failure.usage(
          .target, "\(file) does not say \(key.rawValue)",
          remedy: "say it, or what the target is like: \"like\": \"debian-13\"")
      }
      return found
    }
    let needs = try reader.words(in: Key.needs.rawValue, known: ["twisted", "accounts"])
    let twistd = try reader.word(Key.twistd.rawValue).map { path throws(Failure) in
      try AbsolutePath(path, option: "twistd in \(file)")
    }
    self.init(
      name: name, title: try reader.word(Key.title.rawValue) ?? base?.title ?? name,
      format: try need(.format, try reader.word(Key.format.rawValue), or: base?.format),
      systems: try reader.list(Key.systems.rawValue) ?? [], isNewest: try reader.flag(Key.newest.rawValue) ?? false,
      suites: try reader.list(Key.suites.rawValue) ?? base?.suites ?? [],
      namesOf: try need(.names, try reader.word(Key.names.rawValue), or: base?.namesOf),
      twistd: try need(.twistd, twistd, or: base?.twistd),
      twisted: try reader.series(Key.twisted.rawValue) ?? base?.twisted,
      python: try reader.series(Key.python.rawValue) ?? base?.python,
      twistedPackage: try need(.needs, needs["twisted"], or: base?.twistedPackage),
      accountPackage: needs["accounts"] ?? base?.accountPackage,
      compression: try need(.compression, try reader.compression(Key.compression.rawValue), or: base?.compression),
      standards: try reader.word(Key.standards.rawValue) ?? base?.standards ?? "",
      debhelper: try reader.number(Key.debhelper.rawValue) ?? base?.debhelper ?? 13,
      hasInitScripts: try need(.initScripts, try reader.flag(Key.initScripts.rawValue), or: base?.hasInitScripts),
      hasSystemdMacros: try reader.macros(Key.macros.rawValue) ?? base?.hasSystemdMacros ?? true,
      suffix: try need(.suffix, try reader.suffix(Key.suffix.rawValue), or: base?.suffix))
    for suite in suites { _ = try ArchiveName(suite, of: "suites in \(file)") }
  }
}

/// The values of a target's file by their keys, each as it may be.
private struct TargetReader {
  let values: [String: JSONValue]
  let file: String

  func failure(_ key: String, _ problem: String, remedy: String) -> Failure {
    Failure.usage(.target, "\(key) in \(file) \(problem)", remedy: remedy)
  }

  /// A word that can stand in a control file, a spec and a message.
  func word(_ key: String) throws(Failure) -> String? {
    guard let value = values[key] else { return nil }
    guard case .string(let text) = value, Self.isLine(text) else {
      throw failure(key, "is not text on one line", remedy: "write \"\(key)\": \"WORD\"")
    }
    return text
  }

  func list(_ key: String) throws(Failure) -> [String]? {
    guard let value = values[key] else { return nil }
    guard case .array(let items) = value else {
      throw failure(key, "is no list", remedy: "write \"\(key)\": [\"WORD\"]")
    }
    var words: [String] = []
    for case .string(let text) in items where Self.isLine(text) { words.append(text) }
    guard words.count == items.count else {
      throw failure(key, "has something else than words", remedy: "write \"\(key)\": [\"WORD\"]")
    }
    return words
  }

  func words(in key: String, known: [String]) throws(Failure) -> [String: String] {
    guard let value = values[key] else { return [:] }
    guard case .object(let object) = value, Set(object.keys).isSubset(of: known) else {
      throw failure(
        key, "is not an object with \(known.joined(separator: " and "))",
        remedy: "write \"\(key)\": { \"\(known[0])\": \"PACKAGE\" }")
    }
    var words: [String: String] = [:]
    for (name, value) in object {
      guard case .string(let text) = value, Self.isLine(text), (try? RelationText(text)) != nil else {
        throw failure("\(key)/\(name)", "names no package", remedy: "write the name of a package")
      }
      words[name] = text
    }
    return words
  }

  func flag(_ key: String) throws(Failure) -> Bool? {
    guard let value = values[key] else { return nil }
    guard case .boolean(let flag) = value else {
      throw failure(key, "is neither true nor false", remedy: "write true or false")
    }
    return flag
  }

  func number(_ key: String) throws(Failure) -> Int? {
    guard let value = values[key] else { return nil }
    guard case .integer(let number) = value, (9...99).contains(number) else {
      throw failure(key, "is not a debhelper level", remedy: "write 13")
    }
    return number
  }

  func series(_ key: String) throws(Failure) -> ReleaseSeries? {
    guard let text = try word(key) else { return nil }
    guard let series = ReleaseSeries(text) else {
      throw failure(key, "is not a release", remedy: "write \"3.13\", for example")
    }
    return series
  }

  func compression(_ key: String) throws(Failure) -> [Compression.Method]? {
    guard let words = try list(key) else { return nil }
    let methods = words.compactMap(Compression.Method.init(rawValue:))
    guard methods.count == words.count else {
      throw failure(key, "names what nothing is packed with", remedy: "write of xz, zstd and gzip what is read there")
    }
    return methods
  }

  func macros(_ key: String) throws(Failure) -> Bool? {
    switch try word(key) {
    case nil: nil
    case "systemd": true
    case "none": false
    default: throw failure(key, "names no macros", remedy: "write systemd or none")
    }
  }

  /// dpkg and rpm sort what begins with `~` before what it stands after.
  func suffix(_ key: String) throws(Failure) -> String? {
    guard let text = try word(key) else { return nil }
    let rest = text.dropFirst()
    guard let first = text.first, "~+.".contains(first), !rest.isEmpty, text.utf8.count <= 40,
      rest.utf8.allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ".") })
    else {
      throw failure(
        key, "cannot stand after a version", remedy: "write ~ and letters or digits, for example \"~shop3\"")
    }
    return text
  }

  private static func isLine(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200 && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !$0.isDeceptive }
  }
}
