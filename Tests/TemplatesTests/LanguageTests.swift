import Diagnostics
import Templates
import Testing

/// The template language, construct by construct.
@Suite struct LanguageTests {
  private func render(_ source: String, _ values: TemplateValues = [:]) throws -> String {
    try Template(source, name: "test").render(values, escaping: .line)
  }

  @Test func leavesTextAlone() throws {
    for text in ["", "plain\n", "no end", "{ {x} } }} $x ${y} %z\n\n", "日本\n"] {
      #expect(try render(text) == text)
    }
  }

  @Test func putsInValues() throws {
    #expect(try render("a {{x}}{{y}} b\n", ["x": .text("1"), "y": .text("2")]) == "a 12 b\n")
    #expect(try render("{{x}}", ["x": .list(["a", "b c"])]) == "a b c")
  }

  @Test func escapesTextButNotWhatIsRenderedAlready() throws {
    let values: TemplateValues = ["text": .text("a\nb"), "rendered": .rendered("a\nb")]
    #expect(try render("{{text}} {{rendered}}", values) == "a b a\nb")
    #expect(try render("{{text as folded}} {{rendered as folded}}", values) == " a\n b  a\n b")
  }

  @Test func neverLooksIntoAValueAgain() throws {
    let value = "{{y}}{{#if y}}{{/if}}"
    #expect(try render("{{x}}", ["x": .text(value), "y": .text("!")]) == value)
  }

  @Test(arguments: [
    (TemplateValue.flag(true), true), (.flag(false), false), (.text("a"), true), (.text(""), false),
    (.rendered(""), false), (.list([]), false), (.list([""]), true),
  ])
  func decides(value: TemplateValue, holds: Bool) throws {
    #expect(try render("{{#if x}}yes{{else}}no{{/if}}", ["x": value]) == (holds ? "yes" : "no"))
    #expect(try render("{{#if x}}yes{{/if}}", ["x": value]) == (holds ? "yes" : ""))
  }

  @Test(arguments: [TemplateValue.flag(true), .text("a"), .list([])])
  func inverts(value: TemplateValue) throws {
    let plain = try render("{{#if x}}yes{{else}}no{{/if}}", ["x": value])
    #expect(try render("{{#unless x}}no{{else}}yes{{/unless}}", ["x": value]) == plain)
    #expect(try render("{{#unless x}}no{{/unless}}", ["x": value]) == (plain == "no" ? "no" : ""))
  }

  @Test func declaresItsEscaping() throws {
    let values: TemplateValues = ["x": .text("50% $y")]
    #expect(try Template("{{#escape unit}}\n{{x}}\n", name: "t").render(values) == "50%% $y\n")
    #expect(try Template("{{x}}\n", name: "t").render(values) == "'50% $y'\n")
    #expect(try Template("{{#escape line}}\n{{x as unit}}{{x}}", name: "t").render(values) == "50%% $y50% $y")
  }

  /// The nearest name is the remedy.
  @Test(arguments: [
    ("{{nmae}}", "try name"), ("{{#if ohme}}{{/if}}", "try home"), ("{{name as shel}}", "try shell"),
    ("{{#escape unti}}", "try unit"), ("{{zzzzzz}}", "--print-templates"),
  ])
  func namesTheNearest(source: String, remedy: String) {
    let failure = #expect(throws: Failure.self) { try render(source, ["name": .text("x"), "home": .text("y")]) }
    #expect(failure?.diagnostics.first?.remedy?.contains(remedy) == true, "\(String(describing: failure))")
  }

  @Test func repeats() throws {
    let values: TemplateValues = ["list": .list(["a", "b"]), "x": .text("-"), "none": .list([])]
    #expect(try render("{{#each list}}{{x}}{{item}}{{/each}}", values) == "-a-b")
    #expect(try render("{{#each none}}{{item}}{{/each}}", values) == "")
  }

