import Diagnostics
import ApplicationFacts
@testable import SavedObjects
@testable import TwistedApplication

/// Pickles of every protocol: the symbolic machine and the walk over what it built.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  do {
    let graph = try PickleMachine.read(bytes, file: "fuzz.tap")
    _ = try GraphFacts.read(graph, format: .tap, file: "fuzz.tap")
  } catch {
    precondition(error.kind == .application && !error.diagnostics.isEmpty)
  }
  return 0
}
