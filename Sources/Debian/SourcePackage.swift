import Diagnostics
import Glibc
import PackageModel
import Signing
import Text
import Toolbox

/// A Debian source package: the files that dpkg-source, dpkg-genbuildinfo and dpkg-genchanges make of a tree.
struct SourcePackage: Sendable, Equatable {
  let name: String
  /// The version without its epoch, as it stands in file names.
  let version: String
  let format: SourceFormat

  init(of spec: PackageSpec, format: SourceFormat) {
    name = spec.name.description
    version = spec.version.withoutEpoch
    upstreamVersion = spec.version.upstream
    self.format = format
  }

  /// `NAME-VERSION`, the tree's folder.
  var folder: String { "\(name)-\(version)" }
  var dscName: String { "\(name)_\(version).dsc" }

  private var archives: [String] {
    switch format {
    case .native: ["\(name)_\(version).tar.xz"]
    case .quilt: [original, "\(name)_\(version).debian.tar.xz"]
    }
  }
  private var original: String { "\(name)_\(upstreamVersion).orig.tar.xz" }
  private let upstreamVersion: String

  /// Makes the archives and the `.dsc` from the tree in the workspace.
  ///
  /// - Throws: A build failure for a file that dpkg-source would leave out.
  func pack(_ tree: FileTree, in build: DebianBuild, signer: Signer?) throws(Failure) {
    try checkNames(of: tree)
    if format == .quilt {
      let root = "\(name)-\(upstreamVersion)"
      let packed = "\(build.workspace.path)/original"
      try FileSystem.makeFolder(packed, mode: 0o755)
      try FileSystem.write(tree.without("debian"), to: "\(packed)/\(root)", timestamp: build.timestamp)
      try Program.tar.run(
        [
          "--create", "--file", "\(build.workspace.path)/\(original)", "--use-compress-program", "xz -6 -T1",
          "--sort", "name", "--format", "gnu", "--owner", "root:0", "--group", "root:0", "--mtime",
          "@\(build.timestamp)", "--mode", "u+rw,go-w", "--directory", packed, root,
        ],
        environment: build.environment, in: build.workspace)
      FileSystem.remove(packed)
    }
    let arguments = ["--compression=xz", "-b", folder]
    do throws(Program.Problem) {
      // The bytes of xz depend on whether there are several threads to divide the work among.
      try Program.dpkgSource.attempt(
        ["--threads-max=1"] + arguments, environment: build.environment, in: build.workspace, from: build.workspace.path
      )
    } catch {
      // dpkg before 1.21.14 knows no threads here; whatever else is wrong is so without them.
      guard case .exit = error else { throw Program.dpkgSource.failure(error) }
      try run(.dpkgSource, arguments, for: build)
    }
    if let signer { try signer.clearsign("\(build.workspace.path)/\(dscName)", in: build.workspace) }
  }

  /// dpkg-source packs all but what it and dpkg-buildpackage write themselves, which it knows by the end of the path.
  private func checkNames(of tree: FileTree) throws(Failure) {
    guard format == .native else { return }
    for path in tree.paths {
      let words = path.split(separator: "/")
      guard let index = words.indices.dropFirst().first(where: { words[$0 - 1] == "debian" && isLeftOut(words[$0...]) })
      else { continue }
      let name = "debian/\(words[index...].joined(separator: "/"))"
      throw Failure.build(
        .fileUnpackable, "\(quoted("/" + path)) is in no native source package: dpkg-source takes \(name) for its own",
        remedy: "leave it out with --exclude, or make a quilt package with --revision 1")
    }
  }

  /// The patterns of Dpkg::Source::Package's `init_options`, which no option takes away.
  private func isLeftOut(_ words: ArraySlice<Substring>) -> Bool {
    guard let first = words.first else { return false }
    if ["files", "files.new", "files.dch"].contains(first) { return true }
    return first == "source" && ["local-options", "local-patch-header"].contains(words.dropFirst().first ?? "")
  }

  /// Describes the build and the upload, in debsign(1)'s order: what is signed first is what the next one sums up.
  ///
  /// - Parameter binary: The .deb that belongs to it, as debian/files names it; `nil` for an upload of the source alone.
  /// - Returns: The files of the source package, the .changes last.
  func describe(binary: String?, in build: DebianBuild, signer: Signer?) throws(Failure) -> [String] {
    let folder = build.workspace.path
    let architecture = binary == nil ? "source" : try build.architecture()
    let kind = "--build=\(binary == nil ? "source" : "full")"
    let (information, changes) = (
      "\(name)_\(version)_\(architecture).buildinfo", "\(name)_\(version)_\(architecture).changes"
    )
    let list = "-f\(folder)/files"
    try FileSystem.write(Array((binary.map { "\($0)\n" } ?? "").utf8), to: "\(folder)/files")
    try run(.dpkgGenbuildinfo, [kind, list, "-O\(folder)/\(information)"], for: build, from: self.folder)
    try settle(information, build)
    if let signer { try signer.clearsign("\(folder)/\(information)", in: build.workspace) }
    try run(.dpkgGenchanges, [kind, "-sa", list, "-O\(folder)/\(changes)"], for: build, from: self.folder)
    if let signer { try signer.clearsign("\(folder)/\(changes)", in: build.workspace) }
    return archives + [dscName, information, changes]
  }

  /// Gives a .buildinfo the build's own date, and takes out where it took place (deb-buildinfo(5)): both differ from
  /// run to run, while nothing in the packages does.
  private func settle(_ information: String, _ build: DebianBuild) throws(Failure) {
    let path = "\(build.workspace.path)/\(information)"
    let file = try InputFile(path, limit: 1 << 24, kind: .build)
    let lines = String(decoding: file.contents, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let settled = lines.filter { !$0.hasPrefix("Build-Path:") }.map { line in
      line.hasPrefix("Build-Date:") ? "Build-Date: \(Clock.mailDate(build.timestamp))" : String(line)
    }
    FileSystem.remove(path)
    try FileSystem.write(Array(settled.joined(separator: "\n").utf8), to: path)
  }

  private func run(
    _ program: Program, _ arguments: [String], for build: DebianBuild, from folder: String? = nil
  ) throws(Failure) {
    let place = build.workspace.path + (folder.map { "/\($0)" } ?? "")
    try program.run(arguments, environment: build.environment, in: build.workspace, from: place)
  }
}
