import Diagnostics
import Templates
import Text
import Toolbox

/// The user's own templates, from `--templates DIR`.
package enum TemplateFolder {
  private static let sizeLimit = 1 << 20
  private static let depthLimit = 4
  private static let countLimit = 1000

  /// Reads every file of the folder by its path below it; hidden files and editors' copies are left alone, and so is what
  /// lies beside the groups, a README for example.
  static func read(_ path: String?) throws(Failure) -> [String: String] {
    guard let path else { return [:] }
    guard FileSystem.isFolder(path) else {
      throw Failure.usage(.template, "--templates: there is no folder \(quoted(path))", remedy: "check the path")
    }
    let folder: Folder
    let names: [String]
    do throws(FileProblem) {
      folder = try Folder(path)
      names = try files(in: folder)
    } catch {
      throw error.failure(.usage, path)
    }
    guard names.count <= countLimit else {
      throw Failure.usage(
        .limit, "has more than \(countLimit) files", at: SourceLocation(file: path),
        remedy: "check that it is the right folder")
    }
    var texts: [String: String] = [:]
    for name in names {
      let file = try InputFile(name, in: folder, limit: sizeLimit, kind: .usage)
      texts[name] = try TextFile(file.contents, name: file.path).text
    }
    return texts
  }

  private static func files(in folder: Folder) throws(FileProblem) -> [String] {
    var files: [String] = []
    var pending: [(path: String, depth: Int)] = [(".", 0)]
    while let (path, depth) = pending.popLast(), files.count <= countLimit {
      for name in try folder.names(in: path) where !name.hasPrefix(".") && !name.hasSuffix("~") {
        let full = path == "." ? name : "\(path)/\(name)"
        let (place, status) = try folder.find(full)
        if status.kind == .folder {
          if depth < depthLimit { pending.append((place, depth + 1)) }
        } else if depth > 0 {
          files.append(full)
        }
      }
    }
    return files
  }

  /// Writes the tool's own templates out, over nothing that is there.
  package static func write(to folder: String) throws(Failure) {
    if let path = TemplateStore.paths.map({ "\(folder)/\($0)" }).first(where: FileSystem.exists) {
      throw Failure.usage(
        .outputExists, "is there already, and is not written over", at: SourceLocation(file: path),
        remedy: "name another folder, or move it away first")
    }
    for path in TemplateStore.paths {
      let full = "\(folder)/\(path)"
      try FileSystem.makeFolder(Path(full).folder)
      try FileSystem.write(Array(TemplateStore.text(path).utf8), to: full, mode: Umask.applied(to: 0o644))
    }
  }
}
