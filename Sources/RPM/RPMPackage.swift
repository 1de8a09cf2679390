import Diagnostics
import PackageModel
import Templates
import Toolbox

/// What an RPM is built from: the installed files, and the spec with the sources that it installs them from.
package struct RPMPackage: Sendable {
  /// `NAME-VERSION-RELEASE`, the beginning of both packages' file names.
  package let label: String
  package let architecture: String
  /// The tree that rpmbuild packs.
  package let binary: FileTree
  /// The spec and its sources, in one folder.
  package let source: FileTree
  package let specName: String
  /// The name of the archive that holds the payload, where there is one, and the tree in it.
  package let archive: (name: String, tree: FileTree)?
  /// The permission bits that the packages do not get: they may hold what others may not read.
  let withheld: UInt32

  package init(of spec: PackageSpec, from templates: TemplateStore) throws(Failure) {
    label = "\(spec.name)-\(spec.version.upstream)-\(spec.release)"
    architecture = spec.architecture
    specName = "\(spec.name).spec"
    let rendering = try RPMRendering(spec, templates)
    binary = rendering.binaryTree()
    source = try rendering.sourceTree(specName: specName)
    archive = rendering.archive
    withheld = spec.hasPrivateFiles ? 0o077 : 0
  }
}

/// Renders the files of one package.
private struct RPMRendering {
  let spec: PackageSpec
  let templates: TemplateStore
  /// The values that every template can name.
  let shared: TemplateValues
  let payload: [PayloadFile]
  let scriptlets: [Scriptlets.Scriptlet]

  init(_ spec: PackageSpec, _ templates: TemplateStore) throws(Failure) {
    self.spec = spec
    self.templates = templates
    shared = spec.templateValues
    payload = try PayloadFile.all(of: spec, shared, from: templates)
    scriptlets = try Scriptlets(shared, from: templates).all
  }

  /// The payload apart from the service's own files, for rebuilding.
  var archive: (name: String, tree: FileTree)? {
    guard !spec.payload.isEmpty else { return nil }
    var tree = FileTree()
    tree.add(spec.payload, below: "")
    return ("\(spec.name)-\(spec.version.upstream).tar.gz", tree)
  }

  func binaryTree() -> FileTree {
    var tree = FileTree()
    tree.add(spec.payload, below: "")
    for file in payload { tree.add(file.path, file.contents, mode: file.mode, isConfiguration: file.isConfiguration) }
    return tree
  }

  func sourceTree(specName: String) throws(Failure) -> FileTree {
    var tree = FileTree()
    for file in payload { tree.add(file.sourceName, file.contents, mode: file.group == nil ? 0o644 : 0o640) }
    for scriptlet in files { tree.add(sourceName(of: scriptlet), scriptlet.source) }
    tree.add(specName, try renderSpec())
    return tree
  }

  private func renderSpec() throws(Failure) -> String {
    var values = shared
    values["relations"] = .rendered(spec.relations.tags)
    values["compression"] = .rendered(spec.compression.payloadFlags)
    values["history"] = .rendered(spec.changelog.specText)
    values["isForOneTarget"] = .flag(!spec.version.suffix.isEmpty)
    let installed = payload.map(\.sourceName) + (archive.map { [$0.name] } ?? [])
    let sources = installed + files.map(sourceName)
    values["sources"] = .list(sources.enumerated().map { "\($0.offset): \($0.element)" })
    values["scriptlets"] = .records(
      scriptlets.map { scriptlet in
        // By its bare name, which rpm looks up in the build folder: the header keeps these lines as they were expanded,
        // and a path would differ from build to build. rpm 4.20 and later make that folder anew, below the one that it is
        // told, and call it %builddir.
        let file =
          scriptlet.source.isEmpty ? "" : " -f %{?ready_tree:%{?builddir:../}}\(sourceName(of: scriptlet))"
        return [
          "heading": .text("\(scriptlet.name)\(scriptlet.options)\(file)"), "units": .rendered(scriptlet.units),
          "macros": .rendered(spec.format.target?.hasSystemdMacros == false ? "" : scriptlet.macros),
        ]
      })
    values["preparation"] = .rendered(
      files.indices.map { "cp -p %{SOURCE\(installed.count + $0)} ." }.joined(separator: "\n"))
    values["installs"] = .rendered(installLines.joined(separator: "\n"))
    values["files"] = .rendered(fileLines.joined(separator: "\n"))
    return try templates.render("rpm/spec", values)
  }

  /// The scriptlets that have a file.
  private var files: [Scriptlets.Scriptlet] { scriptlets.filter { !$0.source.isEmpty } }

  private var installLines: [String] {
    payload.enumerated().map { index, file in
      "install -D -p -m \(octal(file.mode)) %{SOURCE\(index)} %{buildroot}\(file.macroPath)"
    } + (archive == nil ? [] : ["tar -xpzf %{SOURCE\(payload.count)} -C %{buildroot}"])
      + ["find %{buildroot} -type d -exec touch -d @\(spec.timestamp) {} +"]
  }

  private var fileLines: [String] {
    let claimed =
      spec.services.filter { $0.application != nil }.map(\.configurationFolder) + ["/usr/share/doc/\(spec.name)"]
    return claimed.map { "%dir \($0)" } + PayloadListing(of: spec, claimed: claimed).lines
      + payload.map { "\($0.directive)%attr(\(octal($0.mode)),root,\($0.group ?? "root")) \($0.macroPath)" }
  }

  private func sourceName(of scriptlet: Scriptlets.Scriptlet) -> String { "\(spec.name).\(scriptlet.name)" }

  private func octal(_ mode: UInt32) -> String { "0" + String(mode, radix: 8) }
}
