import Bundling
import Diagnostics
import Formats
import PackageModel
import Templates
import Toolbox

extension Contents {
  /// What all compiled files need of the system, and the architecture that they tie the package to.
  static func libraries(
    of compiled: CompiledFiles, in payload: [PackagedFile], and bundled: [String], for request: PackageRequest,
    _ format: any PackageFormat, _ context: BuildContext
  ) throws(Failure) -> (architecture: String, relations: [RelationText])? {
    guard !compiled.places.isEmpty || !bundled.isEmpty else { return nil }
    return try context.withWorkspace { workspace throws(Failure) in
      let folder = "\(workspace.path)/compiled"
      var tree = FileTree()
      tree.add(compiled.loaded.map { payload[$0] }, below: "")
      try FileSystem.write(tree, to: folder, timestamp: request.timestamp)
      let files = bundled + compiled.loaded.map { folder + payload[$0].path }
      context.progress("looking for the libraries of \(files.count.grouped) compiled files")
      return try format.libraries(of: files, timestamp: request.timestamp, context)
    }
  }
}
