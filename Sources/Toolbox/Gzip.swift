import Diagnostics

extension Program {
  package static let gzip = Program("gzip", package: "gzip")
}

/// `gzip -9n`, as Debian Policy 12.7 asks for: no name and no time in it, hence the same bytes on every machine and day.
package enum Gzip {
  package static let options = ["-9n"]
  private static let sizeLimit = 1 << 30

  /// Compresses files in one call of the program.
  ///
  /// - Parameter meanwhile: What this process does while the program works.
  package static func compress(
    _ files: [[UInt8]], _ context: BuildContext, meanwhile: () throws(Failure) -> Void = {}
  ) throws(Failure) -> [[UInt8]] {
    try context.withWorkspace { workspace throws(Failure) in
      let names = files.indices.map(String.init)
      for (name, contents) in zip(names, files) { try FileSystem.write(contents, to: "\(workspace.path)/\(name)") }
      try Program.gzip.run(
        options + names, environment: workspace.environment(from: context), in: workspace,
        from: workspace.path, meanwhile: meanwhile)
      var packed: [[UInt8]] = []
      for name in names {
        packed.append(try InputFile("\(workspace.path)/\(name).gz", limit: sizeLimit, kind: .build).contents)
      }
      return packed
    }
  }
}
