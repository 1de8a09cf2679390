import Diagnostics
import ApplicationFacts
@testable import PythonEvaluation
@testable import TwistedApplication

/// Python source read for the subcommands that it offers.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  do {
    let application = try PluginReader.read(
      bytes, file: "twisted/plugins/fuzz.py", siblings: SourceFolder(files: ["shop/tap.py": bytes]))
    precondition(!application.plugins.isEmpty)
  } catch {
    precondition(error.kind == .application && !error.diagnostics.isEmpty)
  }
  return 0
}
