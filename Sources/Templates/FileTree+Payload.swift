import PackageModel
import Toolbox

extension FileTree {
  /// Adds files at their places below a folder.
  package mutating func add(_ payload: [PackagedFile], below folder: String) {
    for file in payload {
      let path = folder + file.path
      let mode = file.mode
      switch file.content {
      case .bytes(let bytes): add(path, bytes, mode: mode, isConfiguration: file.isConfiguration)
      case .file(let source):
        addCopy(of: source, at: path, mode: mode, isConfiguration: file.isConfiguration)
      case .own(let source, let size, let md5): addHardLink(to: source, size: size, md5: md5, at: path, mode: mode)
      case .link(let target): addLink(path, to: target)
      case .folder: addFolder(path, mode: mode)
      }
    }
  }
}
