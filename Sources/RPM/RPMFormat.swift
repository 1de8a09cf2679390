import Archive
import Dependencies
import Diagnostics
import Formats
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

  package func libraries(
    of files: [String], timestamp: Int, _ context: BuildContext
  ) throws(Failure) -> (architecture: String, relations: [RelationText]) {
    let libraries = try SharedLibraries(of: files, timestamp: timestamp, context)
    return (libraries.architecture, libraries.relations)
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

extension FormatRules {
  package static let rpm = rpm(for: nil)

  package static func rpm(for target: Target?) -> FormatRules {
    var rules = usual(
      of: target?.twistedPackage ?? "python3dist(twisted)", with: target?.twistd.description ?? "/usr/bin/twistd")
    guard let target else { return rules }
    rules.target = target
    rules.hasInitScripts = target.hasInitScripts
    return rules
  }

  private static func usual(of twistedPackage: String, with usualTwistd: String) -> FormatRules {
    FormatRules(
      name: "rpm", tool: "tap2rpm",
      places: Places(twistd: usualTwistd, environment: "/etc/sysconfig", noLoginShell: "/sbin/nologin"),
      names: Names(rule: "RPM's rule", option: "--rpmfile"),
      versions: VersionRules(rule: "RPM's rule", after: "^", signs: ["_", "^"], partsRevision: true),
      // rpmbuild refuses any other.
      descendingDates: "an RPM's changelog descends", everyArchitecture: "noarch", summary: "TCP server for",
      // Every distribution of RPM's has systemd, and Fedora's packages have no init scripts.
      initScript: "sysv/init.rpm", hasInitScripts: false, templates: "rpm",
      needs: Needs(
        basics: { services, bundle in
          guard bundle == nil else { return [] }
          // The program that is run: a distribution may part it from the modules.
          let programs = Set(services.map(\.command.program.description))
          let usual = [usualTwistd] + (services.first.map { [$0.format.places.twist] } ?? [])
          let runsDatabase = services.contains { $0.command.runner == .axiomatic }
          // The first whose endpoints know sockets by their names.
          let isNamed = services.contains { $0.network.socketName != nil }
          let twisted = isNamed ? "\(twistedPackage) >= 22.8" : twistedPackage
          return ([twisted] + usual.filter(programs.contains) + (runsDatabase ? ["python3dist(axiom)"] : []))
            .compactMap { try? RelationText($0) }
        },
        // Fedora's packaging guidelines for Python.
        python: { release, _ in ["python(abi) = \(release)", release.interpreter] }),
      // Every rpm reads it.
      compression: { _ in Compression(method: .gzip, level: 6) })
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
