import Formats
import PackageModel
import Projects
import Toolbox
import ApplicationFacts
import TwistedApplication

/// What a run would write, as far as that can be told before the application is read: two packages with the same claim would
/// take each other's place.
package struct PackageClaim: Hashable, Sendable {
  /// The folder that the artefacts go to.
  package let folder: String
  package let format: String
  package let name: String
  /// `nil` where only the application, its project or its repository tells it.
  package let version: String?

  package init(folder: String, format: String, name: String, version: String?) {
    (self.folder, self.format, self.name, self.version) = (folder, format, name, version)
  }

  /// - Returns: `nil` where no name can be told; building then says why.
  package init?(_ inputs: Inputs, for format: any PackageFormat, _ context: BuildContext) {
    var (inputs, subject) = (inputs, inputs.application.plugin)
    if let folder = inputs.application.project {
      guard let project = try? Project(folder), let completed = try? inputs.completed(by: project) else { return nil }
      inputs = completed
    }
    let program = inputs.application.files.isEmpty && subject == nil ? inputs.application.program : nil
    if program == nil, let file = inputs.application.files.first ?? (subject == nil ? "twistd.tap" : nil) {
      subject = ApplicationReader.mayBePlugin(file) ? inputs.application.plugin : file.withoutEncryptionMark
    }
    var isPlugin = inputs.application.files.isEmpty || subject == inputs.application.plugin
    if subject == nil, program == nil, inputs.identity.packageName == nil, inputs.identity.protocolName == nil {
      // Only the file says what plugin it offers.
      switch try? ApplicationSources(inputs, context).subject.request {
      case .plugin(let name, _)?: subject = name
      case .file(let name, _, _, _)?: (subject, isPlugin) = (name, false)
      default: return nil
      }
    }
    let request: PackageRequest.Subject =
      if let program {
        .program(name: program, place: .own(program), arguments: [])
      } else if isPlugin {
        .plugin(name: subject ?? "", arguments: [])
      } else {
        .file(name: subject ?? "", contents: [], format: .tac, isPrivate: false)
      }
    let name =
      inputs.identity.packageName ?? "twisted-\(inputs.identity.protocolName ?? request.fittedProtocol)"
    let version: String? =
      switch inputs.release.version {
      case .named(let text): text
      case .git: nil
      case nil: inputs.release.changelog == nil && inputs.application.project == nil ? "" : nil
      }
    self.init(
      folder: inputs.publishing.output ?? format.words.output, format: format.name, name: name,
      version: version.map { "\($0) \(inputs.release.revision ?? "")" })
  }

  /// Under what it is to be found by those that may write the same artefact: where either version is not known yet, any
  /// other may turn out to be the same.
  package var places: [PackageClaim] { [self, any] }
  /// Where to look for those.
  package var rivals: [PackageClaim] { version == nil ? [any] : [self, unknown] }

  private var any: PackageClaim { with(version: "any") }
  private var unknown: PackageClaim { with(version: nil) }
  private func with(version: String?) -> PackageClaim {
    PackageClaim(folder: folder, format: format, name: name, version: version)
  }
}
