import Diagnostics
import Templates
import Testing

@Suite struct ParsedTemplatesTests {
  @Test func parsesEachPathOnce() throws {
    let templates = ParsedTemplates()
    var parsed: [String] = []
    for path in ["a", "b", "a", "a"] {
      let template = try templates.template(path) { () throws(Failure) in
        parsed.append(path)
        return try Template("{{name}} of \(path)", name: path)
      }
      let expected = "x of \(path)"
      #expect(try template.render(["name": .text("x")], escaping: .line) == expected)
    }
    #expect(parsed == ["a", "b"])
  }

  @Test func triesAgainWhatCouldNotBeParsed() throws {
    let templates = ParsedTemplates()
    let broken = { () throws(Failure) in try Template("{{#if x}}", name: "x") }
    #expect(throws: Failure.self) { try templates.template("x", parse: broken) }
    #expect(throws: Failure.self) { try templates.template("x", parse: broken) }
  }
}
