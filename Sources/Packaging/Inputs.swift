import Bundling
import Collecting
import Dependencies
import Diagnostics
import Formats
import PackageModel
import Projects
import TwistedApplication

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
    if application.files.isEmpty { inputs.application.files = [try project.applicationFile()] }
    return inputs
  }
}

/// What becomes a service, and how it is read.
package struct ApplicationInput: Sendable, Equatable {
  /// Application files, each a service of the package; the first names it.
  package var files: [String] = []
  /// Subcommands of twistd, each a service of the package.
  package var plugins: [String] = []
  /// The plugins' own arguments. Those of several are parted by `--`.
  package var arguments: [String] = []
  /// The folder of a project.
  package var project: String?
  package var type: ApplicationFormat?
  package var passphraseFile: String?
  /// The folder of the packager's own stubs.
  package var stubs: String?
  /// Whether saved objects become source, where twistd could run them as they are, too.
  package var isConverted = false
  /// Whether what is in the file is read at all.
  package var isRead = true

  /// Whether nothing says what becomes a service.
  package var isUnnamed: Bool { files.isEmpty && plugins.isEmpty && project == nil }

  /// The first plugin.
  package var plugin: String? { plugins.first }

  package init() {}

  /// How many services a package has at most.
  private static let countLimit = 64

  /// The same for each service: a file each, or a plugin each with its own arguments.
  ///
  /// - Throws: A usage failure for more services than a package takes, and for plugins that cannot be told apart.
  func services() throws(Failure) -> [ApplicationInput] {
    guard files.count <= Self.countLimit, plugins.count <= Self.countLimit else {
      throw Failure.usage(
        .limit,
        files.count > Self.countLimit
          ? "--tapfile names \(files.count) files; a package takes \(Self.countLimit) services"
          : "--plugin names \(plugins.count) services; a package takes \(Self.countLimit)",
        remedy: "make several packages of them")
    }
    guard plugins.count > 1 else {
      return files.count < 2 ? [self] : files.map { file in with { $0.files = [file] } }
    }
    guard files.count < 2 else {
      throw Failure.usage(
        .optionsExclude, "--tapfile names several files and --plugin several plugins",
        remedy: "give one of them once, or make several packages")
    }
    let groups = arguments.isEmpty ? [] : arguments.split(separator: "--", omittingEmptySubsequences: false)
    guard groups.count <= plugins.count else {
      throw Failure.usage(
        .optionsExclude, "there are options for \(groups.count) plugins, and --plugin names \(plugins.count)",
        remedy: "part them by --, in the order of the plugins: --plugin a --plugin b -- OPTIONS OF a -- OPTIONS OF b")
    }
    return plugins.enumerated().map { index, plugin in
      with {
        $0.plugins = [plugin]; $0.arguments = index < groups.count ? Array(groups[index]) : []
      }
    }
  }

  private func with(_ change: (inout ApplicationInput) -> Void) -> ApplicationInput {
    var input = self
    change(&input)
    return input
  }
}
