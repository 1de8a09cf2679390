import Foundation
import TestSupport
import Testing

/// A project of PyPI's as its users package it: with at most three options beside its name, version and maintainer.
struct RealProject: Sendable, CustomTestStringConvertible {
  /// The name of the package and of its service.
  let name: String
  /// What goes into its environment, with exact versions.
  let requirements: [String]
  /// Files beside the application.
  var files: [String: String] = [:]
  /// Shell that its users type before they package it, with the environment's programs at hand.
  var preparation = ":"
  /// The three options, and what belongs to them.
  let options: [String]
  /// What an administrator does after the installation, if anything; `$settings` is the folder of environment files.
  var administration = ":"
  /// Units, where they are not the package's own.
  var units: [String] = []
  /// Python that prints the service's answer, spoken in its own protocol, and what that has to hold.
  let question: String
  let answer: String
  /// Shell that changes the configuration, and what is answered from then on.
  let edit: String
  let answerThen: String
  /// What is there to start, where it is not the package's own name.
  var started: [String] { units.isEmpty ? [name] : units }

  /// Files of the administrator's own, which the package leaves alone.
  var administered: [String] { units.isEmpty ? [] : ["/etc/default/\(name)-a", "/etc/default/\(name)-b"] }

  var testDescription: String { name }
}

extension RealProject {
  /// Calls `body` with the two versions of a package.
  func withPackages<Result>(_ tool: String, ending: String, _ body: ([String]) throws -> Result) throws -> Result {
    try withTemporaryFolder { scratch in
      let source = "\(scratch)/source"
      try FileManager.default.createDirectory(atPath: source, withIntermediateDirectories: true)
      for (path, text) in files {
        let file = URL(filePath: "\(source)/\(path)")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      var setup = Program(
        "sh",
        [
          "-ec",
          """
          cd "$1"
          /usr/bin/python3 -m venv ../venv
          script=$2
          shift 2
          ../venv/bin/pip install --quiet --disable-pip-version-check "$@"
          PATH=$(realpath ../venv/bin):$PATH
          eval "$script"
          """, "sh", source, preparation,
        ] + requirements)
      setup.timeout = .seconds(600)
      try setup.run().successful()
      let packages = try ["1", "2"].map { version in
        var program = Program(
          tool,
          ["-m", "Ada Example <ada@example.org>", "-d", name, "-V", version, "-o", "\(scratch)/\(version)", "-q"]
            + ["--binary-only", "--compression", "zstd:1", "--bundle", "\(scratch)/venv"] + options)
        program.folder = source
        program.timeout = .seconds(600)
        try program.run().successful()
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(scratch)/\(version)")
        guard let package = names.first(where: { $0.hasSuffix(ending) }) else {
          throw RootFailure(message: "no \(ending) among \(names)")
        }
        return "\(scratch)/\(version)/\(package)"
      }
      return try body(packages)
    }
  }
}
