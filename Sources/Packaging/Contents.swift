import Bundling
import Collecting
import Dependencies
import Diagnostics
import Formats
import PackageModel
import Projects
import Toolbox
import ApplicationFacts

/// What goes into a package beside the services' own files, and what it needs of others.
package struct Contents: Sendable {
  let bundle: Bundle?
  /// What was collected for each service, in their order.
  private(set) var collections: [Collection] = []
  private(set) var payload: [PackagedFile]
  private(set) var relations = Relations()
  /// The architecture that its compiled files are for; `nil` without any.
  private(set) var compiledFor: String?
  private(set) var additions: [MaintainerScript: ScriptFragment] = [:]
  package private(set) var notes: OrderedSet<Diagnostic>

  /// - Throws: A failure for what no package can hold, and for services that bring different files for one place.
  init(
    of sources: Sources, _ bundle: Bundle?, for format: any PackageFormat, _ context: BuildContext
  ) throws(Failure) {
    let request = sources.request(for: format)
    self.bundle = bundle
    payload = bundle?.files ?? []
    notes = OrderedSet(bundle?.notes ?? [])
    // A name that no package may have is told with everything else that is wrong, when the spec is made.
    if let name = try? request.installedName() {
      var parts = [payload]
      for (index, subject) in sources.subjects.enumerated() {
        var wanted = try Self.collection(for: name, of: subject, sources, bundle)
        if index > 0 { wanted.service = try subject.request.serviceName(for: format.rules) }
        let collection = try Collection(wanted)
        parts += [collection.payload, subject.conversion?.files(in: name) ?? [], subject.ownFiles(in: name)]
        notes.append(contentsOf: collection.notes)
        collections.append(collection)
      }
      payload = try Self.merged(parts)
    }
    try settleCompiledFiles(for: request, format, context)
    for application in applications(sources) {
      let plan = try DependencyPlan(
        sources.inputs, application: application, project: sources.project, format: format,
        bundled: bundle?.contents, context)
      notes.append(contentsOf: plan.diagnostics)
      relations.add(plan.relations)
    }
    try ScriptAdditions.check(sources.inputs.service.initCommands, context)
    additions = try ScriptAdditions.read(sources.inputs.additions, context)
  }

  /// What was read, with what was found to be the application's own.
  func applications(_ sources: Sources) -> [Application?] {
    collections.isEmpty ? sources.subjects.map(\.application) : collections.map(\.application)
  }

  /// What is asked for, with what was collected.
  func request(_ sources: Sources, for format: any PackageFormat) -> PackageRequest {
    var request = sources.request(for: format)
    for (index, collection) in collections.enumerated() {
      if index == 0 {
        request.service.application = collection.application
        request.service.effects = collection.effects
      } else {
        request.others[index - 1].application = collection.application
        request.others[index - 1].effects = collection.effects
      }
      request.pythonPath += collection.pythonPath.filter { !request.pythonPath.contains($0) }
    }
    // The wheel of a project says its version better than anything else.
    if let version = bundle?.projectVersion, sources.inputs.release.version == nil,
      sources.inputs.release.changelog == nil
    {
      request.release.version = version
      request.release.changelog = nil
    }
    request.bundle = bundle?.environment
    request.compiledFor = compiledFor
    request.payload = payload
    request.relations = relations
    request.options.lifecycle.additions = additions
    return request
  }

  /// Finds the compiled files, their places and what they need.
  private mutating func settleCompiledFiles(
    for request: PackageRequest, _ format: any PackageFormat, _ context: BuildContext
  ) throws(Failure) {
    let compiled = try CompiledFiles(of: payload)
    notes.append(contentsOf: compiled.notes)
    let libraries = try Self.libraries(
      of: compiled, in: payload, and: bundle?.compiled ?? [], for: request, format, context)
    compiledFor = libraries?.architecture
    for relation in libraries?.relations ?? [] { relations.add(relation, to: .depends) }
    if let name = try? request.installedName() { payload = compiled.placed(payload, of: name) }
  }

  /// Services of one package may bring the same file, but not two for one place.
  private static func merged(_ parts: [[PackagedFile]]) throws(Failure) -> [PackagedFile] {
    var taken: [String: PackagedFile.Content] = [:]
    var files: [PackagedFile] = []
    for file in parts.joined() {
      guard let there = taken.updateValue(file.content, forKey: file.path) else {
        files.append(file)
        continue
      }
      guard there == file.content else {
        throw Failure.usage(
          .fileCollision, "two services bring different files for \(quoted(file.path))",
          remedy: "give one of the files another name, or package the services apart")
      }
    }
    return files
  }

  private static func collection(
    for name: PackageName, of subject: Subject, _ sources: Sources, _ bundle: Bundle?
  ) throws(Failure) -> Collection.Request {
    var request = Collection.Request(name: name, rules: try sources.inputs.files.rules)
    request.options = sources.inputs.files
    request.file = subject.file?.path
    request.arguments = subject.request.arguments
    request.contents = subject.file?.contents ?? subject.launcher ?? []
    request.application = subject.application
    request.database = subject.database
    request.runsCopy = subject.request.runsCopy(of: subject.application, sources.inputs.service)
    if let bundle, bundle.isProject { request.presentModules = bundle.contents.modules }
    if let project = sources.project {
      request.moduleFolders = [project.moduleFolder]
      request.modules = project.modules.filter { !request.presentModules.contains($0) }
      request.workingFolder = project.folder
    }
    return request
  }
}
