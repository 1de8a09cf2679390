import CommandOptions
import Diagnostics
import Glibc
import Toolbox

/// One of several packages: the run that makes it alone.
struct FleetJob: Sendable, Equatable {
  /// What it is called in messages: the application, as it was named.
  let title: String
  /// The words after the tool's name of a run that makes it.
  let words: [String]
  /// In bytes, with what a package costs whatever is in it.
  let size: Int

  private static let usualSize = 1 << 18

  init(_ title: String, _ given: [GivenOption], arguments: [String]) {
    self.title = title
    words = given.map(\.word) + (arguments.isEmpty ? [] : ["--"] + arguments)
    let named = given.filter { ["tapfile", "project", "include", "bundle"].contains($0.name) }.compactMap(\.value)
    size = Self.usualSize + named.reduce(0) { $0 + Self.size(of: $1, depth: 0) }
  }

  /// The bytes of a file, or of all files in a folder; no link is followed.
  private static func size(of path: String, depth: Int) -> Int {
    var status = stat()
    guard depth < 32, lstat(path, &status) == 0 else { return 0 }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    }
    return ((try? FileSystem.names(in: path)) ?? []).reduce(0) { $0 + size(of: "\(path)/\($1)", depth: depth + 1) }
  }

  /// The runs for `--each`.
  ///
  /// - Parameter output: A folder of which nothing is taken in.
  static func each(of options: FleetOptions, output: String) throws(Failure) -> [FleetJob] {
    guard !options.files.isEmpty else {
      throw Failure.usage(.inputMissing, "--each names no application", remedy: "name files, folders or patterns")
    }
    var files = OrderedSet<String>()
    let own = FileSystem.real(output)
    for name in options.files {
      if FileSystem.isFolder(name) {
        files.append(contentsOf: try applications(in: name, but: own))
      } else if FileSystem.exists(name) || !name.contains(where: { "*?[".contains($0) }) {
        files.append(name)
      } else {
        let matches = matches(of: name)
        guard !matches.isEmpty else {
          throw Failure.usage(.fileMissing, "nothing matches \(quoted(name))", remedy: "check the pattern")
        }
        for match in matches {
          files.append(contentsOf: FileSystem.isFolder(match) ? try applications(in: match, but: own) : [match])
        }
      }
    }
    return files.elements.map { file in
      FleetJob(
        file, options.given + [GivenOption("tapfile", file, isRepeatable: true)], arguments: options.arguments)
    }
  }

  /// glob(3), in the order of the names.
  private static func matches(of pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    let paths = UnsafeBufferPointer(start: found.gl_pathv, count: Int(found.gl_pathc))
    return paths.compactMap { $0.map { String(cString: $0) } }
  }

  private static let endings = [".tac", ".tap", ".tas", ".tax"]

  /// The application files in a folder and below it, without those of hidden folders and behind links.
  private static func applications(in folder: String, but output: String?) throws(Failure) -> [String] {
    var files: [String] = []
    try gather(folder.hasSuffix("/") ? String(folder.dropLast()) : folder, output, depth: 0, into: &files)
    guard !files.isEmpty else {
      throw Failure.usage(
        .inputMissing, "there is no application file in \(quoted(folder))",
        remedy: "name files whose names end otherwise: folders are searched for \(endings.joined(separator: ", "))")
    }
    return files
  }

  private static func gather(
    _ folder: String, _ output: String?, depth: Int, into files: inout [String]
  ) throws(Failure) {
    if depth > 0, FileSystem.real(folder) == output { return }
    for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else {
        if endings.contains(where: name.hasSuffix), name.unicodeScalars.contains("\u{FFFD}") {
          throw Failure.usage(
            .encoding, "\(quoted(path)) has a name that is not UTF-8", remedy: "rename it, or move it out of the folder"
          )
        }
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR where depth < 32: try gather(path, output, depth: depth + 1, into: &files)
      case S_IFREG where endings.contains(where: name.hasSuffix): files.append(path)
      default: break
      }
    }
  }
}
