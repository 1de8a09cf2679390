import Diagnostics
import PackageModel
import Templates
import Toolbox

/// What a .deb holds: the installed files and the control files, and the source package's `debian/` beside them.
package struct DebianPackage: Sendable {
  /// `NAME_VERSION_ARCHITECTURE.deb`, the version without its epoch.
  package let fileName: String
  /// The folder for people: `NAME-VERSION`, with the application file and `debian/`.
  package let sourceFolder: String
  /// The tree that dpkg-deb packs, `DEBIAN/` included.
  package let binary: FileTree
  private let rendering: DebianRendering
  let sourcePackage: SourcePackage
  package let compression: Compression
  /// Whether it holds what others may not read.
  private let isPrivate: Bool

  /// The permission bits that the artefacts do not get.
  var withheld: UInt32 { isPrivate ? 0o077 : 0 }

  /// - Parameter sourceFormat: The source package's; by default the one that fits the version.
  package init(
    of spec: PackageSpec, from templates: TemplateStore, sourceFormat: SourceFormat? = nil, _ context: BuildContext
  ) throws(Failure) {
    fileName = "\(spec.name)_\(spec.version.withoutEpoch)_\(spec.architecture).deb"
    sourcePackage = SourcePackage(of: spec, format: try SourceFormat(sourceFormat, for: spec.version))
    sourceFolder = sourcePackage.folder
    compression = spec.compression
    isPrivate = spec.hasPrivateFiles
    rendering = try DebianRendering(spec, sourcePackage.format, from: templates)
    binary = try rendering.binaryTree(context)
  }

  /// The tree that dpkg-buildpackage builds; rendered when it is asked for, which may be while dpkg-deb works.
  package func source() throws(Failure) -> FileTree { try rendering.sourceTree() }
}

/// Renders the files of one package.
private struct DebianRendering: Sendable {
  let spec: PackageSpec
  let templates: TemplateStore
  let files: [ServiceFile]
  /// The values that every template can name, and those of this format beside them.
  let (shared, values): (TemplateValues, TemplateValues)

  private static let maintainerScripts = ["preinst", "postinst", "prerm", "postrm"]

  init(_ spec: PackageSpec, _ format: SourceFormat, from templates: TemplateStore) throws(Failure) {
    self.spec = spec
    self.templates = templates
    shared = spec.templateValues
    files = try ServiceFile.all(of: spec, shared, from: templates)
    var values = shared
    values["source"] = .flag(false)
    let isGiven = spec.chosenCompression.map { !$0.isDpkgDefault } ?? false
    values["compression"] = .rendered(isGiven ? spec.compression.options.joined(separator: " ") : "")
    values["compressorLevel"] = .text(
      isGiven || spec.compression.isDpkgDefault ? "" : "\(spec.compression.level)")
    values["history"] = .rendered(spec.changelog.debianText(of: spec.name.description))
    values["standards"] = .text(spec.format.target?.standards ?? "4.6.2")
    values["debhelper"] = .rendered(String(spec.format.target?.debhelper ?? 13))
    values["sourceFormat"] = .rendered(format.title)
    // --skip-systemd-native of invoke-rc.d came with that version.
    values["preDepends"] = .text("init-system-helpers (>= 1.54~)")
    values["relations"] = .rendered(spec.relations.fields(sourceSubstitution: nil))
    values["sourceRelations"] = .rendered(spec.relations.fields(sourceSubstitution: "${misc:Depends}"))
    values["payload"] = .flag(!spec.payload.isEmpty)
    values["settlesFiles"] = .flag(!spec.payload.isEmpty || spec.hasPrivateFiles)
    values["makesAccounts"] = .flag(spec.services.contains(where: \.account.isMade))
    self.values = values
  }

  func binaryTree(_ context: BuildContext) throws(Failure) -> FileTree {
    // dh_compress(1) packs these whatever their size.
    let documents = spec.documents.filter { $0.kind != .copyright }
    let texts = try documents.map { file throws(Failure) in
      file.kind == .news ? spec.news ?? "" : try templates.render("debian/changelog", values)
    }
    var tree = FileTree()
    var scripts: [String] = []
    let packed = try Gzip.compress(texts.map { Array($0.utf8) }, context) { () throws(Failure) in
      tree = try installedTree()
      scripts = try Self.maintainerScripts.map { script throws(Failure) in try render(script, values) }
    }
    for (file, contents) in zip(documents, packed) { tree.add(file.path, contents, mode: file.mode) }
    let conffiles = tree.paths.filter { tree[$0]?.isConfiguration == true }
    let sums = try MD5Sums(of: tree)
    tree.add("DEBIAN/conffiles", conffiles.map { "/\($0)\n" }.joined())
    for (name, script) in zip(Self.maintainerScripts, scripts) { tree.add("DEBIAN/\(name)", script, mode: 0o755) }
    var control = values
    control["installedSize"] = .text(String(InstalledSize(of: tree).kibibytes))
    tree.add("DEBIAN/md5sums", sums.description)
    tree.add("DEBIAN/control", try templates.render("debian/control.binary", control))
    return tree
  }

