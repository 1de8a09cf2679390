// What the `main` functions of the tools call with their arguments.
@_cdecl("runTap2deb")
public func runTap2deb(_ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  Tool.tap2deb.main(UnsafeBufferPointer(start: words, count: Int(count)))
}

@_cdecl("runTap2rpm")
public func runTap2rpm(_ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  Tool.tap2rpm.main(UnsafeBufferPointer(start: words, count: Int(count)))
}

@_cdecl("runTapconvert")
public func runTapconvert(_ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  ConvertTool.main(UnsafeBufferPointer(start: words, count: Int(count)))
}

@_cdecl("runMktap")
public func runMktap(_ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  MakeTool.main(UnsafeBufferPointer(start: words, count: Int(count)))
}
