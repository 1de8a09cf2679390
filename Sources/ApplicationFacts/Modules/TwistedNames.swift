/// The public names of Twisted's modules and the modules of its packages, of 18.9 to 25.5: what a misspelt name is told by.
package enum TwistedNames {
  /// The names in a module or package, `nil` for one that is not listed.
  package static func names(in module: String) -> [Substring]? {
    guard module == "twisted" || module.hasPrefix("twisted.") else { return nil }
    // A line begins with the module.
    let key = Array("\n\(module == "twisted" ? module : String(module.dropFirst(8))):".utf8)
    let names = table.withUnsafeBufferPointer { table -> [UInt8]? in
      guard let line = table.offset(of: key) else { return nil }
      return Array(table[(line + key.count)...].prefix { $0 != UInt8(ascii: "\n") })
    }
    return names.map { String(decoding: $0, as: UTF8.self).split(separator: " ") }
  }

  private static let table = Array("\n\(embeddedTables["twisted-names"] ?? "")".utf8)
}
