import Diagnostics
import PackageModel
import Templates
import Toolbox

/// What an RPM is built from: the installed files, and the spec with the sources that it installs them from.
package struct RPMPackage: Sendable, Equatable {
  /// `NAME-VERSION-RELEASE`, the beginning of both packages' file names.
  package let label: String
  /// The tree that rpmbuild packs.
  package let binary: FileTree
  /// The spec and its sources, in one folder.
  package let source: FileTree
  package let specName: String

  package init(of spec: PackageSpec, from templates: TemplateStore) throws(Failure) {
    label = "\(spec.name)-\(spec.version)-\(spec.release)"
    specName = "\(spec.name).spec"
    let rendering = try RPMRendering(spec, templates)
    binary = rendering.binaryTree()
    source = try rendering.sourceTree(specName: specName)
  }
}

/// Renders the files of one package.
private struct RPMRendering {
  let spec: PackageSpec
  let templates: TemplateStore
  let payload: [PayloadFile]

  init(_ spec: PackageSpec, _ templates: TemplateStore) throws(Failure) {
    self.spec = spec
    self.templates = templates
    payload = try PayloadFile.all(of: spec, from: templates)
  }

  func binaryTree() -> FileTree {
    var tree = FileTree()
    for file in payload { tree.add(file.path, file.contents, mode: file.mode, isConfiguration: file.isConfiguration) }
    return tree
  }

  func sourceTree(specName: String) throws(Failure) -> FileTree {
    var tree = FileTree()
    for file in payload { tree.add(file.sourceName, file.contents) }
    tree.add(specName, try renderSpec())
    return tree
  }

  private func renderSpec() throws(Failure) -> String {
    var values = spec.templateValues
    for script in ["pre", "post", "preun", "postun"] {
      values[script] = .rendered(try templates.render("rpm/\(script)", values).withoutLastLineEnd)
    }
    if spec.service.lifecycle.upgrade == .stopMeanwhile {
      values["posttrans"] = .rendered(try templates.render("rpm/posttrans", values).withoutLastLineEnd)
    } else {
      values["posttrans"] = .rendered("")
    }
    values["license"] = .text("LicenseRef-Unspecified")
    values["requires"] = .text("python3dist(twisted)")
    values["specDate"] = .text(Clock.specDate(spec.timestamp))
    values["sources"] = .list(payload.enumerated().map { "\($0.offset): \($0.element.sourceName)" })
    values["installs"] = .rendered(installLines.joined(separator: "\n"))
    values["files"] = .rendered(fileLines.joined(separator: "\n"))
    return try templates.render("rpm/spec", values)
  }

  private var installLines: [String] {
    payload.enumerated().map { index, file in
      "install -D -p -m \(octal(file.mode)) %{SOURCE\(index)} %{buildroot}\(file.macroPath)"
    } + ["find %{buildroot} -type d -exec touch -d @\(spec.timestamp) {} +"]
  }

  private var fileLines: [String] {
    (spec.application == nil ? [] : ["%dir \(spec.service.configurationFolder)"])
      + ["%dir /usr/share/doc/\(spec.name)"]
      + payload.map { "\($0.directive)%attr(\(octal($0.mode)),root,root) \($0.macroPath)" }
  }

  private func octal(_ mode: UInt32) -> String { "0" + String(mode, radix: 8) }
}

extension String {
  fileprivate var withoutLastLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
