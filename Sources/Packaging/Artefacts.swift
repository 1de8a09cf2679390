import Archive
import Debian
import Diagnostics
import PackageModel
import RPM
import Signing
import Templates
import Toolbox

/// What a run has made, in the order in which it is told.
package struct Artefacts: Sendable, Equatable {
  package struct Artefact: Sendable, Equatable {
    package enum Kind: String, Sendable, Equatable {
      /// A file of the package, its source or its upload.
      case file
      /// The folder with the packaging, for people.
      case folder
      /// The indices of an archive.
      case archive
    }
    package let kind: Kind
    package let path: String
  }

  package private(set) var all: [Artefact] = []

  /// Makes what is asked for, puts it into the output folder and adds it to the archive.
  init(
    of spec: PackageSpec, from templates: TemplateStore, _ options: PublishingOptions, _ context: BuildContext
  ) throws(Failure) {
    switch spec.family {
    case .debian: try makeDebian(spec, templates, options, context)
    case .rpm: try makeRPM(spec, templates, options, context)
    }
  }

  private mutating func add(_ kind: Artefact.Kind, _ path: String) { all.append(Artefact(kind: kind, path: path)) }

  private mutating func makeDebian(
    _ spec: PackageSpec, _ templates: TemplateStore, _ options: PublishingOptions, _ context: BuildContext
  ) throws(Failure) {
    let signing = try options.signing(maintainer: spec.maintainer, context)
    let selection = try options.debianSelection
    let package = try DebianPackage(of: spec, from: templates, sourceFormat: options.sourceFormat, context)
    let made = try package.build(
      selection, signing: signing, into: options.output ?? ".build", timestamp: spec.timestamp, context)
    if let binary = made.binary { add(.file, binary) }
    if let folder = made.sourceFolder { add(.folder, "\(folder)/debian/") }
    for file in made.source { add(.file, file) }
    if let folder = options.repository {
      let source = made.source.filter { !$0.hasSuffix(".changes") && !$0.hasSuffix(".buildinfo") }
      try AptRepository(folder).add(
        [made.binary].compactMap { $0 } + source, source: spec.name.description, signing: signing, context)
      add(.archive, "\(folder)/dists/stable/")
    }
  }

  private mutating func makeRPM(
    _ spec: PackageSpec, _ templates: TemplateStore, _ options: PublishingOptions, _ context: BuildContext
  ) throws(Failure) {
    let signing = try options.signing(maintainer: nil, context)
    let package = try RPMPackage(of: spec, from: templates)
    let made = try package.build(
      options.rpmSelection, signing: signing, into: options.output ?? ".", timestamp: spec.timestamp, context)
    let files = [made.binary, made.source].compactMap { $0 }
    for file in files { add(.file, file) }
    if let folder = options.repository {
      try RPMRepository(folder).add(files, name: spec.name.description, signing: signing, context)
      add(.archive, "\(folder)/repodata/")
    }
  }
}
