import Archive
import Dependencies
import Diagnostics
import Formats
import Glibc
import PackageModel
import Templates
import Toolbox

/// RPM's format: the one value of it, for the tools to be told.
package struct RPMFormat: PackageFormat {
  package let target: Target?

  /// - Parameter target: What packages are made for; any system of RPM's where it is `nil`.
  package init(for target: Target? = nil) { self.target = target }

  package var rules: FormatRules { .rpm(for: target) }
  package var grammar: RelationGrammar { .rpm(by: DistributionTable(of: target?.namesOf)) }
  package var words: FormatWords { .rpm }
  package var options: FormatOptions { .rpm }
  package var usualMaintainer: Maintainer? { Maintainer(tool: rules.tool) }

  package func notes(on options: PublishingOptions) -> [Diagnostic] {
    options.isUnsigned
      ? [.warning(.optionDeprecated, "--unsigned is deprecated: tap2rpm signs nothing unless --sign names a key")] : []
  }

  package func fitted(to target: Target) -> any PackageFormat { RPMFormat(for: target) }

  package func programs(for options: PublishingOptions) throws(Failure) -> [Program] {
    [.rpmbuild] + (options.repository == nil ? [] : [.createrepo])
  }

  package func trees(
    of spec: PackageSpec, from templates: TemplateStore, _ context: BuildContext
  ) throws(Failure) -> PackageTrees {
    let package = try RPMPackage(of: spec, from: templates)
    return PackageTrees(installed: package.binary, source: package.source)
  }

  package func make(
    _ spec: PackageSpec, from templates: TemplateStore, publishing options: PublishingOptions, _ context: BuildContext,
    meanwhile: () -> Void
  ) throws(Failure) -> Artefacts {
    let signing = try options.signing(maintainer: nil, context)
    let package = try RPMPackage(of: spec, from: templates)
    let made = try package.build(
      try RPMSelection(options), signing: signing, into: options.output ?? ".", timestamp: spec.timestamp, context,
      meanwhile: meanwhile)
    let files = [made.binary, made.source].compactMap { $0 }
    var artefacts = Artefacts()
    for file in files { artefacts.add(.file, file, isInstallable: file == made.binary) }
    if let folder = options.repository {
      try RPMRepository(folder).add(files, name: spec.name.description, signing: signing, context)
      artefacts.add(.archive, "\(folder)/repodata/")
    }
    return artefacts
  }
}

extension RPMSelection {
  init(_ options: PublishingOptions) throws(Failure) {
    switch try options.only() {
    case .binary: self = .binaryOnly
    case .source: self = .sourceOnly
    case nil: self = .both
    }
  }
}

/// Which packages a build makes.
package enum RPMSelection: Sendable, Equatable {
  case both, binaryOnly, sourceOnly
}
