import Diagnostics
import TwistedModel

extension PluginSpec {
  /// What a plugin of Twisted's own cannot do, in any release for Python 3 up to 26.10.
  package static func limits(of plugin: String) -> [Diagnostic] {
    guard plugin == "mail" else { return [] }
    return [
      .warning(
        .plugin,
        "under Python 3, Twisted's mail server takes no letter and hands none out, and does not start with --user",
        at: SourceLocation(file: "--plugin mail"),
        remedy: "use a mail server such as Postfix, and have your service read or send mail through it")
    ]
  }
}
