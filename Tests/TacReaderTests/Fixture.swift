import Diagnostics
import Foundation
import Testing
import ApplicationFacts

/// A test input that says itself what is to be found in it.
///
/// `#! listener tcp 8080` after a line expects this fact there (several are divided by ` ;; `), `#! @0 ...` one without
/// a line, `#! modules ...` and `#! python ...` those of the whole file. What is not marked must not be found.
struct Fixture {
  var lines: [String] = []
  var modules: [String] = []
  var python = PythonVersion.either

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  init(_ files: [String: [UInt8]]) {
    for (name, bytes) in files {
      let text =
        String(validating: bytes, as: UTF8.self) ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        guard let mark = line.range(of: "#! ", options: .backwards) else { continue }
        let marked = String(line[mark.upperBound...])
        if marked.hasPrefix("modules ") {
          modules.append(String(marked.dropFirst(8)))
        } else if marked.hasPrefix("python ") {
          python = PythonVersion(rawValue: String(marked.dropFirst(7))) ?? .either
        } else {
          let isPlaceless = marked.hasPrefix("@0 ")
          let facts = (isPlaceless ? String(marked.dropFirst(3)) : marked).components(separatedBy: " ;; ")
          lines += facts.map { "\(name):\(isPlaceless ? 0 : index + 1) \($0)" }
        }
      }
    }
  }

  /// Every file below a folder of fixtures, by its path there.
  static func files(in name: String) throws -> [String: [UInt8]] {
    let root = folder.appending(path: name)
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      if let data = try? Data(contentsOf: root.appending(path: path)), !path.isEmpty { files[path] = [UInt8](data) }
    }
    return files
  }

  static func names(in path: String = "", suffix: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)
    return (names ?? []).filter { $0.hasSuffix(suffix) }.sorted()
  }

  func expect(_ application: Application, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let found = FactLines(application).lines
    #expect(Set(found).subtracting(lines).sorted() == [], "found, but not marked", sourceLocation: sourceLocation)
    #expect(Set(lines).subtracting(found).sorted() == [], "marked, but not found", sourceLocation: sourceLocation)
    #expect(found.count == lines.count, "found a fact twice", sourceLocation: sourceLocation)
    #expect(FactLines.modules(application) == modules.sorted(), sourceLocation: sourceLocation)
    #expect(application.python == python, sourceLocation: sourceLocation)
  }
}
