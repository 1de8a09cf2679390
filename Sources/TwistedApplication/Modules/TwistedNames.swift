/// The public names of Twisted's modules and the modules of its packages, of 18.9 to 25.5: what a misspelt name is told by.
package enum TwistedNames {
  /// The names in a module or package, `nil` for one that is not listed.
  package static func names(in module: String) -> [Substring]? {
    guard module == "twisted" || module.hasPrefix("twisted.") else { return nil }
    let key = Array((module == "twisted" ? module : String(module.dropFirst(8))).utf8) + [UInt8(ascii: ":")]
    var rest = table.utf8[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A }
      if line.starts(with: key) { return Substring(line.dropFirst(key.count)).split(separator: " ") }
      rest = rest[line.endIndex...].dropFirst()
    }
    return nil
  }

  private static let table = embeddedTables["twisted-names"] ?? ""
}
