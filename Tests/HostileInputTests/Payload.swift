/// A text that some reader on its way would take for its own, by the name that docs/security.md has for it.
///
/// What would run is the program `hostile-canary`, which the tests put on `PATH`.
struct Payload: Sendable, CustomStringConvertible {
  let name: String
  let bytes: [UInt8]
  var description: String { name }

  init(_ name: String, _ text: String) { (self.name, bytes) = (name, Array(text.utf8)) }

  init(_ name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  static let all: [Payload] = [
    Payload("shell", "a; hostile-canary & b | hostile-canary || c > d < e * ? ~ # f"),
    Payload("substitution", "a $(hostile-canary) b"),
    Payload("backticks", "a `hostile-canary` b"),
    Payload("variable", "a $HOME ${PATH} $$ b"),
    Payload("rpm-shell", "a %(hostile-canary) %%(hostile-canary) b"),
    Payload("rpm-shell-first", "%(hostile-canary)"),
    Payload("rpm-lua", "a %{lua:os.execute('hostile-canary')} b"),
    Payload("rpm-define", "%define _topdir %(hostile-canary)"),
    Payload("rpm-global", "%global __os_install_post hostile-canary"),
    Payload("rpm-expand", "a %{expand:%%(hostile-canary)} %{?x:y} %[1+1] b"),
    Payload("rpm-include", "%include /etc/hostname"),
    Payload("rpm-if", "%if 0"),
    Payload("rpm-endif", "%endif"),
    Payload("rpm-section", "%post"),
    Payload("rpm-changelog", "%changelog"),
    Payload("rpm-unfinished", "a %{ b %( c"),
    Payload("percent", "100% sure, 100%% sure, %s %n %i %H"),
    Payload("newline", "a\n%post\nhostile-canary\nPre-Depends: evil\n.\nb"),
    Payload("carriage-return", "a\r%post\rb"),
    Payload("nul", bytes: Array("a".utf8) + [0] + Array("b".utf8)),
    Payload("escape", "a\u{1B}]0;owned\u{7}\u{1B}[2Jb"),
    Payload("bidi", "a\u{202E}b\u{2066}c"),
    Payload("separators", "a\u{2028}b\u{2029}c\u{85}d"),
    Payload("not-utf-8", bytes: Array("a".utf8) + [0xFF, 0xC0, 0x80] + Array("b".utf8)),
    Payload("long", String(repeating: "long ", count: 60_000)),
    Payload("dash", "-rf --version"),
    Payload("quotes", "a 'b\" c' \"hostile-canary\" '' d"),
    Payload("backslash", "a path like C:\\"),
    Payload("backslashes", "\\\\ \\n \\x41 \\$(hostile-canary) \\%(hostile-canary)"),
    Payload("template", "a {{name}} {{#if name}} {{name as shell}} b"),
    Payload("substvar", "a ${misc:Depends} ${shlibs:Depends} ${F:Homepage} b"),
    Payload("xml", "<a b='c'>&amp;&#x41;<!-- --><![CDATA[x]]>"),
    Payload("parent", "../../../../etc/passwd"),
    Payload("absolute", "/etc/passwd"),
    Payload("dot", ". .. ./a"),
    Payload("hash", "# a #!/bin/sh"),
  ]
}
