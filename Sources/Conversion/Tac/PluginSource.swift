import ApplicationFacts
import PythonSyntax

/// Source of an application whose service a twistd plugin makes from options, as `twistd NAME OPTION...` would.
package struct PluginSource: Sendable {
  /// The user or group of a process: a number, or a name that is looked up where it runs.
  package enum Account: Sendable, Equatable {
    case number(Int)
    case name(String)
  }

  package var plugin: String
  /// The module with `Options` and `makeService`.
  package var module: String
  package var arguments: [String]
  package var user: Account?
  package var group: Account?
  package var processName: String?

  package init(plugin: String, module: String, arguments: [String]) {
    self.plugin = plugin
    self.module = module
    self.arguments = arguments
  }

  /// Whether text is the dotted name of a module.
  package static func isModule(_ text: String) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { PythonLiteral.isPlainName(String($0)) }
  }

  /// A file for `twisted/plugins` that offers a plugin, and the name without `_plugin.py` that it is to have.
  package static func serviceMaker(_ name: String, module: String, summary: String) -> (stem: String, text: String) {
    let words = [name, module, summary, name].map { PythonLiteral.text($0) }
    var stem = String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    if !PythonLiteral.isPlainName(stem) { stem = "registered" }
    return (
      stem,
      """
      from twisted.application.service import ServiceMaker

      \(stem) = ServiceMaker(\(words.joined(separator: ", ")))

      """
    )
  }

  /// A whole `.tac`.
  package var text: String {
    let accounts = [("uid", user, "pwd.getpwnam", "pw_uid"), ("gid", group, "grp.getgrnam", "gr_gid")]
    var words = [PythonLiteral.text(plugin)]
    for (key, account, call, field) in accounts {
      switch account {
      case .number(let number)?: words.append("\(key)=\(number)")
      case .name(let name)?: words.append("\(key)=\(call)(\(PythonLiteral.text(name))).\(field)")
      case nil: break
      }
    }
    var lines = ["# Made by mktap. Run it with: twistd -n -y FILE", ""]
    if case .name? = group { lines.append("import grp") }
    if case .name? = user { lines.append("import pwd") }
    if lines.count > 2 { lines.append("") }
    lines.append("from twisted.application import service")
    lines += [importLine, "", "application = service.Application(\(words.joined(separator: ", ")))"]
    if let processName {
      lines.append("service.IProcess(application).processName = \(PythonLiteral.text(processName))")
    }
    return (lines + [""] + serviceLines).map { $0 + "\n" }.joined()
  }

  /// What gives the service to an application whose source is there; whatever that source calls its own, it keeps its names.
  /// Only in UTF-8 do letters beyond ASCII stand as they are: another encoding has other bytes for them, so escapes do.
  package func addition(to source: [UInt8]) -> String {
    let lines = (["", importLine, ""] + serviceLines).map { $0 + "\n" }.joined()
    guard SourceText(source).encoding != "utf-8" else { return lines }
    return lines.unicodeScalars.map { $0.isASCII ? String($0) : PythonLiteral.escaped($0.value, isASCII: true) }
      .joined()
  }

  private var word: String {
    let word = plugin.replacing("-", with: "_")
    return PythonLiteral.isPlainName(word) ? word : "plugin"
  }

  private var importLine: String {
    guard let dot = module.lastIndex(of: ".") else { return "import \(module) as \(word)_plugin" }
    return "from \(module[..<dot]) import \(module[module.index(after: dot)...]) as \(word)_plugin"
  }

  private var serviceLines: [String] {
    let list = arguments.map { PythonLiteral.text($0) }.joined(separator: ", ")
    return [
      "\(word)_options = \(word)_plugin.Options()", "\(word)_options.parseOptions([\(list)])",
      "\(word)_plugin.makeService(\(word)_options).setServiceParent(application)",
    ]
  }
}
