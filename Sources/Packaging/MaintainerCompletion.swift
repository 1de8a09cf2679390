import Diagnostics
import Formats
import PackageModel
import Text
import Toolbox

/// Finds out who the maintainer is, as debchange(1) does.
struct MaintainerCompletion {
  let format: any PackageFormat
  let context: BuildContext

  /// - Parameter given: The value of `--maintainer`, if any.
  /// - Throws: A usage failure when nobody is named and there is no default, or there is no address: this machine's own
  ///   name is of no use to those who get the package.
  func maintainer(_ given: String?) throws(Failure) -> Maintainer {
    if let given { return try complete(given) }
    let address = variable("DEBEMAIL")
    if let address, address.contains("<") { return try complete(address) }
    if let name = variable("DEBFULLNAME") {
      guard let address else { return try complete(name) }
      return try Maintainer("\(name) <\(address)>") { nil }
    }
    if let address { return try Maintainer(address) { nil } }
    if let usual = format.usualMaintainer { return usual }
    throw Failure.usage(
      .maintainer, "maintainer must be specified",
      remedy: "give -m 'Your Name <you@example.org>', or set DEBFULLNAME and DEBEMAIL")
  }

  /// The address of a name alone is looked for in `DEBEMAIL` and `EMAIL`.
  private func complete(_ text: String) throws(Failure) -> Maintainer {
    try Maintainer(text) {
      guard let address = variable("DEBEMAIL") ?? variable("EMAIL") else { return nil }
      guard let open = address.firstIndex(of: "<") else { return address }
      return String(address[address.index(after: open)...].prefix { $0 != ">" })
    }
  }

  private func variable(_ name: String) -> String? {
    context.environment[name].flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
  }
}
