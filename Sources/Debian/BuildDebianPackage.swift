import Diagnostics
import PackageModel
import Templates
import Toolbox

/// The artefacts of a build, by the paths at which they appeared.
package struct DebianArtefacts: Sendable, Equatable {
  package let binary: String
  package let sourceFolder: String
}

extension DebianPackage {
  /// Has dpkg-deb pack the tree, then puts the .deb and the source folder into a folder.
  ///
  /// - Throws: A build failure; the folder then holds what it held before.
  package func build(
    into output: String, timestamp: Int, environment: [String: String]
  ) throws(Failure) -> DebianArtefacts {
    try Workspace.with(environment: environment) { workspace throws(Failure) in
      let root = "\(workspace.path)/binary"
      let package = "\(workspace.path)/\(fileName)"
      let folder = "\(workspace.path)/\(sourceFolder)"
      try FileSystem.write(binary, to: root, timestamp: timestamp)
      try Program.dpkgDeb.run(
        ["--root-owner-group"] + compression.options + ["--build", root, package],
        environment: [
          "PATH": environment["PATH"] ?? "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
          "TMPDIR": workspace.path, "SOURCE_DATE_EPOCH": String(timestamp),
        ],
        in: workspace
      ) { () throws(Failure) in
        try FileSystem.write(source, to: folder, timestamp: timestamp)
      }
      let artefacts = DebianArtefacts(
        binary: "\(output)/\(fileName)", sourceFolder: "\(output)/\(sourceFolder)")
      var publication = Publication(from: workspace)
      publication.move(folder, to: artefacts.sourceFolder)
      publication.move(package, to: artefacts.binary)
      try publication.commit()
      return artefacts
    }
  }
}
