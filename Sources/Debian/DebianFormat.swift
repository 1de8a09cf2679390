import Archive
import CommandOptions
import Dependencies
import Diagnostics
import Formats
import PackageModel
import Templates
import Toolbox

/// Debian's format: the one value of it, for the tools to be told.
package struct DebianFormat: PackageFormat {
  package let target: Target?

  /// - Parameter target: What packages are made for; Debian's own where it is `nil`.
  package init(for target: Target? = nil) { self.target = target }

  package var rules: FormatRules { .debian(for: target) }
  package var grammar: RelationGrammar { .debian(by: DistributionTable(of: target?.namesOf), of: target?.title) }
  package var words: FormatWords { .debian }
  package var options: FormatOptions { .debian }

  package func fitted(to target: Target) -> any PackageFormat { DebianFormat(for: target) }

  package func programs(for options: PublishingOptions) throws(Failure) -> [Program] {
    try DebianSelection(options).programs + (options.repository == nil ? [] : [.aptFtparchive, .gzip, .xz])
  }

  package func packages(of modules: [String], _ context: BuildContext) throws(Failure) -> [String: String] {
    try InstalledModules.packages(of: modules, context)
  }

  package func libraries(
    of files: [String], timestamp: Int, _ context: BuildContext
  ) throws(Failure) -> (architecture: String, relations: [RelationText]) {
    let libraries = try SharedLibraries(of: files, timestamp: timestamp, context)
    return (libraries.architecture, libraries.relations)
  }

  package func trees(
    of spec: PackageSpec, from templates: TemplateStore, _ context: BuildContext
  ) throws(Failure) -> PackageTrees {
    let package = try DebianPackage(of: spec, from: templates, context)
    let installed = package.binary.without("DEBIAN")
    return PackageTrees(control: package.binary.only("DEBIAN"), installed: installed, source: try package.source())
  }

  package func make(
    _ spec: PackageSpec, from templates: TemplateStore, publishing options: PublishingOptions, _ context: BuildContext,
    meanwhile: () -> Void
  ) throws(Failure) -> Artefacts {
    let signing = try options.signing(maintainer: spec.maintainer, context)
    let selection = try DebianSelection(options)
    let sourceFormat = if let text = options.sourceFormat { try SourceFormat(option: text) } else { SourceFormat?.none }
    let package = try DebianPackage(of: spec, from: templates, sourceFormat: sourceFormat, context)
    let made = try package.build(
      selection, signing: signing, into: options.output ?? words.output, timestamp: spec.timestamp, context,
      meanwhile: meanwhile)
    var artefacts = Artefacts()
    if let binary = made.binary { artefacts.add(.file, binary, isInstallable: true) }
    if let folder = made.sourceFolder { artefacts.add(.folder, "\(folder)/debian/") }
    for file in made.source { artefacts.add(.file, file) }
    if let folder = options.repository {
      let source = made.source.filter { !$0.hasSuffix(".changes") && !$0.hasSuffix(".buildinfo") }
      let distribution = spec.distribution?.description ?? AptRepository.usualSuite
      let archive = AptRepository(
        folder, suite: distribution, component: spec.component?.description ?? spec.section.area)
      try archive.add(
        [made.binary].compactMap { $0 } + source, source: spec.name.description, signing: signing, context)
      artefacts.add(.archive, "\(folder)/dists/\(distribution)/")
    }
    return artefacts
  }
}

extension FormatRules {
  package static let debian = debian(for: nil)

  package static func debian(for target: Target?) -> FormatRules {
    var rules = usual(of: target?.twistedPackage ?? "python3-twisted", accounts: target?.accountPackage ?? "adduser")
    guard let target else { return rules }
    rules.target = target
    rules.places.twistd = target.twistd.description
    rules.hasInitScripts = target.hasInitScripts
    return rules
  }

  private static func usual(of twistedPackage: String, accounts: String) -> FormatRules {
    FormatRules(
      name: "deb", tool: "tap2deb",
      // Debian and Ubuntu have no /usr/bin/twistd: python3-twisted installs /usr/bin/twistd3 only.
      places: Places(twistd: "/usr/bin/twistd3", environment: "/etc/default", noLoginShell: "/usr/sbin/nologin"),
      names: Names(rule: "Debian Policy 5.6.1", option: "--debfile"),
      versions: VersionRules(rule: "Debian Policy 5.6.12"), everyArchitecture: "all",
      summary: "Twisted-based server for", initScript: "sysv/init.debian", hasInitScripts: true,
      packsDocuments: true, templates: "debian",
      needs: Needs(
        basics: { services, bundle in
          // The first whose endpoints know sockets by their names.
          let isNamed = services.contains { $0.network.socketName != nil }
          let twisted = isNamed ? "\(twistedPackage) (>= 22.8)" : twistedPackage
          let runsDatabase = services.contains { $0.command.runner == .axiomatic }
          let needed = bundle == nil ? [twisted] + (runsDatabase ? ["python3-axiom"] : []) : []
          return (needed + (services.contains(where: \.account.isMade) ? [accounts] : []))
            .compactMap { try? RelationText($0) }
        },
        // Debian Python Policy 3.4.
        python: { release, isDefault in
          isDefault
            ? ["python3 (>= \(release)~)", "python3 (<< \(release.major).\(release.minor + 1))"] : ["python\(release)"]
        }),
      compression: Compression.usual)
  }
}

extension DebianSelection {
  /// - Throws: A usage failure for options that contradict one another.
  init(_ options: PublishingOptions) throws(Failure) {
    switch try options.only() {
    case .binary:
      if options.isSourceWanted { throw PublishingOptions.contradiction("--binary-only", "--source") }
      if options.sourceFormat != nil { throw PublishingOptions.contradiction("--binary-only", "--source-format") }
      if options.key != nil && options.repository == nil {
        throw Failure.usage(
          .optionsExclude, "--binary-only leaves nothing to sign: a .deb has no signature of its own",
          remedy: "sign the source package with --source, or an archive with --repo")
      }
      self = .binaryOnly
    case .source: self = .sourceOnly
    case nil:
      self = options.isSourceWanted || options.sourceFormat != nil || options.key != nil ? .withSource : .usual
    }
  }
}
