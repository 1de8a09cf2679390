import Diagnostics

/// What the packager says of a bundled environment.
package struct BundleOptions: Sendable, Equatable {
  /// What to bundle; empty for the project itself, `nil` for nothing.
  package var subject: String?
  /// A folder of wheels that pip takes everything from, and nothing from the network.
  package var wheelhouse: String?
  /// The interpreter that makes the environment; `nil` where the packager did not say.
  package var python: String?
  /// The folder on the target that the environment's folder lies in.
  package var root: String?
  /// Whether pip may build what has no wheel, which runs code of its author's.
  package var allowsSourceDistributions = false
  /// Whether a requirements file may name variables of the environment for the addresses of indices.
  package var readsEnvironment = true

  package init() {}

  /// - Throws: A usage failure for an option that says how to bundle where nothing is bundled.
  package func validate() throws(Failure) {
    let given = [
      wheelhouse.map { _ in "--wheelhouse" }, python.map { _ in "--python" }, root.map { _ in "--bundle-root" },
      allowsSourceDistributions ? "--allow-sdists" : nil,
    ].compactMap { $0 }
    guard subject == nil, let option = given.first else { return }
    throw Failure.usage(
      .optionsExclude, "\(option) is about a bundled environment, and none is asked for",
      remedy: "give --bundle requirements.txt, or leave \(option) out")
  }
}
