import Diagnostics
import Glibc
import Signing
import Toolbox

/// A repository of RPM packages for dnf, yum and zypper: `packages/` and the indices in `repodata/` (rpm-md).
package struct RPMRepository: Sendable {
  package let folder: String

  package init(_ folder: String) { self.folder = folder }

  /// Adds packages and writes the indices anew. Readers see the former state until all is done.
  ///
  /// - Parameter signing: With a key, `repomd.xml` is signed too (dnf.conf(5), `repo_gpgcheck`).
  /// - Throws: A build failure; the indices are then what they were.
  package func add(
    _ files: [String], name: String, signing: SigningPolicy, _ context: BuildContext
  ) throws(Failure) {
    try context.withWorkspace { workspace throws(Failure) in
      let build = ArchiveBuild(in: workspace, context)
      let signer = try signing.signer(for: "the repository's indices", in: workspace, context)
      try FileSystem.makeFolder(folder)
      let lock = try FolderLock(of: folder)
      try Pool(archive: folder).add(files, to: "packages/\(name.prefix(1))", in: build)
      try Generation.replace("repodata", in: folder, workspace) { generation throws(Failure) in
        try writeIndices(generation, signedBy: signer, build)
      }
      _ = consume lock
    }
  }

  private func writeIndices(_ generation: Generation, signedBy signer: Signer?, _ build: ArchiveBuild) throws(Failure) {
    // In the workspace: should this process be killed, the program goes on writing for a while.
    try Program.createrepo.run(
      ["--quiet", "--workers", "1", "--outputdir", build.workspace.path, "."], environment: build.environment,
      in: build.workspace, from: folder)
    // It makes a folder repodata of its own, wherever it writes to.
    let made = "\(build.workspace.path)/repodata"
    for name in try FileSystem.names(in: made) {
      try FileSystem.copyFile("\(made)/\(name)", to: "\(generation.path)/\(name)", mode: Umask.applied(to: 0o644))
    }
    let list = "\(generation.path)/repomd.xml"
    if let signer { try signer.detach(list, as: "\(list).asc", in: build.workspace) }
    keepFormerIndices(of: generation)
  }

  /// Links the indices that the former list names; their names hold their digests.
  private func keepFormerIndices(of generation: Generation) {
    guard let file = try? InputFile("\(generation.place)/repomd.xml", limit: 1 << 24, kind: .build),
      let names = try? FileSystem.names(in: generation.place)
    else { return }
    let list = String(decoding: file.contents, as: UTF8.self)
    for name in names where !name.hasPrefix("repomd.xml") && list.contains("repodata/\(name)") {
      link("\(generation.place)/\(name)", "\(generation.path)/\(name)")
    }
  }
}
