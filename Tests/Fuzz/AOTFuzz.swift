import Diagnostics
import ApplicationFacts
@testable import SavedObjects

/// Abstract Object Trees: the literal parser and the walk over what it built.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  do {
    _ = try AOTReader.read(bytes, file: "fuzz.tas")
  } catch {
    precondition(error.kind == .application && !error.diagnostics.isEmpty)
  }
  return 0
}
