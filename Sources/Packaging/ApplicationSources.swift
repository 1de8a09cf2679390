import Diagnostics
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
    let services = try self.inputs.application.services()
    subject = try Subject(services[0], modulesIn: Self.moduleFolders(project), isPackaged: isPackaged, context)
    further = Array(services.dropFirst())
  }

  private let further: [ApplicationInput]

  /// The further services of the same package.
  func others(_ context: BuildContext) throws(Failure) -> [Subject] {
    var subjects: [Subject] = []
    for input in further {
      subjects.append(try Subject(input, modulesIn: Self.moduleFolders(project), isPackaged: true, context))
    }
    return subjects
  }

  private static func moduleFolders(_ project: Project?) -> [String] { project.map { [$0.moduleFolder] } ?? [] }
}
