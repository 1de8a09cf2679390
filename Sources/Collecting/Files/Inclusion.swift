import Diagnostics
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
      throw Failure.usage(
        .fileMissing, "--include: there is no \(quoted(source))", remedy: "check the path")
    }
    self.source = source.count > 1 && source.hasSuffix("/") ? String(source.dropLast()) : source
    // The folder one is in has no name of its own worth keeping.
    let name = [".", ".."].contains(Path(source).name) ? "" : Path(source).name
    if destination.isEmpty { destination = name.isEmpty ? "." : name }
    if destination.hasSuffix("/") {
      destination += name.isEmpty ? FileSystem.real(source).map { Path($0).name } ?? "" : name
    }
    self.destination = try PackagePlace(destination, home: home, option: "--include").path
  }

  /// Where a file or folder of this machine goes with it, if it does.
  func place(of path: String) -> String? {
    guard let source = FileSystem.real(source), let path = FileSystem.real(path) else { return nil }
    if path == source { return destination }
    guard path.hasPrefix(source + "/") else { return nil }
    return destination + path.dropFirst(source.utf8.count)
  }
}
