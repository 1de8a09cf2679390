import Bundling
import Diagnostics
import PackageModel

/// What the command line says of a bundled environment.
package struct BundleOptions: Sendable, Equatable {
  /// What to bundle; empty for the project itself, `nil` for nothing.
  package var subject: String?
  package var wheelhouse: String?
  package var python: String?
  package var root: String?
  package var allowsSourceDistributions = false

  package init() {}

  /// - Throws: A usage failure for an option that says how to bundle where nothing is bundled.
  func refuseLoose() throws(Failure) {
    let given = [
      wheelhouse.map { _ in "--wheelhouse" }, python.map { _ in "--python" }, root.map { _ in "--bundle-root" },
      allowsSourceDistributions ? "--allow-sdists" : nil,
    ].compactMap { $0 }
    guard subject == nil, let option = given.first else { return }
    throw Failure(
      .usage, "\(option) is about a bundled environment, and none is asked for",
      remedy: "give --bundle requirements.txt, or leave \(option) out")
  }
}
