import Diagnostics
import PackageModel
import Testing

@Suite struct LicenceTests {
  /// As many as the list 3.27.0 has.
  @Test(arguments: [
    (SPDXIdentifiers.licences, 667), (SPDXIdentifiers.deprecatedLicences, 32), (SPDXIdentifiers.exceptions, 79),
  ])
  func readsEachRow(list: SPDXIdentifiers, count: Int) throws {
    #expect(list.all.count == count && Set(list.all).count == count)
    for identifier in list.all {
      let text = list == .exceptions ? "MIT WITH \(identifier)" : identifier
      let expression = try LicenceExpression(text.lowercased().replacing("with", with: "WITH"))
      #expect(expression.description == text)
      #expect(expression.deprecated == (list == .deprecatedLicences ? [identifier] : []))
      #expect(identifier.first?.isWhitespace == false && !identifier.hasSuffix("-"), "\(identifier)")
    }
  }

  /// Names that the middle of a table's line once parted.
  @Test(arguments: [
    "Adobe-Display-PostScript", "BSD-2-Clause-pkgconf-disclaimer", "CC-BY-3.0-US", "ODC-By-1.0", "CUA-OPL-1.0",
  ])
  func takes(identifier: String) throws {
    #expect(try LicenceExpression(identifier).terms.map(\.identifier) == [identifier])
  }

  @Test(arguments: ["Adobe", "BSD-2-Clause-pkgconf", "Display-PostScript", "By-1.0", "disclaimer"])
  func refuses(identifier: String) { #expect(throws: Failure.self) { try LicenceExpression(identifier) } }
}
