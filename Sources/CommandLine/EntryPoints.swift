import Debian
import Formats
import RPM

extension Tool {
  /// The formats that there are, in the order in which they are told of.
  package static let usualFormats: [any PackageFormat] = [DebianFormat(), RPMFormat()]
}

// What the `main` functions of the tools call with their arguments.
@_cdecl("runTap2deb")
public func runTap2deb(_ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  Tool(DebianFormat(), among: Tool.usualFormats).main(UnsafeBufferPointer(start: words, count: Int(count)))
}

@_cdecl("runTap2rpm")
public func runTap2rpm(_ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  Tool(RPMFormat(), among: Tool.usualFormats).main(UnsafeBufferPointer(start: words, count: Int(count)))
}

@_cdecl("runTapconvert")
public func runTapconvert(_ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  ConvertTool.main(UnsafeBufferPointer(start: words, count: Int(count)))
}

@_cdecl("runMktap")
public func runMktap(_ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  MakeTool.main(UnsafeBufferPointer(start: words, count: Int(count)))
}
