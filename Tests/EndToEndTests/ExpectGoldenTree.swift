import Foundation
import TestSupport

/// Compares the files of a folder with a golden folder, and their executable bits too; every difference is told.
///
/// With `UPDATE_GOLDEN` in the environment the golden folder is renewed, surplus files removed, and the comparison fails
/// all the same.
///
/// - Parameter path: of the golden folder, relative to the repository's root.
/// - Throws: `GoldenTreeMismatch`.
func expectGoldenTree(_ folder: String, at path: String) throws {
  let golden = "\(Places.repository)/\(path)"
  let (wanted, present) = (try files(in: folder), (try? files(in: golden)) ?? [])
  var differences: [String] = []
  for file in wanted {
    do {
      try expectGolden(String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8), at: "\(path)/\(file)")
    } catch let mismatch as GoldenMismatch {
      differences.append(mismatch.description)
    }
    let isExecutable = FileManager.default.isExecutableFile(atPath: "\(folder)/\(file)")
    if FileManager.default.isExecutableFile(atPath: "\(golden)/\(file)") != isExecutable {
      differences.append("\(path)/\(file) \(isExecutable ? "must" : "must not") be executable")
      if renews { try run("chmod", isExecutable ? "755" : "644", "\(golden)/\(file)").successful() }
    }
  }
  for file in present where !wanted.contains(file) {
    differences.append("\(path)/\(file) is surplus\(renews ? " and was removed" : "; `make golden` removes it")")
    if renews { try FileManager.default.removeItem(atPath: "\(golden)/\(file)") }
  }
  if !differences.isEmpty { throw GoldenTreeMismatch(description: differences.joined(separator: "\n")) }
}

/// A folder that is not what its golden folder says.
struct GoldenTreeMismatch: Error, CustomStringConvertible {
  let description: String
}

private var renews: Bool { !(ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] ?? "").isEmpty }

private func files(in folder: String) throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder) && !isFolder.boolValue
  }.sorted()
}
