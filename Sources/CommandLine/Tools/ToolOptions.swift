import Dependencies
import PackageModel
import TwistedApplication

/// What the command line says, before anything is checked beyond its own form.
package struct ToolOptions: Sendable, Equatable {
  /// What a run does.
  package enum Action: Sendable, Equatable {
    case build, explain, initialise, help, version, manual, completions, schema, templates, list, print
  }

  package var action = Action.build
  package var tapfile: String?
  /// The files of further services of the same package.
  package var otherTapfiles: [String] = []
  package var plugin: String?
  /// The words after the options: a plugin's own arguments.
  package var operands: [String] = []
  package var passphraseFile: String?
  package var project: String?
  package var includes: [String] = []
  package var excludes: [String] = []
  package var excludeFiles: [String] = []
  package var packsCode = true
  package var bundle = BundleOptions()
  package var isJSON = false
  package var maintainer: String?
  package var protocolName: String?
  package var packageName: String?
  package var summary: String?
  package var description: String?
  /// `git` asks the repository that the application file is in.
  package var version: String?
  package var revision: String?
  /// `git` asks the repository.
  package var changelog: String?
  package var licence: String?
  package var copyright: String?
  package var homepage: String?
  package var section: String?
  package var compression: Compression?
  package var type: ApplicationFormat?
  package var isUnsigned = false
  package var isQuiet = false
  package var inspects = true
  package var output: String?
  package var twistd: String?
  package var templates: String?
  package var stubs: String?
  package var shell = "bash"
  /// The one file that `--print` shows; `nil` or empty for all.
  package var printed: String?

  package var user: String?
  package var group: String?
  package var runlevels: String?
  package var stopRunlevels: String?
  package var startPriority: String?
  package var stopPriority: String?
  package var hardening = Hardening.strict
  package var socket: SocketAddress?
  package var hasInstances = false
  package var lifecycle = Lifecycle()
  /// The files to add to the packages' scripts.
  package var additions: [MaintainerScript: String] = [:]

  package var publishing = PublishingOptions()
  /// What the packager asks for of other packages.
  package var wishes = RelationWishes()
  /// Files with the requirements of the application in pip's format.
  package var requirements: [String] = []
  /// Whether what the application imports becomes dependencies.
  package var findsDependencies = true

  /// The configuration file, where it is not the one beside the application.
  package var configuration: String?
  package var usesConfiguration = true
  /// Whether the file beside the application may do what one that is named may.
  package var trustsConfiguration = false
  /// What a file that was only found has named.
  var confinement: Confinement?

  package init() {}
}
