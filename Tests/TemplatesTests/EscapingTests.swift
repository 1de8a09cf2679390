import Foundation
import Templates
import TestSupport
import Testing

/// Every way of escaping, read back by what reads it in the end.
@Suite struct EscapingTests {
  static let oneLine = [
    "plain", "a b", "100%", "%{name} %if 1 %%", #"say "it" and 'that'"#, "$HOME ${HOME} $$", "`id` $(id)",
    #"back\slash \n \\ end\"#, #"\%{ \%{name} \\%("#, "é 日本 \u{1F600}", "# hash", "; a & b | c < d > e * ? [x] ~ !",
    ".", " .", "-n", "=x", "%files", "%[1+1]", "%(id)", "{{x}}", "a \\",
  ]
  static let several = [
    "a\nb", "one\n\nthree", "x\n# comment\n%if 1\n%description\n  %files\n.\n .\nend", "a \\\nb\\",
    "a\n#\u{308} b\n.\u{308} c\n%\u{308} d",
  ]

  private func escape(_ text: String, as kind: String) throws -> String {
    try Template("{{x as \(kind)}}", name: "test").render(["x": .text(text)], escaping: .line)
  }

  @Test(arguments: oneLine + several + [""])
  func isOneWordOfShell(text: String) throws {
    let word = try escape(text, as: "shell")
    let result = try run("sh", "-c", "x=\(word); printf '%s|' \"$x\" \(word)").successful()
    #expect(result.output == "\(text)|\(text)|")
  }

  /// systemd.unit(5): `%%` is `%`, blanks at the end go, a backslash at the end of a line joins the next.
  @Test(arguments: oneLine)
  func isASettingOfAUnit(text: String) throws {
    let setting = try escape(text, as: "unit")
    #expect(!setting.hasSuffix("\\"))
    #expect(setting.replacing("%%", with: "%").trimmingCharacters(in: .whitespaces) == text.trimmed)
    #expect(setting.replacing("%%", with: "").contains("%") == false)
  }

  /// systemd.service(5), "Command lines", read by systemd itself.
  @Test(arguments: oneLine + [""])
  func isAnArgumentInAUnit(text: String) throws {
    let word = try escape(text, as: "word")
    #expect(ExecWord.read(word) == [text], "\(word)")
  }

  @Test(arguments: several)
  func isOneLine(text: String) throws {
    #expect(try escape(text, as: "line") == text.replacing("\n", with: " "))
  }

