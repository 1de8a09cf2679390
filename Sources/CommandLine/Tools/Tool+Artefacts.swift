import Archive
import Debian
import Diagnostics
import PackageModel
import RPM
import Signing
import Templates
import Text

extension Tool {
  /// Makes the artefacts that are asked for, puts them into the output folder and adds them to the archive.
  func make(
    _ spec: PackageSpec, _ options: ToolOptions, templates: TemplateStore, environment: [String: String],
    console: Console
  ) throws(Failure) {
    let signing = try options.publishing.signing(
      maintainer: self == .tap2deb ? spec.maintainer : nil, isUnsigned: options.isUnsigned, environment: environment)
    let output = options.output ?? (self == .tap2deb ? ".build" : ".")
    switch self {
    case .tap2deb:
      let selection = try options.publishing.debianSelection
      let package = try DebianPackage(of: spec, from: templates, sourceFormat: options.publishing.sourceFormat)
      let artefacts = try package.build(
        selection, signing: signing, into: output, timestamp: spec.timestamp, environment: environment,
        warn: console.tell)
      if let binary = artefacts.binary { console.result(binary) }
      if let folder = artefacts.sourceFolder { console.result("\(folder)/debian/") }
      for file in artefacts.source { console.result(file) }
      if let folder = options.publishing.repository {
        let source = artefacts.source.filter { !$0.hasSuffix(".changes") && !$0.hasSuffix(".buildinfo") }
        try AptRepository(folder).add(
          [artefacts.binary].compactMap { $0 } + source, source: spec.name.description, signing: signing,
          environment: environment, warn: console.tell)
        console.result("\(folder)/dists/stable/")
      }
    case .tap2rpm:
      let package = try RPMPackage(of: spec, from: templates)
      let artefacts = try package.build(
        options.publishing.rpmSelection, signing: signing, into: output, timestamp: spec.timestamp,
        environment: environment, warn: console.tell)
      let files = [artefacts.binary, artefacts.source].compactMap { $0 }
      for file in files { console.result("Writing \"\(Path(file).name)\"...") }
      if let folder = options.publishing.repository {
        try RPMRepository(folder).add(
          files, name: spec.name.description, signing: signing, environment: environment, warn: console.tell)
        console.result("Writing \"\(folder)/repodata/\"...")
      }
    }
  }
}
