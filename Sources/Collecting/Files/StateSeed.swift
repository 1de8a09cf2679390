import Diagnostics
import PackageModel
import Text
import Toolbox

/// What `--state SRC[:DEST]` asks for: a file or folder of which the service gets a copy of its own, or an empty folder.
struct StateSeed: Sendable, Equatable {
  /// `nil` for an empty folder.
  let source: String?
  /// Below the service's folder.
  let destination: String

  /// - Parameter text: The option's value. What exists under the whole of it is the source; else it ends at the last colon.
  /// - Throws: A usage failure for a source that is not there, and for a destination that is not in the service's folder.
  init(_ text: String, service: PackageName) throws(Failure) {
    var (source, place) = (text, "")
    if !FileSystem.exists(text), let colon = text.lastIndex(of: ":") {
      source = String(text[..<colon])
      place = String(text[text.index(after: colon)...])
    }
    while source.count > 1, source.hasSuffix("/") { source.removeLast() }
    guard source.isEmpty || FileSystem.exists(source) else {
      throw Failure.usage(
        .fileMissing, "--state: there is no \(quoted(source))",
        remedy: "check the path, or give --state :\(source) for an empty folder")
    }
    self.source = source.isEmpty ? nil : source
    let folder = "/var/lib/\(service)/"
    if place.hasPrefix(folder) { place.removeFirst(folder.count) }
    if place.isEmpty || (place.hasSuffix("/") && !source.isEmpty) { place += Path(source).name }
    let parts = place.split(separator: "/").filter { $0 != "." }
    guard !place.hasPrefix("/"), !parts.contains(".."), !parts.isEmpty, parts.allSatisfy({ !$0.hasPrefix("-") }) else {
      throw Failure.usage(
        .targetPath, "--state leads to \(quoted(place))",
        remedy: "name a place below \(folder), without that and without ..")
    }
    destination = parts.joined(separator: "/")
    try refuseDeceptive(destination, of: "--state")
  }
}
