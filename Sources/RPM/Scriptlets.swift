import Diagnostics
import Templates

/// The scriptlets of a package, each in a file of its own beside the spec, which names it with `-f`: in a file rpm looks
/// for macros alone, while a line of a spec can be a directive, a comment or the half of another line. What systemd is told
/// stands in the spec, for distributions have macros of their own for that; rpm puts it before the file's text.
struct Scriptlets: Sendable, Equatable {
  struct Scriptlet: Sendable, Equatable {
    /// `post`, as rpm calls it.
    let name: String
    /// What rpm is told of the language: it runs Lua itself, so before there is any shell.
    var options: String { name == "pretrans" ? " -p <lua>" : "" }
    /// The text of the file as rpm reads it; empty where there is nothing beyond what is in the spec.
    let source: String
    /// What systemd is told, in shell and in a distribution's macros; either can be empty.
    let units: String
    let macros: String
  }

  let all: [Scriptlet]

  /// rpm reads a line in pieces of this size at least (BUFSIZ of C libraries), and expands the macros of each by itself.
  private static let pieceSize = 1000

  /// - Throws: A build failure for a line that rpm cannot read as it is.
  init(_ values: TemplateValues, from templates: TemplateStore) throws(Failure) {
    var scriptlets: [Scriptlet] = []
    for name in ["pretrans", "pre", "post", "preun", "postun", "posttrans"] {
      let text = try templates.script("rpm.\(name)", values)
      let units = Escaping.scriptlet.apply(try templates.script("rpm.\(name).units", values))
      let macros = try templates.script("rpm.\(name).macros", values)
      guard !text.isEmpty || !units.isEmpty else { continue }
      let source = text.isEmpty ? "" : Escaping.scriptlet.apply(text + "\n")
      for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      where line.utf8.count >= Self.pieceSize && line.utf8.contains(UInt8(ascii: "%")) {
        throw Failure.build(
          .script,
          "line \(index + 1) of %\(name) has a percent sign and more than \(Self.pieceSize) bytes, which rpm "
            + "cannot keep apart from a macro", remedy: "break the line")
      }
      scriptlets.append(Scriptlet(name: name, source: source, units: units, macros: macros))
    }
    all = scriptlets
  }
}
