import Diagnostics

/// Reads Python source that binds `application`.
package enum TacReader {
  /// The facts that a `.tac` states; only a literal name in a call of `Application` is looked for.
  package static func read(_ bytes: [UInt8], file: String) throws(Failure) -> Application {
    var application = Application(format: .tac)
    for (index, line) in PythonText.decode(bytes[...]).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard let call = line.firstRange(of: "Application(") else { continue }
      let rest = line[call.upperBound...].drop { $0 == " " }
      guard let quote = rest.first, quote == "\"" || quote == "'" else { continue }
      let body = rest.dropFirst()
      guard let end = body.firstIndex(of: quote) else { continue }
      application.name = Fact(String(body[..<end]), at: SourceLocation(file: file, line: index + 1))
    }
    return application
  }
}
