import Diagnostics

/// A section of Debian's archive, with the area before it where that is not main (Debian Policy 2.4).
package struct Section: Sendable, Equatable, CustomStringConvertible {
  package let description: String

  package static let usual = Self(description: "net")

  private init(description: String) { self.description = description }

  /// The component of the archive that it lies in.
  package var area: String { description.contains("/") ? String(description.prefix { $0 != "/" }) : "main" }

  package static let names: Set<String> = [
    "admin", "cli-mono", "comm", "database", "debug", "devel", "doc", "editors", "education", "electronics", "embedded",
    "fonts", "games", "gnome", "gnu-r", "gnustep", "golang", "graphics", "hamradio", "haskell", "httpd", "interpreters",
    "introspection", "java", "javascript", "kde", "kernel", "libdevel", "libs", "lisp", "localization", "mail", "math",
    "metapackages", "misc", "net", "news", "ocaml", "oldlibs", "otherosfs", "perl", "php", "python", "raku", "ruby",
    "rust", "science", "shells", "sound", "tasks", "tex", "text", "utils", "vcs", "video", "web", "x11", "xfce", "zope",
  ]

  package init(_ text: String) throws(Failure) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isArea = parts.count == 1 || ["contrib", "non-free", "non-free-firmware"].contains(parts[0])
    guard parts.count <= 2, isArea, let name = parts.last, Self.names.contains(name) else {
      let nearest = Spelling.nearest(to: parts.last ?? "", among: Self.names.sorted())
      throw Failure.usage(
        .optionValue, "Debian has no section \(quoted(text)) (Debian Policy 2.4)",
        remedy: nearest.isEmpty ? "try --section net" : "did you mean \(nearest.joined(separator: ", "))?")
    }
    description = text
  }
}
