import Diagnostics
import Projects
import Text

/// The little of a `pyproject.toml` that tells what a project depends on: `dependencies` of `[project]` (PEP 621).
enum ProjectMetadata {
  static func dependencies(in bytes: [UInt8], file: String) throws(Failure) -> [Requirement] {
    let place = SourceLocation(file: file)
    let key = "project.dependencies"
    let document = try TOMLDocument(TextFile(bytes, name: file).text, file: file)
    guard let list = document.list(key), !document.oddities.contains(key) else {
      guard document.values[key] == nil, !document.oddities.contains(key) else {
        throw Failure.usage(
          .project, "the dependencies are not a list of strings", at: place,
          remedy: "write them as PEP 621 asks, or give a requirements.txt")
      }
      return []
    }
    return try requirements(list.prefix(2000).map { ($0.text, SourceLocation(file: file, line: $0.line)) })
  }

  /// - Throws: A usage failure with every one that cannot be read.
  static func requirements(_ texts: [(String, SourceLocation)]) throws(Failure) -> [Requirement] {
    var requirements: [Requirement] = []
    var mistakes: [Diagnostic] = []
    for (text, place) in texts {
      do throws(Failure) {
        requirements.append(try Requirement(text, at: place))
      } catch {
        mistakes += error.diagnostics
      }
    }
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes) }
    return requirements
  }
}

extension Project {
  /// What it says it depends on.
  ///
  /// - Throws: A usage failure with every requirement that cannot be read.
  package func dependencies() throws(Failure) -> [Requirement] {
    try ProjectMetadata.requirements(
      requirements.prefix(2000).map { ($0.text, SourceLocation(file: $0.file, line: $0.line)) })
  }
}
