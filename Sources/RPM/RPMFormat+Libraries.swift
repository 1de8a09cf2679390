import Diagnostics
import Glibc
import PackageModel
import Toolbox

extension RPMFormat {
  /// What compiled files need of other packages, as rpm's own generator finds it, sorted, and the architecture they are
  /// for.
  ///
  /// - Parameters:
  ///   - files: The compiled files in a workspace, by absolute paths; their modes are changed. Libraries among them are
  ///     private to the package.
  /// - Throws: A build failure where rpm has no generator.
  package func libraries(
    of files: [String], timestamp: Int, _ context: BuildContext
  ) throws(Failure) -> (architecture: String, relations: [RelationText]) {
    try context.withWorkspaceForRPM { workspace throws(Failure) in
      let variables = workspace.environment(from: context, timestamp: timestamp)
      let macros = try Program.rpm.run(
        ["--eval", "%{_target_cpu} %{_rpmconfigdir}"], environment: variables, in: workspace)
      let words = macros.split { $0 == " " || $0.isNewline }
      guard words.count == 2, let architecture = words.first, let folder = words.last else {
        throw Failure.build(.programFailed, "rpm does not tell its architecture and folder: \(macros)")
      }
      guard !files.isEmpty else { return (String(architecture), []) }
      let generator = Program("\(folder)/elfdeps", package: "rpm")
      // The generator looks at programs alone, and many modules are not marked so; each gets its mode when it is packed.
      for file in files { chmod(file, 0o755) }
      func capabilities(_ kind: String) throws(Failure) -> Set<LibraryCapability> {
        let said = try generator.run([kind] + files, environment: variables, in: workspace)
        var found: Set<LibraryCapability> = []
        for line in said.split(whereSeparator: \.isNewline) { found.insert(try LibraryCapability(line)) }
        return found
      }
      let own = Set(try capabilities("--provides").map(\.library))
      var needed: [RelationText] = []
      for capability in try capabilities("--requires").sorted() where !own.contains(capability.library) {
        needed.append(try capability.relation())
      }
      return (String(architecture), needed)
    }
  }
}
