import Diagnostics
import Glibc
import Toolbox

/// Tries packages as those who install them do, and tells what came of it.
package struct Verification: Sendable {
  private let options: VerificationOptions
  private let context: BuildContext

  package init(_ options: VerificationOptions, _ context: BuildContext) {
    (self.options, self.context) = (options, context)
  }

  /// - Parameter files: The packages, by their paths.
  /// - Returns: A verdict for each, in order.
  /// - Throws: A failure where they could not be tried.
  package func verdicts(of files: [String]) throws(Failure) -> [Verdict] {
    try Self.check(options, context)
    return try context.withWorkspace { workspace throws(Failure) in
      var verdicts: [Verdict] = []
      for file in files {
        let package = try PackageFile(debian: file, in: workspace, environment: context.environment)
        var verdict = Verdict(file: file, package: package.name, version: package.version)
        verdict.cells =
          if case .suite(let suite) = options.extent {
            try cells(of: package, suite: suite, in: workspace)
          } else {
            try OfflineTrial(package: package, context: context, workspace: workspace).cells()
          }
        verdicts.append(verdict)
      }
      return verdicts
    }
  }

  /// Looks for what a trial needs, so that a run ends before it has made anything.
  ///
  /// - Throws: A failure that names what needs less.
  package static func check(_ options: VerificationOptions, _ context: BuildContext) throws(Failure) {
    guard case .suite = options.extent else { return }
    guard geteuid() == 0 else {
      throw Failure(
        .build, "--verify needs root's rights, for a root of its own that it installs into and boots",
        remedy: "run it with sudo, or give --verify=offline, which needs none")
    }
    for program in [Program.unshare, .nsenter, .nspawn] + (options.root == nil ? [.mmdebstrap] : []) {
      try program.lookUp(environment: context.environment)
    }
  }

  /// Whether packages with this ending of their names can be tried.
  package static func tries(_ ending: String) -> Bool { ending == "deb" }

  private func cells(
    of package: PackageFile, suite: String?, in workspace: Workspace
  ) throws(Failure) -> [Verdict.Cell] {
    let former = try options.former.map { path throws(Failure) in
      try PackageFile(debian: path, in: workspace, environment: context.environment)
    }
    if let former, former.name != package.name {
      throw Failure(
        .usage, "--verify-from is the package \(former.name), not an older \(package.name)",
        remedy: "give a package of the same name")
    }
    let archive =
      if let root = options.root {
        try Self.real(root)
      } else {
        try RootRecipe.trial(suite: suite, with: package.dependencies + (former?.dependencies ?? [])).tarball(context)
      }
    var cells: [Verdict.Cell] = []
    for mode in [RootHolder.Mode.booted, .plain] {
      context.progress("\(package.name): \(mode == .booted ? "booting a root" : "making a root ready")")
      let root = try TrialRoot(of: archive, mode, environment: context.environment, in: workspace)
      var trial = Trial(package, from: mode == .booted ? former : nil, in: root, context)
      try trial.run()
      cells += trial.cells
    }
    return cells
  }

  /// - Throws: A usage failure where there is no such root.
  private static func real(_ path: String) throws(Failure) -> String {
    guard let real = FileSystem.real(path) else {
      throw Failure(
        .usage, "there is no root \(quoted(path))",
        remedy: "give a folder or a tarball, as mmdebstrap --variant=minbase makes it")
    }
    return real
  }
}

extension Program {
  static let unshare = Program("unshare", package: "util-linux")
  static let nsenter = Program("nsenter", package: "util-linux")
  static let nspawn = Program("systemd-nspawn", package: "systemd-container")
}