  @Test func nests() throws {
    let source = "{{#each l}}{{#if on}}{{#if item}}{{item}}{{else}}empty{{/if}}{{/if}},{{/each}}"
    #expect(try render(source, ["l": .list(["a", "", "c"]), "on": .flag(true)]) == "a,empty,c,")
  }

  @Test func leavesNoLineBehindForATagOnALineOfItsOwn() throws {
    let source = """
      one
      {{#if yes}}
      two
      {{else}}
      three
      {{/if}}
      {{#each list}}
      - {{item}}
      {{/each}}
      end

      """
    #expect(try render(source, ["yes": .flag(true), "list": .list(["a", "b"])]) == "one\ntwo\n- a\n- b\nend\n")
    #expect(try render(source, ["yes": .flag(false), "list": .list([])]) == "one\nthree\nend\n")
  }

  @Test func keepsTheLineEndAfterATagWithinALine() throws {
    #expect(try render("a {{#if x}}b{{/if}}\nc\n", ["x": .flag(true)]) == "a b\nc\n")
    #expect(try render("{{x}}\nc\n", ["x": .text("")]) == "\nc\n")
    #expect(try render("{{#if x}}b{{/if}}\nc\n", ["x": .flag(true)]) == "b\nc\n")
  }

  /// Errors name the template and the line.
  @Test(
    arguments: [
      ("a\n{{x", 2, "closed"), ("a\nb\n{{/if}}", 3, "/if"), ("{{#if x}}\na\n", nil, "{{/if}}"),
      ("{{#if x}}{{/each}}", 1, "{{/if}}"), ("{{#each l}}{{/if}}", 1, "{{/each}}"), ("\n{{else}}", 2, "else"),
      ("\n\n{{x as nothing}}", 3, "nothing"), ("{{x y}}", 1, "x y"), ("{{}}", 1, "{{}}"), ("{{#with x}}", 1, "#with"),
      ("\n{{unknown}}", 2, "unknown"), ("\n{{#if unknown}}{{/if}}", 2, "unknown"), ("{{#each x}}{{/each}}", 1, "list"),
      ("\n{{flag}}", 2, "flag"), ("{{#if}}{{/if}}", 1, "#if"),
      ("a\n{{#escape unit}}", 2, "#escape"), ("{{#unless x}}{{/if}}", 1, "{{/unless}}"), ("{{#escape}}", 1, "#escape"),
    ] as [(String, Int?, String)])
  func namesTheLineOfAMistake(source: String, line: Int?, word: String) {
    let failure = #expect(throws: Failure.self) {
      try render(source, ["x": .text("1"), "l": .list([]), "flag": .flag(true)])
    }
    let diagnostic = failure?.diagnostics.first
    #expect(failure?.kind == .build)
    #expect(diagnostic?.location?.file == "test")
    if let line { #expect(diagnostic?.location?.line == line) }
    #expect(diagnostic?.message.contains(word) == true, "\(String(describing: diagnostic))")
    #expect(diagnostic?.remedy != nil)
  }

  @Test func namesTheLineOfAValueInTheMiddleOfBlocks() {
    let failure = #expect(throws: Failure.self) {
      try render("{{#if x}}\n{{/if}}\n\n{{x}} {{missing}}\n", ["x": .text("1")])
    }
    #expect(failure?.diagnostics.first?.location?.line == 4)
  }

  @Test func limitsTheDepth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "{{#if x}}", count: depth) + String(repeating: "{{/if}}", count: depth)
    }
    #expect(try render(nested(10), ["x": .flag(true)]) == "")
    #expect(throws: Failure.self) { try render(nested(100_000), ["x": .flag(true)]) }
  }

  @Test func readsALongTemplateInLinearTime() throws {
    let start = ContinuousClock.now
    let source = String(repeating: "line {{x}} { {\n", count: 20_000)
    #expect(try render(source, ["x": .text("y")]).utf8.count == 20_000 * "line y { {\n".utf8.count)
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
