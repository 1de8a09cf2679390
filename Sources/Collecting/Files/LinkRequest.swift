import Diagnostics
import PackageModel

/// What `--link TARGET:PATH` asks for: a link to a file that the target has, or gets from another package.
struct LinkRequest: Sendable, Equatable {
  let file: PackagedFile

  /// - Parameter home: The folder that a relative PATH is below.
  /// - Throws: A usage failure for a link that is not said whole, and a place that is not the package's to fill.
  init(_ text: String, home: String) throws(Failure) {
    guard let colon = text.lastIndex(of: ":") else {
      throw Failure.usage(
        .link, "--link has no colon: \(quoted(text))", remedy: "write --link TARGET:PATH, as in /etc/ssl/certs:certs")
    }
    let (target, place) = (String(text[..<colon]), String(text[text.index(after: colon)...]))
    let parts = target.split(separator: "/").filter { $0 != "." }
    guard target.hasPrefix("/"), !parts.contains(".."), !parts.isEmpty,
      !target.unicodeScalars.contains(where: \.isDeceptive)
    else {
      throw Failure.usage(
        .link, "--link leads to \(quoted(target))",
        remedy: "name what the link leads to by its absolute path, without ..")
    }
    guard !place.isEmpty, !place.hasSuffix("/") else {
      throw Failure.usage(
        .link, "--link does not say where the link is: \(quoted(text))", remedy: "write --link TARGET:PATH")
    }
    file = PackagedFile(
      try PackagePlace(place, home: home, option: "--link").path, linkTo: "/" + parts.joined(separator: "/"))
  }
}
