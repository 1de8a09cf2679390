import Toolbox

/// The `Installed-Size` of a package, reckoned as dpkg-gencontrol does (Debian Policy 5.6.20).
struct InstalledSize {
  /// Each file rounded up to whole KiB, and one for each folder, the root and the control files at hand included.
  let kibibytes: Int

  init(of tree: FileTree) {
    kibibytes =
      1
      + tree.paths.reduce(0) { sum, path in
        switch tree[path]?.kind {
        case .file(let contents): sum + (contents.count + 1023) / 1024
        case .copy(let source): sum + (source.size + 1023) / 1024
        case .hardLink(_, let size, _): sum + (size + 1023) / 1024
        case .link(let target): sum + (target.utf8.count + 1023) / 1024
        case .folder: sum + 1
        case nil: sum
        }
      }
  }
}
