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
        let package = try PackageFile(file, in: workspace, context)
        var verdict = Verdict(file: file, package: package.name, version: package.version)
        verdict.cells =
          if case .suite(let suite) = options.extent {
            try cells(of: package, suite: suite ?? options.suites[file], in: workspace)
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
    for program in [Program.unshare, .nsenter, .nspawn] + (options.root == nil ? [.mmdebstrap] : []) {
      try program.lookUp(in: context)
    }
    guard geteuid() != 0 else { return }
    let namespaces = ["--user", "--map-auto", "--map-root-user", "--mount", "--pid", "--fork", "true"]
    let isAble = try context.withWorkspace { workspace throws(Failure) in
      do throws(Program.Problem) {
        try Program.unshare.attempt(
          namespaces, environment: workspace.environment(from: context), in: workspace, timeout: 30)
        return true
      } catch { return false }
    }
    guard isAble else {
      throw Failure.build(
        .verification,
        "--verify needs root's rights, or user namespaces with a range in /etc/subuid, for a root of its own",
        remedy: "run it with sudo, install uidmap, or give --verify=offline, which needs neither")
    }
  }

  /// Whether packages with this ending of their names can be tried.
  package static func tries(_ ending: String) -> Bool { PackageFile.Format(rawValue: ending) != nil }

  private func cells(
    of package: PackageFile, suite: String?, in workspace: Workspace
  ) throws(Failure) -> [Verdict.Cell] {
    let former = try options.former.map { path throws(Failure) in
      try PackageFile(path, in: workspace, context)
    }
    if let former, former.name != package.name || former.format != package.format {
      throw Failure.usage(
        .verification,
        "--verify-from is the package \(former.name) (\(former.format.rawValue)), not an older \(package.name)",
        remedy: "give a package of the same name")
    }
    let archive =
      if let root = options.root {
        try Self.real(root)
      } else {
        try RootRecipe.trial(
          suite: suite, for: package.format, with: package.dependencies + (former?.dependencies ?? [])
        ).tarball(context)
      }
    var cells: [Verdict.Cell] = []
    if package.format == .rpm, options.root == nil {
      context.tell(
        .note(
          .verification,
          "\(package.name) is tried in a root of Debian's with rpm, which does not see to its dependencies",
          remedy: "give a root of its own system with --verify-root"))
    }
    for mode in [RootHolder.Mode.booted, .plain] {
      // Systems of RPM's all have an init, and their packages no init scripts unless somebody asks for one.
      if mode == .plain, package.format == .rpm, !package.services.contains(where: \.hasInitScript) { continue }
      context.progress("\(package.name): \(mode == .booted ? "booting a root" : "making a root ready")")
      let root = try TrialRoot(of: archive, mode, context, in: workspace)
      var trial = Trial(package, from: mode == .booted ? former : nil, in: root, context)
      try trial.run()
      cells += trial.cells
    }
    return cells
  }

  /// - Throws: A usage failure where there is no such root.
  private static func real(_ path: String) throws(Failure) -> String {
    guard let real = FileSystem.real(path) else {
      throw Failure.usage(
        .verification, "there is no root \(quoted(path))",
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
