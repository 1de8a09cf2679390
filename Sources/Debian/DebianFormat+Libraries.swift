import Diagnostics
import PackageModel
import Text
import Toolbox

extension Program {
  fileprivate static let shlibdeps = Program("dpkg-shlibdeps", package: "dpkg-dev")
}

extension DebianFormat {
  /// What compiled files need of Debian's packages, as dpkg-shlibdeps(1) finds it, in its order, and the architecture they
  /// are for.
  ///
  /// - Parameters:
  ///   - files: The compiled files, by absolute paths. Libraries among them are private to the package.
  /// - Throws: A build failure where a library is not installed here, for then nobody can tell which package has it.
  package func libraries(
    of files: [String], timestamp: Int, _ context: BuildContext
  ) throws(Failure) -> (architecture: String, relations: [RelationText]) {
    try context.withWorkspace { workspace throws(Failure) in
      let build = DebianBuild(in: workspace, timestamp: timestamp, context)
      let architecture = try build.architecture()
      guard !files.isEmpty else { return (architecture, []) }
      // The program looks for the packages' names in a control file.
      try FileSystem.makeFolder("debian", below: workspace.path)
      try FileSystem.write(
        Array("Source: bundle\n\nPackage: bundle\nArchitecture: any\n".utf8), to: "\(workspace.path)/debian/control")
      let folders = Set(files.map { String($0[..<($0.lastIndex(of: "/") ?? $0.startIndex)]) })
      let said: String
      do throws(Program.Problem) {
        said = try Program.shlibdeps.attempt(
          ["-O", "--ignore-missing-info", "--warnings=0"] + folders.sorted().map { "-l\($0)" }
            + files.map { "-e\($0)" },
          environment: build.environment, in: workspace, from: workspace.path)
      } catch {
        var failure = Program.shlibdeps.failure(error)
        if case .exit = error, !failure.diagnostics.isEmpty {
          failure.diagnostics[0].remedy =
            "install the packages with the libraries that it names here, so that dependencies on them can be told; or "
            + "leave out what needs them"
        }
        throw failure
      }
      let prefix = "shlibs:Depends="
      let line = said.split(whereSeparator: \.isNewline).first { $0.hasPrefix(prefix) }
      var relations: [RelationText] = []
      for text in line?.dropFirst(prefix.count).split(separator: ",") ?? [] {
        relations.append(try RelationText(String(text).trimmed))
      }
      return (architecture, relations)
    }
  }
}