  /// A line that begins with a full stop means something else in a control field (Debian Policy 5.6.13), so it has a blank
  /// in front.
  @Test(arguments: oneLine + several)
  func isTheRestOfAControlField(text: String) throws {
    let folded = try escape(text, as: "folded")
    let result = try withTemporaryFolder { folder in
      try Data("Package: x\nDescription: x\n\(folded)\nLast: y\n".utf8).write(to: URL(filePath: "\(folder)/control"))
      return try run("perl", "-MDpkg::Control::Fields", "-MDpkg::Control", "-e", Self.reader, "\(folder)/control")
        .successful()
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = lines.map { $0.unicodeScalars.first == "." ? " \($0)" : String($0) }.joined(separator: "\n")
    #expect(result.output == "x\n\(expected)|y")
    #expect(!folded.split(separator: "\n").contains { $0.hasPrefix(" .") && $0 != " ." })
  }

  /// dpkg-gencontrol puts nothing in, and makes the text again of what stands there (deb-substvars(5)).
  @Test(arguments: oneLine + ["${misc:Depends} $${x}", "$", "{", "${}", "${}{x}", "${${x}}"])
  func isALineOfASourceControlFile(text: String) throws {
    for kind in ["control", "foldedControl"] {
      let result = try run(
        "perl", "-MDpkg::Substvars", "-MDpkg::Control", "-e", Self.substitution, "--", escape(text, as: kind)
      ).successful()
      #expect(result.errors.isEmpty)
      #expect(result.output == (kind == "control" ? text : try escape(text, as: "folded")))
    }
  }

  private static let substitution = """
    my $c = Dpkg::Control->new(type => CTRL_PKG_DEB); $c->{Description} = $ARGV[0];
    $c->apply_substvars(Dpkg::Substvars->new()); print $c->{Description};
    """
  private static let reader = """
    my $c = Dpkg::Control->new(type => CTRL_INFO_PKG); $c->load($ARGV[0]);
    print $c->{Description}, "|", $c->{Last};
    """

  @Test(arguments: oneLine)
  func isALineOfASpec(text: String) throws {
    let spec = try escape(text, as: "spec")
    #expect(try read(summary: spec, description: "x", format: "%{SUMMARY}") == text.trimmed)
  }

  /// rpm takes lines away that begin with `#`, and acts on those that begin with `%`, so they begin with a no-break space.
  @Test(arguments: oneLine + several)
  func isProseInASpec(text: String) throws {
    let prose = try escape(text, as: "prose")
    let result = try read(summary: "x", description: prose, format: "%{DESCRIPTION}")
    let expected = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let words = line.unicodeScalars.drop { $0 == " " }
      guard String(words).firstMatch(of: /^(?:%[A-Za-z]|#)/.matchingSemantics(.unicodeScalar)) != nil else {
        return String(line)
      }
      return "\u{A0}"
        + String(line.unicodeScalars.first == " " ? line.unicodeScalars.dropFirst() : line.unicodeScalars[...])
    }
    #expect(result == expected.joined(separator: "\n"))
  }

  /// Through rpmbuild, as a scriptlet in a file: byte for byte what went in.
  @Test(
    arguments: oneLine + several + [
      "if true; then\n  echo 100%\nfi", "%files\n \t%include /etc/passwd", "a \\\n%if 0\nb",
    ])
  func isAScriptlet(text: String) throws {
    let script = "echo start\n\(text)\necho end\n"
    try withTemporaryFolder { folder in
      try Data(escape(script, as: "scriptlet").utf8).write(to: URL(filePath: "\(folder)/x.post"))
      try Data(Self.spec(summary: "x", description: "x", more: "%post -f %{SOURCE0}\n\n").utf8)
        .write(to: URL(filePath: "\(folder)/x.spec"))
      try run(
        "rpmbuild", "-bb", "--define", "_topdir \(folder)", "--define", "_sourcedir \(folder)", "\(folder)/x.spec",
        environment: ["LC_ALL": "C.UTF-8", "HOME": folder]
      ).successful()
      let read = try run("rpm", "-qp", "--qf", "%{POSTIN}", "\(folder)/RPMS/noarch/x-1-1.noarch.rpm").successful()
      #expect(read.output == script)
    }
  }

  /// What rpm makes of a spec; it has a line after each value, which must stay a line of its own.
  private func read(summary: String, description: String, format: String) throws -> String {
    try withTemporaryFolder { folder in
      try Data(Self.spec(summary: summary, description: description).utf8).write(to: URL(filePath: "\(folder)/x.spec"))
      return try run(
        "rpmspec", "-q", "--define", "_dbpath \(folder)/db", "--queryformat", format, "\(folder)/x.spec",
        environment: ["LC_ALL": "C.UTF-8", "HOME": folder]
      ).successful().output
    }
  }

  private static func spec(summary: String, description: String, more: String = "") -> String {
    """
    Name: x
    Version: 1
    Release: 1
    Summary: \(summary)
    License: MIT
    Source0: x.post
    BuildArch: noarch

    %description
    \(description)

    \(more)%files

    """
  }
}

/// A reader of `ExecStart=` words as systemd.service(5) tells: quotes, C escapes, `%%`, `$$`.
enum ExecWord {
  static func read(_ text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = text[...]
    while let next = rest.popFirst() {
      switch next {
      case "\\":
        word = (word ?? "") + String(rest.popFirst() ?? "\\")
      case _ where next == quote: quote = nil
      case "\"", "'":
        if quote == nil {
          quote = next
          word = word ?? ""
        } else {
          word = (word ?? "") + String(next)
        }
      case " " where quote == nil:
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(next)
      }
    }
    if let word { words.append(word) }
    return words.map { $0.replacing("%%", with: "%").replacing("$$", with: "$") }
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
