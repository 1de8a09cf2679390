extension Module.Kind {
  /// Where a module comes from, by its dotted name. The application's own modules count as third party here: whether
  /// one lies beside the file only the caller can see.
  package static func of(_ module: some StringProtocol) -> Self {
    let parts = module.split(separator: ".", maxSplits: 2)
    switch parts.first {
    case "twisted": return .twisted
    // zope.interface is what Twisted itself depends on; the rest of Zope is not.
    case "zope": return parts.count == 1 || parts[1] == "interface" ? .twisted : .thirdParty
    default: return StandardLibrary.contains(module) ? .standardLibrary : .thirdParty
    }
  }
}
