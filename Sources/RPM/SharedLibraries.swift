import Diagnostics
import Glibc
import PackageModel
import Toolbox

/// What compiled files need of other packages, as rpm's own generator finds it, and the architecture they are for.
package struct SharedLibraries: Sendable, Equatable {
  /// rpm's name of this machine's architecture.
  package let architecture: String
  /// Capabilities for `Requires`, sorted.
  package let relations: [RelationText]

  /// - Parameters:
  ///   - files: The compiled files in a workspace, by absolute paths; their modes are changed. Libraries among them are private to the package.
  /// - Throws: A build failure where rpm has no generator.
  package init(of files: [String], timestamp: Int, _ context: BuildContext) throws(Failure) {
    (architecture, relations) = try Workspace.forRPM(environment: context.environment) { workspace throws(Failure) in
      let variables = workspace.environment(from: context.environment, timestamp: timestamp)
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
