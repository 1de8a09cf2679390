import Diagnostics
import Glibc
import PackageModel
import Text
import Toolbox

/// Finds out who the maintainer is, as debchange(1) does.
struct MaintainerCompletion {
  let family: PackageFamily
  let environment: [String: String]

  /// - Parameters:
  ///   - given: The value of `--maintainer`, if any.
  ///   - notes: Takes in when an address had to be guessed.
  /// - Throws: A usage failure when nobody is named and there is no default.
  func maintainer(_ given: String?, notes: inout [Diagnostic]) throws(Failure) -> Maintainer {
    if let given { return try complete(given, notes: &notes) }
    let address = variable("DEBEMAIL")
    if let address, address.contains("<") { return try complete(address, notes: &notes) }
    if let name = variable("DEBFULLNAME") {
      guard let address else { return try complete(name, notes: &notes) }
      return try Maintainer("\(name) <\(address)>") { "" }
    }
    if let address { return try Maintainer(address) { "" } }
    switch family {
    case .rpm: return .tap2rpm
    case .debian: throw Failure(.usage, "maintainer must be specified.")
    }
  }

  private func complete(_ text: String, notes: inout [Diagnostic]) throws(Failure) -> Maintainer {
    var wasGuessed = false
    let maintainer = try Maintainer(text) {
      wasGuessed = true
      return likelyAddress
    }
    if wasGuessed {
      notes.append(
        .warning(
          "the maintainer has no mail address; \(maintainer) is used",
          remedy: "give --maintainer '\(maintainer.name) <address>', or set DEBEMAIL"))
    }
    return maintainer
  }

  /// `DEBEMAIL`, `EMAIL`, or the user at this host's mail name.
  private var likelyAddress: String {
    if let address = variable("DEBEMAIL") ?? variable("EMAIL") {
      guard let open = address.firstIndex(of: "<") else { return address }
      return String(address[address.index(after: open)...].prefix { $0 != ">" })
    }
    return "\(userName)@\(mailName)"
  }

  private var userName: String {
    getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? variable("USER") ?? "root"
  }

  private var mailName: String {
    if let file = try? InputFile("/etc/mailname", limit: 4096) {
      let name = String(decoding: file.contents, as: UTF8.self).trimmed
      if !name.isEmpty { return name }
    }
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
    let name = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return name.isEmpty ? "localhost" : name
  }

  private func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
  }
}
