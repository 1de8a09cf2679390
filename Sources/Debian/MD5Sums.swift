import Diagnostics
import Toolbox

/// The `md5sums` control file: what `dpkg --verify` compares with; conffiles are left out, as dh_md5sums does.
struct MD5Sums: CustomStringConvertible {
  let description: String

  init(of tree: FileTree) throws(Failure) {
    var lines = ""
    for path in tree.paths {
      guard let entry = tree[path], !entry.isConfiguration else { continue }
      switch entry.kind {
      case .file(let contents):
        lines += "\(MD5.hexDigest(contents))  \(path)\n"
      case .copy(let source):
        lines += "\(MD5.hexDigest(try source.bytes()))  \(path)\n"
      case .hardLink(_, _, let digest):
        lines += "\(digest)  \(path)\n"
      case .link, .folder:
        continue
      }
    }
    description = lines
  }
}