  /// The files as they lie on the system.
  private func installedTree() throws(Failure) -> FileTree {
    var tree = FileTree()
    for entry in files {
      let file = entry.file
      // Whatever is in /etc is the administrator's (dh_installdeb(1), "conffiles").
      tree.add(file.path, entry.contents, mode: file.mode, isConfiguration: file.path.hasPrefix("/etc/"))
    }
    tree.add(spec.payload, below: "")
    if spec.bundle != nil || spec.compiledFor != nil {
      tree.add("/usr/share/lintian/overrides/\(spec.name)", try templates.render("debian/lintian-overrides", values))
    }
    for file in spec.documents where file.kind == .copyright {
      tree.add(file.path, try templates.copyright(of: spec, shared), mode: file.mode)
    }
    return tree
  }

  private func render(_ script: String, _ values: TemplateValues) throws(Failure) -> String {
    var values = values
    values["script"] = .text(script)
    values["acts"] = .rendered(try templates.script("deb.\(script)", values))
    return try templates.render("debian/script", values)
  }

  func sourceTree() throws(Failure) -> FileTree {
    var values = values
    values["source"] = .flag(true)
    var tree = FileTree()
    for entry in files {
      // Of the others that are the same for everybody, debhelper sets the mode.
      let mode = entry.file.isPrivate ? entry.file.mode : 0o644
      tree.add(sourcePath(of: entry), entry.contents, mode: mode)
    }
    if spec.services.contains(where: { $0.application != nil }) {
      tree.add("debian/\(spec.name).install", try templates.render("debian/install", values))
    }
    tree.add(spec.payload, below: "files")
    if spec.bundle != nil || spec.compiledFor != nil {
      tree.add("debian/\(spec.name).lintian-overrides", try templates.render("debian/lintian-overrides", values))
    }
    if spec.compiledFor != nil || spec.bundle?.prefix.hasPrefix("/opt/") == true {
      tree.add("debian/source/lintian-overrides", try templates.render("debian/source-lintian-overrides", values))
    }
    tree.add("debian/copyright", try templates.copyright(of: spec, shared))
    if let news = spec.news { tree.add("debian/NEWS.txt", news) }
    for file in ["control", "changelog"] { tree.add("debian/\(file)", try templates.render("debian/\(file)", values)) }
    for script in Self.maintainerScripts { tree.add("debian/\(script)", try render(script, values)) }
    tree.add("debian/tests/control", try templates.render("debian/tests/control", values))
    tree.add("debian/tests/service", try templates.render("debian/tests/service", values), mode: 0o755)
    for file in try templates.addedSources(of: spec) { tree.add(file.path, file.text) }
    tree.add("debian/rules", try templates.render("debian/rules", values), mode: 0o755)
    if spec.hasPrivateFiles {
      // By names that are paths to xargs and chmod, whatever they begin with.
      let paths = spec.services.flatMap { spec.privateFiles(of: $0) }.map { ".\($0)\n" }
      tree.add("debian/private-files", paths.joined())
    }
    tree.add("debian/source/format", try templates.render("debian/source-format", values))
    tree.add("debian/source/options", try templates.render("debian/source-options", values))
    return tree
  }

  /// debhelper knows the files of a further service as PACKAGE.SERVICE.init.
  private func sourcePath(of entry: ServiceFile) -> String {
    let stem = "debian/\(spec.name)" + (entry.service.name == spec.name ? "" : ".\(entry.service.name)")
    return switch entry.file.kind {
    case .application: entry.service.application?.name ?? ""
    case .unit: "\(stem).service"
    case .socket: "\(stem).socket"
    case .initScript: "\(stem).init"
    case .environment: "\(stem).default"
    case .account: "\(stem).sysusers"
    case .copyright, .changelog, .news: "debian/\(entry.file.kind)"
    }
  }
}
