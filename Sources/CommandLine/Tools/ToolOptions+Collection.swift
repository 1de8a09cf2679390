import Bundling
import Collecting
import Dependencies
import Diagnostics
import PackageModel
import Projects

extension ToolOptions {
  /// With what a project says where the command line says nothing.
  func withProject() throws(Failure) -> (options: ToolOptions, project: Project?) {
    guard let folder = self.project else { return (self, nil) }
    let project = try Project(folder)
    var options = self
    options.packageName = packageName ?? project.packageName
    options.summary = summary ?? project.summary
    // What a project calls its licence may be anything; what is no expression of SPDX is not known.
    options.licence = licence ?? project.licence.flatMap { text in (try? LicenceExpression(text)).map { _ in text } }
    options.copyright = copyright ?? project.authors.flatMap { try? Line($0, of: "--copyright").description }
    options.homepage =
      homepage ?? project.homepage.flatMap { text in (try? WebAddress(text, option: "--homepage")).map { _ in text } }
    if tapfile == nil { options.tapfile = try project.applicationFile() }
    return (options, project)
  }

  /// What is to be packaged beside the application file.
  func collection(
    for request: PackageRequest, _ subject: Subject, _ project: Project?, bundle: Bundle?
  ) throws(Failure) -> Collection.Request {
    var result = Collection.Request(
      name: try request.installedName(), rules: try IgnoreRules(patterns: excludes, files: excludeFiles))
    result.file = subject.file?.path
    result.contents = subject.file?.contents ?? []
    result.application = subject.application
    result.includes = includes
    result.packsCode = packsCode
    if let bundle, bundle.isProject { result.presentModules = bundle.contents.modules }
    if let project {
      result.moduleFolders = [project.moduleFolder]
      result.modules = project.modules.filter {
        bundle?.isProject != true || bundle?.contents.modules.contains($0) != true
      }
      result.workingFolder = project.folder
    }
    return result
  }
}

extension PackageRequest {
  /// Takes in what was collected.
  ///
  /// - Throws: A usage failure where services of one package bring different files for one place; they may share any.
  mutating func take(_ collection: Collection) throws(Failure) {
    let taken = Dictionary(payload.map { ($0.path, $0.content) }, uniquingKeysWith: { first, _ in first })
    for file in collection.payload {
      if let there = taken[file.path] {
        guard there == file.content else {
          throw Failure(
            .usage, "two services bring different files for \(quoted(file.path))",
            remedy: "give one of the files another name, or package the services apart")
        }
      } else {
        payload.append(file)
      }
    }
    pythonPath += collection.pythonPath.filter { !pythonPath.contains($0) }
  }
}
