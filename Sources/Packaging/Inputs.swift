import Bundling
import Collecting
import Dependencies
import Diagnostics
import Formats
import PackageModel
import Projects

/// What is asked for, by options and configuration: each part in the words of the room that it is for.
package struct Inputs: Sendable, Equatable {
  package var application = ApplicationInput()
  package var files = CollectionOptions()
  package var bundle = BundleOptions()
  package var identity = PackageIdentity()
  package var dependencies = DependencyOptions()
  package var release = ReleaseOptions()
  package var service = ServiceOptions()
  /// The files to add to the packages' scripts.
  package var additions: [MaintainerScript: String] = [:]
  package var publishing = PublishingOptions()
  /// The folder of the packager's own templates.
  package var templates: String?
  /// What a configuration file that was only found has named.
  package var confinement: Confinement?

  package init() {}

  /// With what a project says where the packager says nothing.
  func completed(by project: Project) throws(Failure) -> Inputs {
    var inputs = self
    inputs.identity.packageName = identity.packageName ?? project.packageName
    inputs.identity.summary = identity.summary ?? project.summary
    // What a project calls its licence may be anything; what is no expression of SPDX is not known.
    inputs.release.licence =
      release.licence ?? project.licence.flatMap { text in (try? LicenceExpression(text)).map { _ in text } }
    inputs.release.copyright =
      release.copyright ?? project.authors.flatMap { try? Line($0, of: "--copyright").description }
    inputs.release.homepage =
      release.homepage
      ?? project.homepage.flatMap { text in (try? WebAddress(text, option: "--homepage")).map { _ in text } }
    inputs.release.repository =
      project.repository.flatMap { text in (try? WebAddress(text, option: "--homepage")).map { _ in text } }
    if application.files.isEmpty, !application.hasPrograms {
      inputs.application.files = [try project.applicationFile()]
    }
    return inputs
  }
}
