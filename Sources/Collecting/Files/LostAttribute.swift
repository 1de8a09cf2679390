import Diagnostics

/// What a file has beside its bytes and its mode, and no package of these tools holds (xattr(7)).
enum LostAttribute: Sendable, Equatable {
  case capabilities
  case accessControlList
  case other(String)

  static func all(_ names: [String]) -> [Self] {
    var found: [Self] = []
    for name in names {
      let attribute: Self =
        switch name {
        case "security.capability": .capabilities
        case "system.posix_acl_access", "system.posix_acl_default": .accessControlList
        default: .other(name)
        }
      if !found.contains(attribute) { found.append(attribute) }
    }
    return found
  }

  func diagnostic(of path: String) -> Diagnostic {
    switch self {
    case .capabilities:
      .warning(
        .attributeLost, "\(quoted(path)) has file capabilities, which the package does not keep",
        remedy: "give them to the installed file by setcap(8), in a script for --postinst")
    case .accessControlList:
      .warning(
        .attributeLost, "\(quoted(path)) has an access control list, which the package does not keep",
        remedy: "give one to the installed file by setfacl(1), in a script for --postinst")
    case .other(let name):
      .note(
        .attributeLost, "\(quoted(path)) has the extended attribute \(quoted(name)), which the package does not keep",
        remedy: "where it is needed, set it by setfattr(1), in a script for --postinst")
    }
  }
}
