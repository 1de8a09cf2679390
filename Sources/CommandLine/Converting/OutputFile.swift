import Diagnostics
import Glibc
import Toolbox

/// A file that is made; several appear together, each whole or not at all.
struct OutputFile {
  let path: String
  let contents: [UInt8]
  let mode: mode_t

  init(_ path: String, _ contents: [UInt8], mode: mode_t) {
    (self.path, self.contents, self.mode) = (path, contents, mode)
  }

  init(_ path: String, _ text: String, mode: mode_t) { self.init(path, Array(text.utf8), mode: mode) }

  static func write(_ files: [OutputFile], _ context: BuildContext) throws(Failure) {
    try context.withWorkspace { workspace throws(Failure) in
      var publication = Publication(from: workspace)
      for (index, file) in files.enumerated() {
        let staged = "\(workspace.path)/\(index)"
        try FileSystem.write(file.contents, to: staged, mode: file.mode)
        publication.move(staged, to: file.path)
      }
      try publication.commit()
    }
  }
}
