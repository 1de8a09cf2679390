import Bundling
import Diagnostics
import PackageModel
import Projects
import Toolbox

/// The application as it was read: what a package is made of, and what an explanation tells.
package struct ApplicationSources: Sendable {
  /// With what the project says.
  package let inputs: Inputs
  package let project: Project?
  /// The service that the package is named for.
  package let subject: Subject

  /// - Parameter isPackaged: Whether it is to become a service, for which one of several plugins has to be chosen.
  package init(_ inputs: Inputs, isPackaged: Bool = true, _ context: BuildContext) throws(Failure) {
    let project = try inputs.application.project.map { folder throws(Failure) in try Project(folder) }
    self.project = project
    self.inputs = try project.map { project throws(Failure) in try inputs.completed(by: project) } ?? inputs
    var services = try self.inputs.application.services()
    let options = self.inputs.service
    services = services.map { input in
      var input = input
      input.hasTwistd = options.twistd != nil || options.runner?.path != nil
      return input
    }
    let isBundled = self.inputs.bundle.subject != nil
    subject = try Subject(
      services[0], project: project, isBundled: isBundled, isPackaged: isPackaged, context)
    further = Array(services.dropFirst())
  }

  private let further: [ApplicationInput]

  /// The further services of the same package.
  func others(_ context: BuildContext) throws(Failure) -> [Subject] {
    var subjects: [Subject] = []
    for input in further {
      subjects.append(
        try Subject(
          input, project: project, isBundled: inputs.bundle.subject != nil, isPackaged: true, context))
    }
    return subjects
  }
}
