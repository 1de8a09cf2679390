import Diagnostics
import Formats
import PackageModel
import Text
import Toolbox

/// What would be installed and what was rendered, before anything is built.
struct Preview {
  private let spec: PackageSpec
  private let trees: PackageTrees

  init(of spec: PackageSpec, _ trees: PackageTrees) { (self.spec, self.trees) = (spec, trees) }

  /// One file, folder or link as it is installed.
  struct Row {
    let permissions: String
    let owner: String
    /// With a slash after a folder's, and where a link leads.
    let name: String
    let reason: String
    /// In bytes; `nil` for a folder or link.
    let size: Int?
    let isFolder: Bool
  }

  /// A line for each file: mode, owner, path and why it goes in, as `ls -l` begins them.
  var list: String {
    rows.map { row in
      let why = row.reason.isEmpty ? "" : "  (\(row.reason.visibleLine))"
      return "\(row.permissions) \(row.owner) \(row.name.visibleLine)\(why)\n"
    }.joined()
  }

  var rows: [Row] {
    let reasons = Dictionary(spec.payload.map { ($0.path, $0.reason) }, uniquingKeysWith: { first, _ in first })
      .merging(ownReasons) { $1 }
    let groups = Dictionary(
      spec.services.flatMap { service in spec.privateFiles(of: service).map { ($0, service.privateGroup) } },
      uniquingKeysWith: { first, _ in first })
    return trees.installed.paths.compactMap { path in
      guard let entry = trees.installed[path] else { return nil }
      let full = "/\(path)"
      let reason = reasons[full] ?? ""
      var name = entry.kind == .folder ? full + "/" : full
      if case .link(let target) = entry.kind { name += " -> \(target)" }
      return Row(
        permissions: entry.permissions, owner: "root:\(groups[full] ?? "root")", name: name, reason: reason,
        size: entry.size, isFolder: entry.kind == .folder)
    }
  }

  private var ownReasons: [String: String] {
    Dictionary(spec.installedFiles.map { ($0.path, $0.reason) }, uniquingKeysWith: { first, _ in first })
  }

  /// The text of one file that was rendered, or of all, each under its path.
  ///
  /// - Parameter name: A path, or the end of one after a slash or dot: `postinst`, `service`.
  /// - Throws: A usage failure for a name of none.
  func text(of name: String?) throws(Failure) -> String {
    let files = rendered
    guard let name, !name.isEmpty else {
      return files.map { "==> \($0.path.visibleLine) <==\n\($0.text.visible)\n" }.joined()
    }
    // What is installed goes before what of the source ends so, too.
    if let file = files.first(where: { $0.path == name })
      ?? files.first(where: { $0.path.hasSuffix("/\(name)") || $0.path.hasSuffix(".\(name)") })
    {
      return file.text.visible
    }
    let names = files.flatMap { file -> [String] in
      let base = Path(file.path).name
      return [base] + base.split(separator: ".").suffix(1).map(String.init)
    }
    throw Failure.usage(
      .optionValue, "no file of the package is called \(quoted(name))",
      remedy: Spelling.nearest(to: name, among: names).first.map { "try --print=\($0)" } ?? "--print shows them all")
  }

  /// A file that was rendered.
  struct File {
    let path: String
    let text: String
    let isScript: Bool
    let isUnit: Bool
  }

  /// What was rendered for the installed package, scripts and units told apart.
  var files: [File] {
    // A spec names its scriptlets so.
    let endings = [".pre", ".post", ".preun", ".postun", ".pretrans", ".posttrans"]
    return rendered.map { file in
      File(
        path: file.path, text: file.text,
        isScript: trees.control[file.path] != nil && file.text.hasPrefix("#!")
          || trees.source[file.path] != nil && endings.contains { file.path.hasSuffix($0) },
        isUnit: file.path.hasPrefix("usr/lib/systemd/system/") && file.path.hasSuffix(".service"))
    }
  }

  /// The same for programs: what would be installed, or what was rendered.
  ///
  /// - Parameter isList: Whether `list` was asked for, not `text`.
  func document(isList: Bool, of name: String?) throws(Failure) -> BuildDocument.Package {
    var package = BuildDocument.Package(spec)
    if isList {
      package.installed = zip(
        rows, trees.installed.paths.compactMap { path in trees.installed[path].map { (path, $0) } }
      )
      .map { row, entry in
        let (path, entry) = entry
        var item = PreviewDocument.Item(
          path: "/\(path)", kind: "file", mode: String(entry.mode & 0o7777, radix: 8), owner: "root",
          group: row.owner.split(separator: ":").last.map(String.init) ?? "root", size: row.size,
          reason: row.reason.isEmpty ? nil : row.reason)
        if case .link(let target) = entry.kind { (item.kind, item.target) = ("link", target) }
        if row.isFolder { item.kind = "folder" }
        return item
      }
    } else if let name, !name.isEmpty {
      package.rendered = [PreviewDocument.Text(path: name, text: try text(of: name))]
    } else {
      package.rendered = rendered.map { PreviewDocument.Text(path: $0.path, text: $0.text) }
    }
    return package
  }

  /// What was rendered, the package's own files first; those that came as they are can be looked at where they are.
  private var rendered: [(path: String, text: String)] {
    let own = Set(spec.payload.map(\.path) + spec.services.compactMap(\.command.applicationPath))
    return [trees.control, trees.installed, trees.source].flatMap { tree in
      tree.paths.compactMap { path -> (String, String)? in
        guard case .file(let bytes)? = tree[path]?.kind, !own.contains("/\(path)"), !path.hasPrefix("files/"),
          let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains("\0")
        else { return nil }
        return (path, text)
      }
    }
  }
}

extension FileTree.Entry {
  /// In bytes; `nil` for a folder or link.
  fileprivate var size: Int? {
    switch kind {
    case .file(let contents): contents.count
    case .copy(let source): source.size
    case .hardLink(_, let size, _): size
    case .link, .folder: nil
    }
  }

  /// `-rw-r--r--`.
  fileprivate var permissions: String {
    let type: Character
    switch kind {
    case .folder: type = "d"
    case .link: type = "l"
    case .file, .copy, .hardLink: type = "-"
    }
    var text = String(type)
    for (index, letter) in "rwxrwxrwx".enumerated() { text.append(mode >> UInt32(8 - index) & 1 == 1 ? letter : "-") }
    return text
  }
}
