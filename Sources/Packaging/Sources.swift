import Collecting
import Diagnostics
import Formats
import PackageModel
import Projects
import Templates
import Text
import Toolbox

/// Everything that is read for a package before it is known what goes into it.
package struct Sources: Sendable {
  var reading: Reading
  let maintainer: Maintainer
  let release: ReleaseRequest
  /// The one date of everything in the package.
  let timestamp: Int
  package let notes: [Diagnostic]

  /// When this version of the tools was released, 21 November 2026: the date of packages made from no file.
  private static let released = 1_795_219_200

  var inputs: Inputs { reading.inputs }
  var project: Project? { reading.project }
  var templates: TemplateStore { reading.templates }
  var subjects: [Subject] { reading.subjects }

  init(_ reading: Reading, for format: any PackageFormat, _ context: BuildContext) throws(Failure) {
    self.reading = reading
    let completion = MaintainerCompletion(format: format, context: context)
    maintainer = try completion.maintainer(reading.inputs.identity.maintainer)
    release = try ReleaseRequest(reading.inputs, author: maintainer, context)
    let date = try SourceDate(
      changelog: release.changelog, modified: reading.subjects.compactMap(\.modified).max() ?? Self.released, context)
    timestamp = date.timestamp
    notes =
      format.notes(on: reading.inputs.publishing) + reading.notes + release.notes + (release.changelog?.notes ?? [])
      + date.notes
  }

  /// What is asked for, before anything is collected.
  func request(for format: any PackageFormat) -> PackageRequest {
    let services = subjects.map { subject in
      var service = PackageRequest.Service(subject.request, application: subject.application)
      service.packsCode = inputs.files.packsCode
      service.folder = subject.file.flatMap { FileSystem.real(Path($0.path).folder) ?? FileSystem.real(".") }
      return service
    }
    var request = PackageRequest(
      format: format.rules, service: services[0], maintainer: maintainer, timestamp: timestamp)
    request.others = Array(services.dropFirst())
    request.identity = inputs.identity
    request.options = inputs.service
    request.release = release
    return request
  }
}
