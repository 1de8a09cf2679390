import Glibc

/// The extended attributes of a file that somebody gave it (xattr(7)): its capabilities, its access control list, and
/// what programs keep there.
enum ExtendedAttributes {
  private typealias Call = @convention(c) (Int32, UnsafeMutablePointer<CChar>?, Int) -> Int

  /// What the system, the file system or a desktop keeps for itself, and makes anew where the file is copied to.
  private static let own = [
    "security.selinux", "security.ima", "security.evm", "security.SMACK64", "trusted.", "btrfs.", "system.nfs4_acl",
    "user.xdg.", "user.DOSATTRIB", "user.mime_type",
  ]

  /// The names, in the order of their bytes; none where the file system has no attributes.
  static func names(of descriptor: Int32) -> [String] {
    // Swift's Glibc module does not show it.
    guard let symbol = dlsym(nil, "flistxattr") else { return [] }
    let list = unsafeBitCast(symbol, to: Call.self)
    let size = list(descriptor, nil, 0)
    guard size > 0 else { return [] }
    var buffer = [CChar](repeating: 0, count: size)
    let length = list(descriptor, &buffer, size)
    guard length > 0 else { return [] }
    return buffer.prefix(length).split(separator: 0)
      .map { String(decoding: $0.map { UInt8(bitPattern: $0) }, as: UTF8.self) }
      .filter { name in !own.contains { name.hasPrefix($0) } }
      .sorted { $0.precedes($1) }
  }
}
