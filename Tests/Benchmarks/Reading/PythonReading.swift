import Foundation
import TestSupport

/// Reading against what a person has for it: Python's own parser and unpickler, in the same run, in processor time.
struct PythonReading {
  let input: ReadingInput

  static let header = """
    | file | times as fast as | factor | bar | kept |
    | --- | --- | ---: | ---: | --- |
    """

  private var bar: Double { input == .source ? 8 : 6 }

  /// Every class stands for itself, as nothing of Twisted's has to be there.
  private static let script = """
    import ast, io, pickle, sys, time
    data = open(sys.argv[1], 'rb').read()
    class StandIn:
        def __init__(self, *words): pass
        def __setstate__(self, state): pass
    class Unpickler(pickle.Unpickler):
        def find_class(self, module, name): return StandIn
    start = time.process_time()
    if sys.argv[2] == 'source': ast.parse(data)
    else: Unpickler(io.BytesIO(data), encoding='latin-1').load()
    print(time.process_time() - start)
    """

  func row(_ file: String, toolSeconds: Double) throws -> (row: String, passed: Bool) {
    let times = try (0..<3).map { _ in
      let said = try run(
        "/usr/bin/python3", "-c", Self.script, file, input == .source ? "source" : "pickle", timeout: .seconds(300)
      ).successful().output
      return Double(said.trimmingCharacters(in: .whitespacesAndNewlines)) ?? .infinity
    }
    let factor = (times.min() ?? .infinity) / toolSeconds
    let passed = factor >= bar
    let text = String(format: "%.1f", factor)
    let other = input == .source ? "ast.parse" : "pickle.Unpickler of C"
    return ("| \(input.title) | \(other) | \(text) | \(Int(bar)) | \(passed ? "yes" : "**no**") |", passed)
  }
}
