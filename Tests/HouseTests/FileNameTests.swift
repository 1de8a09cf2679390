import Testing

/// Who looks for a type looks for its file.
@Suite struct FileNameTests {
  /// A type of this many lines stands in a file of its name, and so does an extension that others use.
  private static let least = 12

  /// Whoever extends these adds one subject to several of them, and the file bears its name.
  private static let ofSwift: Set<Substring> = [
    "Array", "ArraySlice", "Character", "Duration", "Int", "String", "StringProtocol", "Substring", "UInt8",
    "Unicode.Scalar",
  ]

  @Test func eachHasATypeOfItsName() {
    let wrong = SwiftFile.ofTools.filter { file in
      let ours = file.declarations.filter { !Self.ofSwift.contains($0.name) }
      return !ours.isEmpty && !ours.contains { Self.names(of: $0).contains(file.name) }
    }
    #expect(wrong.map(\.path) == [])
  }

  @Test func noLongTypeStandsElsewhere() {
    let strangers = SwiftFile.ofTools.flatMap { file in
      file.declarations.filter { declaration in
        !declaration.isPrivate && declaration.length >= Self.least
          && !(declaration.isExtension && Self.ofSwift.contains(declaration.name))
          && !Self.names(of: declaration).contains(file.name)
      }.map { "\(file.path): \($0.name)" }
    }
    #expect(strangers == [])
  }

  /// `Reader` and `Line` may each name the file of a `Reader.Line`.
  private static func names(of declaration: SwiftFile.Declaration) -> [Substring] {
    let parts = declaration.name.split(separator: ".")
    return [parts.first, parts.last].compactMap(\.self) + [Substring(parts.joined())]
  }
}
