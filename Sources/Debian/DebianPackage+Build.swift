import Diagnostics
import PackageModel
import Signing
import Text
import Toolbox

extension DebianPackage {
  /// Has dpkg's own programs make the artefacts, then puts them into a folder.
  ///
  /// - Parameters:
  ///   - context: Told what stays unsigned.
  ///   - meanwhile: Called while dpkg-deb works.
  /// - Throws: A build failure; the folder then holds what it held before.
  package func build(
    _ selection: DebianSelection = .usual, signing: SigningPolicy? = nil, into output: String, timestamp: Int,
    _ context: BuildContext, meanwhile: () -> Void = {}
  ) throws(Failure) -> DebianArtefacts {
    try context.withWorkspace { workspace throws(Failure) in
      let build = DebianBuild(in: workspace, timestamp: timestamp, context)
      let (package, folder) = ("\(workspace.path)/\(fileName)", "\(workspace.path)/\(sourceFolder)")
      let signer =
        selection.hasSource
        ? try signing?.signer(for: "the .dsc, .buildinfo and .changes", in: workspace, context) : nil
      func makeSource() throws(Failure) {
        if selection == .binaryOnly { return }
        let source = try source()
        try FileSystem.write(source, to: folder, timestamp: timestamp)
        if selection.hasSource { try sourcePackage.pack(source, in: build, signer: signer) }
      }
      if selection.hasBinary {
        let root = "\(workspace.path)/binary"
        try FileSystem.write(binary, to: root, timestamp: timestamp)
        // tar gives up on a file that changes while it is read, if only by one more name.
        let isShared = binary.hasHardLinks
        if isShared { try makeSource() }
        try Program.dpkgDeb.run(
          ["--root-owner-group"] + compression.options + ["--build", root, package], environment: build.environment,
          in: workspace,
          meanwhile: { () throws(Failure) in
            let source = Result { () throws(Failure) in if !isShared { try makeSource() } }
            meanwhile()
            try source.get()
          })
      } else {
        meanwhile()
        try makeSource()
      }
      var artefacts = DebianArtefacts()
      var publication = Publication(from: workspace, withholding: withheld)
      if selection.hasSource {
        let files = try sourcePackage.describe(
          binary: selection.hasBinary ? "\(fileName) \(section)" : nil, in: build, signer: signer)
        artefacts.source = files.map { "\(output)/\($0)" }
      }
      if selection.hasFolder {
        artefacts.sourceFolder = "\(output)/\(sourceFolder)"
        publication.move(folder, to: "\(output)/\(sourceFolder)")
      }
      if selection.hasBinary {
        artefacts.binary = "\(output)/\(fileName)"
        publication.move(package, to: "\(output)/\(fileName)")
      }
      // The .changes last: whoever waits for it finds what it lists.
      for path in artefacts.source { publication.move("\(workspace.path)/\(Path(path).name)", to: path) }
      try publication.commit()
      return artefacts
    }
  }

  /// Section and priority as they stand in the control file, for `debian/files`.
  private var section: String {
    guard case .file(let contents)? = binary["DEBIAN/control"]?.kind else { return "misc optional" }
    let lines = String(decoding: contents, as: UTF8.self).split(separator: "\n")
    func value(_ field: String, _ fallback: String) -> String {
      lines.first { $0.hasPrefix("\(field): ") }.map { String($0.dropFirst(field.utf8.count + 2)).trimmed } ?? fallback
    }
    return "\(value("Section", "misc")) \(value("Priority", "optional"))"
  }
}

/// The artefacts of a build, by the paths at which they appeared.
package struct DebianArtefacts: Sendable, Equatable {
  package fileprivate(set) var binary: String?
  package fileprivate(set) var sourceFolder: String?
  /// The archives, the .dsc, the .buildinfo and the .changes, in this order.
  package fileprivate(set) var source: [String] = []
}
