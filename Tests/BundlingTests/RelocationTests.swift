import Testing

@testable import Bundling

/// How scripts and other texts of an environment are moved to another place.
@Suite struct RelocationTests {
  private static let relocation = Relocation(places: ["/tmp/made/env"], prefix: "/usr/lib/app")

  struct Script: Sendable {
    let before: String
    let after: String
  }

  static let scripts = [
    Script(before: "#!/tmp/made/env/bin/python\nimport x\n", after: "#!/usr/lib/app/bin/python3\nimport x\n"),
    Script(before: "#!/tmp/made/env/bin/python3.11 -sP\nx\n", after: "#!/usr/lib/app/bin/python3 -sP\nx\n"),
    // An environment that had been moved before.
    Script(before: "#!/elsewhere/bin/python3\nx\n", after: "#!/usr/lib/app/bin/python3\nx\n"),
    Script(before: "#!/usr/bin/env python3\nx\n", after: "#!/usr/lib/app/bin/python3\nx\n"),
    // What installers write where the path is too long for one line, or has blanks in it.
    Script(
      before: "#!/bin/sh\n'''exec' \"/tmp/made/env/bin/python\" \"$0\" \"$@\"\n' '''\nimport x\n",
      after: "#!/usr/lib/app/bin/python3\nimport x\n"),
    // Scripts of the system's Python and of the shell stay what they are.
    Script(before: "#!/usr/bin/python3\nx\n", after: "#!/usr/bin/python3\nx\n"),
    Script(before: "#!/bin/sh\nexec /tmp/made/env/bin/x\n", after: "#!/bin/sh\nexec /usr/lib/app/bin/x\n"),
    Script(before: "#!/tmp/made/env/bin/perl\n", after: "#!/usr/lib/app/bin/perl\n"),
    Script(before: "#!/tmp/made/env/bin/python", after: "#!/usr/lib/app/bin/python3\n"),
    Script(before: "#!", after: "#!"),
    Script(before: "", after: ""),
  ]

  @Test(arguments: scripts)
  func scriptIsRunByTheNewInterpreter(script: Script) {
    #expect(String(decoding: Self.relocation.script(Array(script.before.utf8)), as: UTF8.self) == script.after)
  }

  @Test(arguments: [
    ("/tmp/made/env", "/usr/lib/app"), ("x=/tmp/made/env/lib:/tmp/made/env", "x=/usr/lib/app/lib:/usr/lib/app"),
    ("file:///tmp/made/env/x", "file:///usr/lib/app/x"),
    // Other places, whose names only have this one's in them.
    ("/tmp/made/environment", "/tmp/made/environment"), ("/tmp/made/env-2", "/tmp/made/env-2"),
    ("/srv/tmp/made/env", "/srv/tmp/made/env"), ("/tmp/made/en", "/tmp/made/en"),
  ])
  func placesAreNamedAnew(before: String, after: String) {
    #expect(String(decoding: Self.relocation.relocated(Array(before.utf8)), as: UTF8.self) == after)
  }
}
