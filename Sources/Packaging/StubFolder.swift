import Diagnostics
import Toolbox
import PythonEvaluation
import TwistedModel

/// The user's own stubs, from `--stubs DIR`: they come before the tool's, module by module.
enum StubFolder {
  private static let sizeLimit = 1 << 20
  private static let countLimit = 2000
  private static let depthLimit = 12

  static func read(_ folder: String?) throws(Failure) -> StubLibrary {
    guard let folder else { return StubLibrary() }
    guard FileSystem.isFolder(folder) else {
      throw Failure.usage(.stubs, "--stubs: there is no folder \(quoted(folder))", remedy: "check the path")
    }
    var sources: [String: [UInt8]] = [:]
    try read(folder, "", level: 0, into: &sources)
    guard !sources.isEmpty else {
      throw Failure.usage(
        .stubs, "--stubs names a folder without Python files: \(quoted(folder))", remedy: "check the path")
    }
    return StubLibrary(overrides: sources)
  }

  private static func read(
    _ folder: String, _ path: String, level: Int, into sources: inout [String: [UInt8]]
  ) throws(Failure) {
    for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
      let place = "\(folder)/\(name)"
      if FileSystem.isFolder(place) {
        guard level < depthLimit else {
          throw Failure.usage(.limit, "--stubs is nested more than \(depthLimit) folders deep: \(quoted(place))")
        }
        try read(place, path + name + "/", level: level + 1, into: &sources)
      } else if name.hasSuffix(".py") {
        guard sources.count < countLimit else {
          throw Failure.usage(
            .limit, "--stubs has more than \(countLimit) files", remedy: "name a folder of stubs alone")
        }
        sources[path + name] = try InputFile(place, limit: sizeLimit, kind: .usage).contents
      }
    }
  }
}
