import Foundation
import TestSupport
import Testing

/// docs/tap2deb.schema.json, which is made from the tables of options.
@Suite struct GoldenSchemaTests {
  @Test(arguments: PackageFormat.allCases)
  func isTheToolsOwn(format: PackageFormat) throws {
    try expectGolden(try run(format.tool, "--print-schema").successful().output, at: "docs/tap2deb.schema.json")
  }

  @Test(arguments: PackageFormat.allCases)
  func ofFleetsIsTheToolsOwn(format: PackageFormat) throws {
    try expectGolden(try run(format.tool, "--print-fleet-schema").successful().output, at: "docs/fleet.schema.json")
  }

  @Test(arguments: [
    (
      #"{"defaults": {"hardening": "basic"}, "applications": ["web.tac", {"tapfile": "x.tac", "deb": {"debfile": "x"}}]}"#,
      true
    ),
    (#"{"applications": []}"#, false), (#"{"applications": [{"tapfle": "web.tac"}]}"#, false),
    (#"{"applications": ["web.tac"], "hardening": "basic"}"#, false), (#"{"defaults": {}}"#, false),
  ])
  func takesFleets(text: String, isValid: Bool) throws {
    #expect(try Self.validates(text, "docs/fleet.schema.json") == isValid)
  }

  /// A configuration, and whether the schema takes it.
  static let examples: [(String, Bool)] = [
    (
      #"{"$schema": "x", "tapfile": "web.tac", "hardening": "none", "depends": ["aa"], "deb": {"debfile": "xx"}}"#, true
    ),
    (#"{"hardening": "${LEVEL:-none}", "depends": "aa", "quiet": false, "start-priority": 3}"#, true),
    (#"{"hardning": "none"}"#, false), (#"{"hardening": "nonsense"}"#, false), (#"{"quiet": "yes"}"#, false),
    (#"{"depends": [1]}"#, false), (#"{"deb": {"rpmfile": "x"}}"#, false), (#"{"help": true}"#, false),
    (#"{"set-version": 1.5}"#, false), ("[]", false),
  ]

  @Test(arguments: examples.indices)
  func agreesWithTheTool(index: Int) throws {
    let (text, isValid) = Self.examples[index]
    #expect(try Self.validates(text) == isValid)
    try Workbench.with { bench in
      try bench.place("tap2deb.json", text)
      let result = try bench.call(.deb, ["-t", "web.tac", "-m", Workbench.maintainer, "--trust-config"])
      #expect(result.succeeded == isValid, "\(result)")
    }
  }

  @Test func takesADraft() throws {
    try Workbench.with { bench in
      try bench.call(.deb, ["--init", "-t", "web.tac", "-m", Workbench.maintainer]).successful()
      let draft = try String(contentsOfFile: "\(bench.folder)/tap2deb.json", encoding: .utf8)
      // Only whole lines are comments there, and commas at the end are the other thing that JSON does not have.
      let bare = draft.replacing(#/(?m)^ *\/\/.*$/#, with: "").replacing(#/,(\s*[}\]])/#) { String($0.output.1) }
      #expect(try Self.validates(bare))
    }
  }

  /// A validator that someone else wrote.
  static func validates(_ text: String, _ schema: String = "docs/tap2deb.schema.json") throws -> Bool {
    let script = """
      import json, jsonschema, sys
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      sys.exit(0 if jsonschema.Draft202012Validator(schema).is_valid(json.loads(sys.argv[2])) else 3)
      """
    let result = try run("/usr/bin/python3", "-c", script, "\(Places.repository)/\(schema)", text)
    return try result.status == 3 ? false : result.successful().succeeded
  }
}
