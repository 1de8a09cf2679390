import Diagnostics
import PackageModel

extension TemplateStore {
  /// The new files, rendered, that are installed with a package.
  package func addedFiles(to spec: PackageSpec) throws(Failure) -> [PackagedFile] {
    var files: [PackagedFile] = []
    for (path, place) in added {
      guard case .installed(let target, let folder) = place, folder == nil || folder == spec.format.templates else {
        continue
      }
      let text = try render(path, spec.templateValues)
      files.append(
        PackagedFile(
          target.naming(spec.name), .bytes(Array(text.utf8)),
          // run-parts(8) runs what these folders hold.
          isExecutable: target.hasPrefix("/etc/cron.") && !target.hasPrefix("/etc/cron.d/"),
          isConfiguration: target.hasPrefix("/etc/")
        ).because("the template \(path)"))
    }
    return files
  }

  /// The new files, rendered, that the source package has below `debian/`, by their paths.
  package func addedSources(of spec: PackageSpec) throws(Failure) -> [(path: String, text: String)] {
    var files: [(String, String)] = []
    for (path, place) in added where place == .source { files.append((path, try render(path, spec.templateValues))) }
    return files
  }

  private var added: [(path: String, place: AddedTemplate.Place)] {
    overrides.keys.sorted().compactMap { path in
      Self.paths.contains(path) ? nil : AddedTemplate.Place(path).map { (path, $0) }
    }
  }
}
