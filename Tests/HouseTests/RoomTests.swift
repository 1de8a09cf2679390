import Foundation
import Testing

@Suite struct RoomTests {
  /// What a framework means comes to the evaluator through `Framework` alone.
  @Test func theEvaluatorNamesNoFramework() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/PythonEvaluation")
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
    #expect(files.count > 30)
    for file in files {
      let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
      for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        let names = ["twisted", "zope", "nevow"].filter { line.contains("\"\($0)") }
        #expect(names.isEmpty, "\(file): \(line)")
      }
    }
  }
}
