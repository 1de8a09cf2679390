import Bundling
import Diagnostics
import PackageModel
import Projects
import Templates
import Toolbox

/// Everything that is read for a package before it is known what goes into it.
package struct Sources: Sendable {
  let inputs: Inputs
  let project: Project?
  let templates: TemplateStore
  let maintainer: Maintainer
  /// What becomes the services, the one that the package is named for first.
  let subjects: [Subject]
  let release: ReleaseRequest
  /// The one date of everything in the package.
  let timestamp: Int
  package let notes: [Diagnostic]

  /// When this version of the tools was released, 21 November 2026: the date of packages made from no file.
  private static let released = 1_795_219_200

  init(_ inputs: Inputs, for family: PackageFamily, _ context: BuildContext) throws(Failure) {
    var notes: [Diagnostic] = []
    if family == .rpm && inputs.publishing.isUnsigned {
      notes.append(.warning("--unsigned is deprecated: tap2rpm signs nothing unless --sign names a key"))
    }
    let completion = MaintainerCompletion(family: family, environment: context.environment)
    maintainer = try completion.maintainer(inputs.identity.maintainer)
    templates = try TemplateStore(
      overrides: TemplateFolder.read(inputs.templates), from: inputs.templates ?? "templates")
    let application = try ApplicationSources(inputs, context)
    project = application.project
    subjects = [application.subject] + (try application.others(context))
    self.inputs = try application.inputs.withVersion(
      of: project, isBundled: inputs.bundle.subject == "", notes: &notes, context)
    release = try ReleaseRequest(self.inputs, author: maintainer, notes: &notes, context)
    timestamp = try SourceDate.timestamp(
      context.environment, changelog: release.changelog,
      modified: subjects.compactMap(\.modified).max() ?? Self.released
    ) { notes.append($0) }
    self.notes = notes
  }

  /// What is asked for, before anything is collected.
  func request(for family: PackageFamily) -> PackageRequest {
    let services = subjects.map { PackageRequest.Service($0.request, application: $0.application) }
    var request = PackageRequest(family: family, service: services[0], maintainer: maintainer, timestamp: timestamp)
    request.others = Array(services.dropFirst())
    request.identity = inputs.identity
    request.options = inputs.service
    request.release = release
    return request
  }
}
