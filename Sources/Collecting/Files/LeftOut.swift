import Diagnostics
import PackageModel
import Toolbox
import ApplicationFacts

/// What lies beside the application, is named in its sources, and does not go in: how it is used could not be read, so the
/// packager is asked.
struct LeftOut {
  let name: PackageName
  /// The application file on this machine, and its folder.
  let file: String
  let folder: Folder
  /// What is known of the files that the application uses, which has been settled.
  let references: [FileReference]

  private static let noteLimit = 10

  /// - Parameters:
  ///   - paths: Texts of the sources, each with its place.
  ///   - payload: What goes in.
  func notes(_ paths: [String: SourceLocation], payload: [PackagedFile]) -> [Diagnostic] {
    let settled = Set(references.compactMap(\.path.likely).map(Self.plain))
    // Most texts name nothing, which one look at the folder tells of all of them.
    let present = FolderListing(folder)
    let candidates = paths.filter { path, _ in present.mayHave(String(Self.plain(path).prefix { $0 != "/" })) }
    let found = candidates.sorted { ($0.value.line ?? 0, $0.key) < ($1.value.line ?? 0, $1.key) }.compactMap {
      path, location in
      let plain = Self.plain(path)
      let isSettled =
        settled.contains(plain) || settled.contains { $0.hasPrefix(plain + "/") || plain.hasPrefix($0 + "/") }
      return !isSettled && isWorthTelling(plain) ? (plain, location) : nil
    }
    guard !found.isEmpty else { return [] }
    let packed = Set(payload.compactMap(\.sourceName).compactMap(FileSystem.real))
    var told: Set<String> = []
    return found.compactMap { path, location -> Diagnostic? in
      guard let real = FileSystem.real(folder.name(of: path)), told.count < Self.noteLimit,
        !packed.contains(real), !packed.contains(where: { $0.hasPrefix(real + "/") }), told.insert(real).inserted
      else { return nil }
      return .note(
        .fileLeftOut, "\(quoted(path)) lies beside the application, which names it, and is not packaged", at: location,
        remedy: "if the service needs it, give --include \(path):/etc/\(name)/\(path)")
    }
  }

  /// What else lies beside the application file, where code that was not read makes its service: that may read any of it.
  func siblings(payload: [PackagedFile]) -> [Diagnostic] {
    let settled = references.compactMap(\.path.likely).map { Self.plain($0).prefix { $0 != "/" } }
    let packed = payload.compactMap(\.sourceName).compactMap(FileSystem.real)
    let names = ((try? folder.names(in: ".")) ?? []).filter { name in
      guard isWorthTelling(name), !settled.contains(name[...]), !Self.isOfProject(name),
        let real = FileSystem.real(folder.name(of: name))
      else { return false }
      return !packed.contains { $0 == real || $0.hasPrefix(real + "/") }
    }
    guard !names.isEmpty else { return [] }
    let shown = names.prefix(Self.noteLimit).map(quoted).joined(separator: ", ")
    let rest = names.count > Self.noteLimit ? " and \(names.count - Self.noteLimit) more" : ""
    return [
      .note(
        .fileLeftOut,
        "beside the application lies what is not packaged, and code that was not read may need it: "
          + "\(shown)\(rest)", at: SourceLocation(file: file),
        remedy: "give --state NAME for each that the service needs")
    ]
  }

  /// Whether a name is one that developers and tools keep beside a program.
  private static func isOfProject(_ name: String) -> Bool {
    let lower = name.lowercased()
    return [
      "readme", "license", "licence", "copying", "change", "news", "makefile", "requirements", "setup.", "tap2deb",
    ]
    .contains { lower.hasPrefix($0) }
      || [".md", ".rst", ".toml", ".deb", ".rpm", ".changes", ".tac", ".tap", ".log", ".pid", "~"]
        .contains { lower.hasSuffix($0) }
  }

  /// What is there and may well be the service's.
  private func isWorthTelling(_ path: String) -> Bool {
    guard let kind = try? folder.find(path).status.kind, FileSystem.real(folder.name(of: path)) != FileSystem.real(file)
    else { return false }
    let top = path.prefix { $0 != "/" }
    if Self.others.contains(String(top)) || top.hasPrefix(".") { return false }
    switch kind {
    case .file: return !path.hasSuffix(".py") && !path.hasSuffix(".pyc")
    // A package's name is a word like any other.
    case .folder: return (try? folder.find("\(path)/__init__.py")) == nil
    default: return false
    }
  }

  /// Folders of a project that no service reads.
  private static let others: Set<String> = [
    "build", "debian", "dist", "doc", "docs", "packaging", "rpm", "test", "tests", "venv",
  ]

  private static func plain(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}

extension PackagedFile {
  /// The name of the file on this machine that it is copied from.
  fileprivate var sourceName: String? { if case .file(let file) = content { file.name } else { nil } }
}
