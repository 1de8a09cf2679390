import Diagnostics
import ApplicationFacts
@testable import TwistedModel

/// A plugin with its arguments, one a line, and each of them as an endpoint description.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
  let words = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  for word in words {
    _ = ServerEndpoint(parsing: word)
    _ = ClientEndpoint(parsing: word)
  }
  do {
    _ = try PluginSpec.read(name: words.first ?? "", arguments: Array(words.dropFirst()))
  } catch {
    precondition(!error.diagnostics.isEmpty)
  }
  return 0
}
