import Diagnostics
import PythonSyntax

package enum PluginReader {
  package static func read(
    _ bytes: [UInt8], file: String, siblings: SourceFolder? = nil
  ) throws(Failure) -> Application {
    try TacReader.read(bytes, file: file, siblings: siblings)
  }
}
