import Diagnostics
import PackageModel
import Text
import Toolbox

/// What `--include SRC[:DEST]` asks for.
struct Inclusion: Sendable, Equatable {
  let source: String
  /// Where it is installed, absolute, without a slash at the end.
  let destination: String

  /// - Parameters:
  ///   - text: The option's value. What exists under the whole of it is the source; else it ends at the last colon.
  ///   - home: The folder that relative destinations are below, and all that name none.
  /// - Throws: A usage failure for a source that is not there and a destination that is not the package's to fill.
  init(_ text: String, home: String) throws(Failure) {
    var (source, destination) = (text, "")
    if !FileSystem.exists(text), let colon = text.lastIndex(of: ":") {
      source = String(text[..<colon])
      destination = String(text[text.index(after: colon)...])
    }
    guard !source.isEmpty, FileSystem.exists(source) else {
      throw Failure(.usage, "--include names nothing that is there: \(quoted(source))", remedy: "check the path")
    }
    let isInto = destination.hasSuffix("/")
    let base = FileSystem.real(source).map { Path($0).name } ?? Path(source).name
    // The folder one is in has no name of its own worth keeping.
    let name = [".", ".."].contains(Path(source).name) ? "" : Path(source).name
    let given = destination
    if !destination.hasPrefix("/") { destination = home + (destination.isEmpty ? "" : "/\(destination)") }
    if given.isEmpty { destination += "/" + name } else if isInto { destination += "/" + (name.isEmpty ? base : name) }
    let parts = destination.split(separator: "/").filter { $0 != "." }
    guard !parts.contains(".."), parts.count > 1 else {
      throw Failure(
        .usage, "--include leads to \(quoted(given))",
        remedy: "name a place in a folder such as /usr/share, /etc, /opt or /srv, without ..")
    }
    self.source = source.count > 1 && source.hasSuffix("/") ? String(source.dropLast()) : source
    self.destination = "/" + parts.joined(separator: "/")
    try check()
  }

  private func check() throws(Failure) {
    guard !destination.unicodeScalars.contains(where: \.isDeceptive) else {
      throw Failure(
        .usage, "--include leads to a name that looks like another: \(quoted(destination))",
        remedy: "take out the characters that are not seen")
    }
    // FHS 3.0: what is the administrator's, the running system's or the users'; and links to /usr on merged systems.
    let foreign = [
      "usr/local", "run", "var/run", "proc", "sys", "dev", "tmp", "var/tmp", "home", "root", "mnt", "media", "boot",
      "bin", "sbin", "lib", "lib32", "lib64", "DEBIAN",
    ]
    for folder in foreign where destination == "/\(folder)" || destination.hasPrefix("/\(folder)/") {
      throw Failure(
        .usage, "--include leads to /\(folder), where no package puts files: \(quoted(destination))",
        remedy: "use /usr/share, /usr/lib, /etc, /opt or /srv")
    }
  }
}
