import Debian
import Formats
import RPM

extension Tool {
  /// The formats that there are, in the order in which they are told of.
  package static let usualFormats: [any PackageFormat] = [DebianFormat(), RPMFormat()]
}

/// What the `main` functions of the tools call with their arguments.
///
/// One file is installed under all four names; a name that is none of them means the tool that it was built as.
///
/// - Parameters:
///   - built: The tool that the program was built as.
///   - words: `argv`, `count` of them, of which the first says the name that it was called by.
@_cdecl("runTool")
public func runTool(
  _ built: UnsafePointer<CChar>, count: CInt, words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  let vector = UnsafeBufferPointer(start: words, count: Int(count))
  let called = vector.first.flatMap { $0 }.map { String(cString: $0) }?.split(separator: "/").last
  let names = ["tap2deb", "tap2rpm", "tapconvert", "mktap"]
  switch names.first(where: { $0 == called ?? "" }) ?? String(cString: built) {
  case "tap2rpm": return Tool(RPMFormat(), among: Tool.usualFormats).main(vector)
  case "tapconvert": return ConvertTool.main(vector)
  case "mktap": return MakeTool.main(vector)
  default: return Tool(DebianFormat(), among: Tool.usualFormats).main(vector)
  }
}
