import Diagnostics
import ApplicationFacts

/// Who the service runs as.
package struct ServiceAccount: Sendable, Equatable {
  package var user: SystemUser
  package var group: SystemUser
  /// Whether the package makes the account where it is missing. Numbers have no account to make.
  package var isMade: Bool
  /// The application file itself asks twistd to switch to a user, so twistd has to be told that it runs as the right one.
  package var isAskedFor: Bool

  /// What `uid_t` holds, without the value that stands for "unchanged" (chown(2)).
  private static let numbers = 0..<Int(UInt32.max)

  /// Whether a number belongs to an account of the system: those below 1000 are given out by distributions and their
  /// packages (Debian Policy 9.2.2; login.defs(5), SYS_UID_MAX), such as disk, shadow and docker, and 65534 is nobody.
  private static func isOfSystem(_ number: Int) -> Bool { number < 1000 || number == 65534 || number == 65535 }

  package init(user: SystemUser, group: SystemUser, isMade: Bool = true, isAskedFor: Bool = false) {
    self.user = user
    self.group = group
    self.isMade = isMade
    self.isAskedFor = isAskedFor
  }

  /// The packager's word first, then the application's own, then a system user for this service alone.
  ///
  /// - Throws: A usage failure when the application wants to be root, or another account of the system, and nobody said
  ///   that it may.
  package init(
    user: String?, group: String?, application: Application?, package: PackageName
  ) throws(Failure) {
    let uid = application?.uid
    let gid = application?.gid
    isAskedFor = uid != nil || gid != nil
    if let user {
      self.user = try SystemUser(user, option: "--user")
      self.group = try group.map { name throws(Failure) in try SystemUser(name, option: "--group") } ?? self.user
      isMade = user != "root"
      return
    }
    if let number = uid?.likely {
      guard number != 0 else {
        throw Failure.usage(
          .account, "the application asks to run as root", at: uid?.location,
          remedy: "name another user with --user NAME, or say --user root if it has to be")
      }
      let gidNumber = gid?.likely ?? number
      guard Self.numbers.contains(number), Self.numbers.contains(gidNumber) else {
        throw Failure.usage(
          .account, "the application asks for a user or group with an impossible number", at: uid?.location,
          remedy: "name the user with --user NAME")
      }
      guard !Self.isOfSystem(number) else {
        throw Failure.usage(
          .account, "the application asks to run as user \(number), which is an account of the system",
          at: uid?.location,
          remedy: "name the user with --user NAME, or leave the number out for a user of the service's own")
      }
      guard group != nil || !Self.isOfSystem(gidNumber) else {
        throw Failure.usage(
          .account, "the application asks to run as group \(gidNumber), which is a group of the system",
          at: gid?.location ?? uid?.location,
          remedy: "name the group with --group NAME, or leave the number out for a group of the service's own")
      }
      self.user = SystemUser(number: number)
      self.group =
        try group.map { name throws(Failure) in try SystemUser(name, option: "--group") }
        ?? SystemUser(number: gidNumber)
      isMade = false
      return
    }
    self.user = SystemUser(for: package)
    self.group = try group.map { name throws(Failure) in try SystemUser(name, option: "--group") } ?? self.user
    isMade = true
  }
  /// What is told where an application chooses its user in a way that only running it would tell, and nobody names one.
  package static func notes(user: String?, application: Application?) -> [Diagnostic] {
    guard user == nil, let uid = application?.uid, uid.likely == nil else { return [] }
    return [
      .warning(
        .accountUnknown,
        "the application switches to a user that only running it would tell\(uid.origin.map { " (\($0))" } ?? "")",
        at: uid.location, remedy: "name the user with --user NAME")
    ]
  }
}
