import Diagnostics
import Glibc
import PackageModel
import Signing
import Toolbox

extension RPMPackage {
  /// Has rpmbuild write the packages, then puts them into a folder.
  ///
  /// The tree is ready, so rpmbuild is told to run no script at all: the spec's own %install is for those who rebuild
  /// the source package.
  ///
  /// - Parameters:
  ///   - context: Told what stays unsigned.
  ///   - meanwhile: Called while rpmbuild works.
  /// - Throws: A build failure; the folder then holds what it held before.
  package func build(
    _ selection: RPMSelection = .both, signing: SigningPolicy? = nil, into output: String, timestamp: Int,
    _ context: BuildContext, meanwhile: () -> Void = {}
  ) throws(Failure) -> RPMArtefacts {
    try context.withWorkspaceForRPM { workspace throws(Failure) in
      let top = workspace.path
      let signer = try signing?.signer(for: "the packages", in: workspace, context)
      try FileSystem.write(binary, to: "\(top)/root", timestamp: timestamp)
      try FileSystem.write(source, to: "\(top)/source", timestamp: timestamp)
      var variables = workspace.environment(from: context, timestamp: timestamp)
      // Only compiled files need to be told apart by content, and that takes libmagic 20 ms of each run (libmagic(3), MAGIC).
      if architecture == FormatRules.rpm.everyArchitecture { variables["MAGIC"] = "/dev/null" }
      // Nothing of the sources goes into the binary package.
      if let archive, selection != .binaryOnly {
        try archive.tree.pack(
          isPrivate: withheld != 0, as: "\(top)/source/\(archive.name)", timestamp: timestamp, environment: variables,
          in: workspace)
      }
      func call(_ stage: String, meanwhile: () throws(Failure) -> Void = {}) throws(Failure) {
        try Program.rpmbuild.run(
          [stage] + Self.arguments(top: top) + ["\(top)/source/\(specName)"], environment: variables, in: workspace,
          meanwhile: meanwhile)
      }
      switch selection {
      case .binaryOnly: try call("-bb") { () throws(Failure) in meanwhile() }
      case .sourceOnly: try call("-bs") { () throws(Failure) in meanwhile() }
      case .both:
        // Both make this folder, and one that comes second fails.
        try FileSystem.makeFolder("BUILDROOT", below: top)
        // Side by side, for -ba would write the source package's checksum into the binary one, which no rebuild does.
        try call("-bb") { () throws(Failure) in try call("-bs") { () throws(Failure) in meanwhile() } }
      }
      let (sourceName, binaryName) = (
        selection == .binaryOnly ? nil : "\(label).src.rpm",
        selection == .sourceOnly ? nil : "\(label).\(architecture).rpm"
      )
      let names = [sourceName, binaryName].compactMap { $0 }
      try signer?.sign(packages: names.map { "\(top)/\($0)" }, in: workspace)
      var publication = Publication(from: workspace, withholding: withheld)
      for name in names { publication.move("\(top)/\(name)", to: "\(output)/\(name)") }
      try publication.commit()
      return RPMArtefacts(
        binary: binaryName.map { "\(output)/\($0)" }, source: sourceName.map { "\(output)/\($0)" })
    }
  }

  /// The call that spawns nothing: no section's script, no generator, no compressor, no look at the host's database.
  private static func arguments(top: String) -> [String] {
    let macros: KeyValuePairs = [
      "_topdir": top,
      "_sourcedir": "\(top)/source",
      "_specdir": "\(top)/source",
      "_builddir": "\(top)/source",
      "_rpmdir": top,
      "_srcrpmdir": top,
      "_rpmfilename": "%%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm",
      "_tmppath": top,
      "_dbpath": "\(top)/db",
      "_db_backend": "dummy",
      "_srcdefattr": "(-,root,root)",
      "_buildhost": "localhost",
      "_smp_build_ncpus": "1",
      "ready_tree": "1",
      // Of no distribution: whoever rebuilds the source package gets the mark of theirs.
      "dist": "%{nil}",
      "use_source_date_epoch_as_buildtime": "1",
      // rpm 4.20 and later know it by the second name, and warn of the first one's value.
      "clamp_mtime_to_source_date_epoch": "%{!?builddir:1}",
      "build_mtime_policy": "clamp_to_source_date_epoch",
      // What rpm 6 writes by itself is nothing to the rpm of most systems.
      "_rpmformat": "4",
      "__spec_install_pre": "%{nil}",
      "__os_install_post": "%{nil}",
      "__check_files": "%{nil}",
      "debug_package": "%{nil}",
    ]
    return ["--noclean", "--buildroot", "\(top)/root"]
      + macros.flatMap { ["--define", "\($0.key) \($0.value)"] }
  }
}

/// The artefacts of a build, by the paths at which they appeared.
package struct RPMArtefacts: Sendable, Equatable {
  package let binary: String?
  package let source: String?
}

extension FileTree {
  /// Packs the tree, the same bytes every time (GNU tar's manual, "Reproducible archives").
  fileprivate func pack(
    isPrivate: Bool, as archive: String, timestamp: Int, environment: [String: String], in workspace: Workspace
  ) throws(Failure) {
    let root = "\(workspace.path)/payload"
    try FileSystem.write(self, to: root, timestamp: timestamp)
    try Program.tar.run(
      [
        "--create", "--file", archive, "--use-compress-program", "gzip -n", "--sort", "name", "--format", "gnu",
        "--owner", "root:0", "--group", "root:0", "--mtime", "@\(timestamp)", "--directory", root, ".",
      ],
      environment: environment, in: workspace)
    FileSystem.remove(root)
    // tar leaves it to the caller's umask, and the source package holds the mode.
    guard chmod(archive, isPrivate ? 0o640 : 0o644) == 0 else {
      throw SystemError().failure(.build, to: "change", archive)
    }
    try FileSystem.setTime(archive, timestamp)
  }
}
