import Diagnostics
import ApplicationFacts
@testable import PythonEvaluation
@testable import TwistedApplication

/// Python source: tokens, statements, and following them. The source also lies beside itself, under a few names, so
/// that an import finds a module as hostile as the file.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let siblings = SourceFolder(files: ["settings.py": bytes, "shop/__init__.py": [], "shop/tap.py": bytes])
  do {
    _ = try TacReader.read(bytes, file: "fuzz.tac", siblings: siblings)
  } catch {
    precondition(error.kind == .application && !error.diagnostics.isEmpty)
  }
  return 0
}
