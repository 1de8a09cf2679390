import Conversion
import Foundation
import TestSupport
import Testing
import ApplicationFacts

/// The readers of Twisted for Python 2.7, where there is one: `python2.7` with Twisted 8 or 9 on its path.
@Suite struct FormerReaderTests {
  private static let isThere =
    ProcessInfo.processInfo.environment["TAP2DEB_SYSTEM_TESTS"] == "full"
    && (try? run("python2.7", "-c", "from twisted.persisted import aot").succeeded) == true

  @Test(.enabled(if: isThere, "there is no python2.7 with Twisted"))
  func theyLoadWhatIsWritten() throws {
    try withTemporaryFolder { folder in
      for samples in [RoundTripTests.samples, "\(Places.repository)/Tests/ConversionTests/Samples"] {
        for file in try FileManager.default.contentsOfDirectory(atPath: samples)
        where file.contains("-py27-") && file.hasSuffix(".tap") {
          let bytes = try Data(contentsOf: URL(filePath: "\(samples)/\(file)"))
          let conversion = try Conversion(Array(bytes), file: file)
          let stem = "\(folder)/\(file.dropLast(4))"
          try bytes.write(to: URL(filePath: "\(stem).orig.tap"))
          for format in RoundTripTests.formats {
            try Data(conversion.bytes(as: format)).write(to: URL(filePath: "\(stem).\(format.rawValue)"))
          }
        }
      }
      let script = "\(Places.repository)/Tests/ConversionTests/Scripts/former_readers.py"
      let result = try run("python2.7", script, folder)
      #expect(result.succeeded, "\(result)")
    }
  }
}
