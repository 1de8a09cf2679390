import Diagnostics
import ApplicationFacts
@testable import SavedObjects

/// Marmalade XML: the tags and the walk over what they built.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  do {
    _ = try MarmaladeReader.read(bytes, file: "fuzz.tax")
  } catch {
    precondition(error.kind == .application && !error.diagnostics.isEmpty)
  }
  return 0
}
