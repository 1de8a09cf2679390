import Conversion
import Foundation
import TestSupport
import Testing
import ApplicationFacts

/// The readers of Twisted for Python 2.7: those of Twisted 9 for .tap and .tas, and that of Twisted 2.1 for .tax.
@Suite struct FormerReaderTests {
  @Test(.enabled(if: FormerPython.twisted != nil, "there is no Python 2.7 with pip"))
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
      let result = try run(#require(FormerPython.twisted).interpreter, script, folder)
      #expect(result.succeeded, "\(result)")
    }
  }

  /// What mktap saves is loaded by them, too: web alone, whose module was the same then.
  @Test(.enabled(if: FormerPython.twisted != nil, "there is no Python 2.7 with pip"))
  func theyLoadWhatMktapSaves() throws {
    try withTemporaryFolder { folder in
      try run(Places.mktap, "-q", "--type", "xml", "web", "--path", "/srv/www", in: folder).successful()
      let question = """
        from twisted.persisted import marmalade
        from twisted.application import service
        application = marmalade.unjellyFromXML(open("web.tax"))
        made = list(service.IServiceCollection(application))
        print len(made), made[0].parent is not None, service.IService(application).name
        """
      let python = try #require(FormerPython.twisted).interpreter
      #expect(try run(python, "-c", question, in: folder).output == "1 True web\n")
    }
  }
}
