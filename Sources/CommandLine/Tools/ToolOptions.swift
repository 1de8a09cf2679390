import PackageModel
import Packaging

/// What the command line says, before anything is checked beyond its own form.
package struct ToolOptions: Sendable, Equatable {
  /// What a run does.
  package enum Action: Sendable, Equatable {
    case build, explain, initialise, usage, help, version, manual, completions, schema, templates, list, print
  }

  package var action = Action.build
  package var isJSON = false
  package var isQuiet = false
  /// What may be told of an application that is packaged.
  package var limit: ToldLimit?
  /// What packages are made; those of the tool's own format where nobody says.
  package var formats: [PackageFamily] = []
  package var shell = "bash"
  /// The one file that `--print` shows; `nil` or empty for all.
  package var printed: String?
  /// The configuration file, where it is not the one beside the application.
  package var configuration: String?
  package var usesConfiguration = true
  /// Whether the file beside the application may do what one that is named may.
  package var trustsConfiguration = false
  /// What is asked for of the package.
  package var inputs = Inputs()

  package init() {}
}
