import Foundation
import TestSupport
import Testing

/// Files that people write, from editors of every system.
@Suite struct LineEndTests {
  /// What one editor writes for a text.
  struct Editor: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var lineEnd = "\n"
    var mark = ""
    func text(_ text: String) -> String { mark + text.replacing("\n", with: lineEnd) }
  }

  static let editors = [
    Editor(testDescription: "CRLF", lineEnd: "\r\n"), Editor(testDescription: "CR", lineEnd: "\r"),
    Editor(testDescription: "BOM", mark: "\u{FEFF}"),
    Editor(testDescription: "CRLF and BOM", lineEnd: "\r\n", mark: "\u{FEFF}"),
  ]

  static let files = [
    "ignore": "*.log\nsecret*\n", "more.sh": "#!/bin/sh\n# Tell.\necho done\n", "needs.txt": "treq>=1\nklein\n",
    "CHANGES.md": "# Changes\n\n## 3.2 - 2026-01-02\n\n- Started.\n- Went on.\n",
    "pyproject.toml": "[project]\nname = \"example\"\ndependencies = [\"attrs\"]\n",
    "setup.cfg": "[metadata]\nname = web\ndescription = A web\n[options]\ninstall_requires =\n  hyperlink\n",
    "own/systemd/sysusers": "# Mine.\nu {{user}} -\n", "tap2deb.json": "{\n  // Who\n  \"user\": \"_web\",\n}\n",
  ]

  private static let words = [
    "--project", ".", "-t", "web.tac", "--include", "d", "--exclude-from", "ignore", "--requirements", "needs.txt",
    "--changelog", "CHANGES.md", "--postinst", "more.sh", "--templates", "own",
  ]

  /// - Returns: All that the package holds: its fields, its files and what is in them.
  private func contents(_ format: PackageFormat, _ editor: Editor, leaving left: String) throws -> String {
    try Workbench.with { bench in
      for folder in ["d", "own/systemd"] {
        try FileManager.default.createDirectory(
          atPath: "\(bench.folder)/\(folder)", withIntermediateDirectories: true)
      }
      for name in ["a.log", "secret.key", "keep"] { try bench.place("d/\(name)", "") }
      for (name, text) in Self.files where name != left {
        // The strict grammar of requirements takes a CR alone for a mistake: not all of their readers end a line there.
        let isStrict = name == "needs.txt" && editor.lineEnd == "\r"
        try bench.place(name, isStrict ? text : editor.text(text))
      }
      let package = try bench.package(format, Self.words)
      let show =
        format == .deb
        ? "dpkg-deb -R \"$0\" x; find x | sort; find x -type f ! -name '*.gz' | sort | xargs cat; zcat $(find x -name '*.gz')"
        : "rpm -qp --nosignature --provides --requires --scripts --changelog --qf '%{summary}' -lv \"$0\""
      return try run("sh", "-ec", show, package.path, in: bench.temporary).successful().output
    }
  }

  @Test(arguments: PackageFormat.allCases, editors)
  func areReadAlike(format: PackageFormat, editor: Editor) throws {
    // Of pyproject.toml and setup.cfg the first one decides, so each has its turn.
    for left in ["setup.cfg", "pyproject.toml"] {
      let plain = try contents(format, Editor(testDescription: "LF"), leaving: left)
      #expect(try contents(format, editor, leaving: left) == plain)
      #expect(plain.contains(left == "setup.cfg" ? "attr" : "hyperlink") && !plain.contains("secret"))
    }
  }
}
