extension Module.Kind {
  /// Where a module comes from, by its dotted name. The application's own modules count as third party here: whether
  /// one lies beside the file only the caller can see.
  package static func of(_ module: some StringProtocol) -> Self {
    // Bytes are compared, not characters: a program can name a million modules.
    let dot = UInt8(ascii: ".")
    let top = module.utf8.prefix { $0 != dot }
    if top.elementsEqual("twisted".utf8) { return .twisted }
    // zope.interface is what Twisted itself depends on; the rest of Zope is not.
    if top.elementsEqual("zope".utf8) {
      let second = module.utf8[top.endIndex...].dropFirst().prefix { $0 != dot }
      return second.isEmpty || second.elementsEqual("interface".utf8) ? .twisted : .thirdParty
    }
    return StandardLibrary.contains(module) ? .standardLibrary : .thirdParty
  }
}
