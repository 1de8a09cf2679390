import Diagnostics
import ApplicationFacts
@testable import TwistedApplication

/// Any bytes at all: telling the format by content, and reading what was told.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  do {
    let application = try ApplicationReader.read(bytes, file: "fuzz")
    for port in application.listeners.compactMap(\.port?.value) {
      precondition((0...65_535).contains(port), "a port that is none")
    }
    guard case .format = ApplicationFormat.detect(bytes) else { preconditionFailure("read what was not detected") }
  } catch {
    precondition(error.kind == .application && !error.diagnostics.isEmpty)
  }
  return 0
}
