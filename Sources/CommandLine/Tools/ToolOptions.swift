import PackageModel
import Packaging
import Verification

/// What the command line says, before anything is checked beyond its own form.
package struct ToolOptions: Sendable, Equatable {
  /// What a run does.
  package enum Action: Sendable, Equatable {
    case build, verify, explain, initialise, schema, templates, list, print, fleet, work, fleetSchema,
      configurationManual
  }

  package var action = Action.build
  /// What is asked about the tool instead.
  package var inquiry: Inquiry?
  package var isJSON = false
  package var isQuiet = false
  /// What may be told of an application that is packaged.
  package var limit: ToldLimit?
  /// The formats of the packages that are made, by their names; the tool's own where nobody says.
  package var formats: [String] = []
  /// The systems that packages are made for; this machine's where nobody says.
  package var targets: [Target] = []
  /// Whether and how what was made is tried.
  package var verification = VerificationOptions()
  /// The packages that are there and only tried.
  package var packages: [String] = []
  /// The page about what was made, and the list of what is bundled in it.
  package var reportPage: String?
  package var sbom: String?
  package var isVerbose = false
  package var checksums: String?
  /// The one file that `--print` shows; `nil` or empty for all.
  package var printed: String?
  /// The configuration file, where it is not the one beside the application.
  package var configuration: String?
  package var usesConfiguration = true
  /// Whether the file beside the application may do what one that is named may.
  package var trustsConfiguration = false
  /// Whether the times are told.
  package var showsTimings = false
  /// What is asked for of several packages.
  package var fleet = FleetOptions()
  /// What is asked for of the package.
  package var inputs = Inputs()

  package init() {}
}
