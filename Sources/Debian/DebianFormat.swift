import Archive
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
