/// The imports and variables of a source, no two of one name.
struct TacNames {
  /// `import a` and `from a import b`, by the module and the name in it.
  private var imports: [String: String] = [:]
  /// Plain imports, and the names from each package.
  private var plain: Set<String> = []
  private var packages: [String: Set<String>] = [:]
  private var taken: Set<String> = [
    "application", "secrets", "restored", "json", "os", "folder", "parent", "print", "list", "dict", "object", "str",
    "bytes", "set", "frozenset", "tuple", "int", "float",
  ]

  /// The import statements, sorted; one for each package.
  var importLines: [String] {
    plain.sorted()
      + packages.sorted { $0.key < $1.key }.map { "from \($0.key) import \($0.value.sorted().joined(separator: ", "))" }
  }

  /// Imports a module and returns what it is called.
  mutating func module(_ name: String) -> String {
    if let known = imports[name] { return known }
    let last = name.split(separator: ".").last.map(String.init) ?? name
    let package = name.dropLast(last.count + 1)
    var word = last
    if taken.contains(word) { word = free(name.split(separator: ".").suffix(2).joined(separator: "_")) }
    taken.insert(word)
    imports[name] = word
    let alias = word == last ? "" : " as \(word)"
    if package.isEmpty {
      plain.insert("import \(last)\(alias)")
    } else {
      packages[String(package), default: []].insert(last + alias)
    }
    return word
  }

  /// A variable named for a class: `FTPFactory` becomes `ftp_factory`.
  mutating func variable(for type: String) -> String {
    let word = free(Self.snake(type))
    taken.insert(word)
    return word
  }

  private func free(_ wanted: String) -> String {
    let stem = PythonLiteral.isPlainName(wanted) ? wanted : "value"
    var word = stem
    var number = 2
    while taken.contains(word) {
      word = "\(stem)_\(number)"
      number += 1
    }
    return word
  }

  private static func snake(_ name: String) -> String {
    let letters = Array(name)
    var result = ""
    for (index, letter) in letters.enumerated() {
      let before = index > 0 ? letters[index - 1] : "_"
      let after = index + 1 < letters.count ? letters[index + 1] : "_"
      let begins = letter.isUppercase && before != "_" && (!before.isUppercase || after.isLowercase)
      result += (begins ? "_" : "") + letter.lowercased()
    }
    return result
  }
}
