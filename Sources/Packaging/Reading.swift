import Bundling
import Diagnostics
import Formats
import PackageModel
import Projects
import Templates
import Toolbox

/// What is read once, whatever formats are made of it.
package struct Reading: Sendable {
  /// With what the project says.
  let inputs: Inputs
  let project: Project?
  let templates: TemplateStore
  /// What becomes the services, the one that the package is named for first.
  var subjects: [Subject]
  let notes: [Diagnostic]

  package init(_ inputs: Inputs, for formats: [any PackageFormat], _ context: BuildContext) throws(Failure) {
    try inputs.bundle.validate()
    // Before anything is opened: who has no maintainer gets to know it at once.
    for format in formats {
      _ = try MaintainerCompletion(format: format, context: context)
        .maintainer(inputs.identity.maintainer)
    }
    templates = try TemplateStore(
      overrides: TemplateFolder.read(inputs.templates), from: inputs.templates ?? "templates")
    let application = try ApplicationSources(inputs, context)
    project = application.project
    let variables = inputs.service.variables
    subjects = ([application.subject] + (try application.others(context))).map {
      $0.given(variables).running(on: inputs.service.reactor)
    }
    (self.inputs, notes) = try application.inputs.withVersion(
      of: project, isBundled: inputs.bundle.subject == "", context)
  }
}
