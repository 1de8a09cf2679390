import Toolbox

/// The `md5sums` control file: what `dpkg --verify` compares with; conffiles are left out, as dh_md5sums does.
struct MD5Sums: CustomStringConvertible {
  let description: String

  init(of tree: FileTree) {
    description = tree.paths.compactMap { path in
      guard let entry = tree[path], case .file(let contents) = entry.kind, !entry.isConfiguration else { return nil }
      return "\(MD5.hexDigest(contents))  \(path)\n"
    }.joined()
  }
}
