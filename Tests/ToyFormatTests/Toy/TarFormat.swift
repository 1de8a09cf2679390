import CommandOptions
import Dependencies
import Diagnostics
import Formats
import PackageModel
import Templates
import Toolbox

/// A third format, to show what one takes: a plain tar with an install.sh. The tools know nothing of it but this value.
struct TarFormat: PackageFormat {
  var rules: FormatRules {
    FormatRules(
      name: "tar", tool: "tap2tar",
      places: FormatRules.Places(
        twistd: "/usr/bin/twistd3", environment: "/etc/default", noLoginShell: "/usr/sbin/nologin"),
      names: FormatRules.Names(rule: "the toy's rule", option: "--tarfile"),
      versions: VersionRules(rule: "the toy's rule", signs: ["_"]), everyArchitecture: "any",
      summary: "Twisted-based server for", initScript: "sysv/init.debian", hasInitScripts: true, templates: "tar",
      needs: FormatRules.Needs(basics: { _, _ in ["twisted"] }, python: { release, _ in ["python-\(release)"] }),
      compression: { _ in Compression(method: .gzip, level: 6) })
  }

  var grammar: RelationGrammar {
    RelationGrammar(
      format: "tar", system: "The toy",
      text: { relation, _, _ in relation.terms.map(\.description).joined(separator: "|") },
      term: { $0 }, name: { $0.description }, relations: { name, _ in [name.description] }, says: { _ in false })
  }

  var words: FormatWords {
    FormatWords(
      packages: "a tar", output: ".", maintainer: FormatWords.Maintainer(synopsis: "", example: "", usual: "nobody"),
      defaults: FormatWords.Defaults(revision: "none", compression: "gzip:6"),
      helps: FormatWords.Helps(
        revision: "A suffix.", key: "Unused.", repository: "Unused.", unsigned: "Unused.", noStart: "Unused."),
      script: { "\($0.rawValue) part of install.sh" }, files: [("NAME-VERSION.tar.gz", "The package.")],
      seeAlso: "tar(1)")
  }

  var options: FormatOptions {
    FormatOptions(identity: [
      .value("tarfile", placeholder: "NAME", help: "The package's name.", into: \.packageName)
        .trusted(.any)
    ])
  }

  var usualMaintainer: Maintainer? { Maintainer(tool: "tap2tar") }

  func programs(for options: PublishingOptions) -> [Program] { [.tar] }

  func libraries(
    of files: [String], timestamp: Int, _ context: BuildContext
  ) -> (architecture: String, relations: [RelationText]) { ("this", []) }

  func trees(
    of spec: PackageSpec, from templates: TemplateStore, _ context: BuildContext
  ) throws(Failure) -> PackageTrees {
    var installed = FileTree()
    installed.add(spec.payload, below: "")
    for entry in try ServiceFile.all(of: spec, spec.templateValues, from: templates) {
      installed.add(entry.file.path, entry.contents, mode: entry.file.mode)
    }
    let units = spec.services.map(\.enabledUnit).joined(separator: " ")
    var source = FileTree()
    source.add(
      "install.sh",
      """
      #!/bin/sh
      # Needs: \(spec.relations[.depends].joined(separator: ", "))
      set -e
      cp -a root/. "$DESTDIR/"
      if [ -z "$DESTDIR" ]; then
        systemd-sysusers
        systemctl enable --now \(units)
      fi

      """, mode: 0o755)
    return PackageTrees(installed: installed, source: source)
  }

  func make(
    _ spec: PackageSpec, from templates: TemplateStore, publishing options: PublishingOptions, _ context: BuildContext,
    meanwhile: () -> Void
  ) throws(Failure) -> Artefacts {
    let trees = try trees(of: spec, from: templates, context)
    let (stem, output) = ("\(spec.name)-\(spec.version)", options.output ?? words.output)
    try context.withWorkspace { workspace throws(Failure) in
      try FileSystem.write(trees.source, to: "\(workspace.path)/\(stem)", timestamp: spec.timestamp)
      try FileSystem.write(trees.installed, to: "\(workspace.path)/\(stem)/root", timestamp: spec.timestamp)
      try Program.tar.run(
        ["--create", "--gzip", "--file", "\(stem).tar.gz", "--owner", "root:0", "--group", "root:0", stem],
        environment: workspace.environment(from: context), in: workspace, from: workspace.path,
        meanwhile: { () throws(Failure) in meanwhile() })
      var publication = Publication(from: workspace)
      publication.move("\(workspace.path)/\(stem).tar.gz", to: "\(output)/\(stem).tar.gz")
      try publication.commit()
    }
    var artefacts = Artefacts()
    artefacts.add(.file, "\(output)/\(stem).tar.gz")
    return artefacts
  }
}
