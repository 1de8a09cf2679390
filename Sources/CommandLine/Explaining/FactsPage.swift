import Diagnostics
import PackageModel
import Packaging
import Text
import ApplicationFacts

/// The facts of an application as a page for a person: what was found, how sure it is, and where it stands.
struct FactsPage {
  /// One fact: what it is, which, where it stands and what becomes of it.
  struct Row: Sendable, Equatable {
    var label: String
    var value: String
    var place = ""
    var verdict = ""
  }

  let heading: String
  let rows: [Row]

  init(_ application: Application, file: String, _ verdicts: Verdicts?) {
    var page = Page(file: file)
    heading = "\(file): \(application.format.title)\(application.python.remark)"
    page.add(
      "name", application.name,
      missing: application.plugins.isEmpty && ![.program, .axiom].contains(application.format) ? "none found" : nil
    ) { quoted($0) }
    page.add("process name", application.processName) { quoted($0) }
    page.add("uid", application.uid) { String($0) }
    page.add("gid", application.gid) { String($0) }
    page.add("reactor", application.reactor) { $0 }
    if let place = application.hangup { page.row("handles", "SIGHUP", certainty: .sure, at: place) }
    for plugin in application.plugins { page.add(plugin) }
    for listener in application.listeners {
      page.row(
        "listens", listener.summary, certainty: listener.certainty, at: listener.location, isLater: listener.isLater,
        verdict: verdicts?.word(on: listener))
    }
    for client in application.clients {
      page.row("connects", client.summary, certainty: client.certainty, at: client.location, isLater: client.isLater)
    }
    for timer in application.timers {
      page.row("repeats", timer.summary, certainty: timer.certainty, at: timer.location)
    }
    for variable in application.variables {
      page.row(
        "variable", variable.summary, certainty: variable.certainty, at: variable.location,
        verdict: verdicts?.word(on: variable))
    }
    for reference in application.files {
      page.row(
        reference.use.verb, reference.summary,
        certainty: reference.path.certainty, at: reference.path.location, isLater: reference.isLater,
        verdict: verdicts?.word(on: reference))
    }
    for module in application.modules where module.kind != .standardLibrary && module.kind != .twisted {
      let remark = module.kind == .local ? " (beside the file)" : ""
      page.row(
        "imports", module.name + remark, certainty: module.certainty, at: module.location,
        verdict: verdicts?.word(on: module))
    }
    let rest = application.modules.count { $0.kind == .standardLibrary || $0.kind == .twisted }
    if rest > 0 { page.line("imports", "\(rest) module\(rest == 1 ? "" : "s") of Twisted and of Python itself") }
    rows = page.rows
  }

  /// Lines in columns.
  var text: String {
    var (text, last) = (heading.visibleLine + "\n", "")
    for row in rows {
      let start = "  " + (row.label == last ? "" : row.label).padded(to: 14)
      last = row.label
      let end = row.verdict.isEmpty ? row.place : row.place.padded(to: 10) + " " + row.verdict
      text +=
        start + (end.isEmpty ? row.value.visibleLine : row.value.padded(to: 44).visibleLine + " " + end.visibleLine)
        + "\n"
    }
    return text
  }
}

/// The rows of a page, in order.
private struct Page {
  /// What the page is about, whose name is not repeated at each line of it.
  let file: String
  private(set) var rows: [FactsPage.Row] = []

  init(file: String) { self.file = file }

  mutating func line(_ label: String, _ value: String) { rows.append(FactsPage.Row(label: label, value: value)) }

  mutating func row(
    _ label: String, _ value: String, certainty: Certainty, at place: SourceLocation, isLater: Bool = false,
    verdict: String? = nil
  ) {
    let remark = isLater ? " (later)" : certainty == .conditional ? " (perhaps)" : ""
    let shownPlace =
      place.line.map { place.file == file ? "line \($0)" : "\(place.file):\($0)" } ?? place.objectPath ?? ""
    rows.append(FactsPage.Row(label: label, value: value + remark, place: shownPlace, verdict: verdict ?? ""))
  }

  mutating func add<Value>(
    _ label: String, _ fact: Fact<Value>?, missing: String? = nil, show: (Value) -> String
  ) {
    if let fact {
      row(label, fact.shown(show), certainty: fact.certainty, at: fact.location)
    } else if let missing {
      line(label, missing)
    }
  }

  mutating func add(_ plugin: Plugin) {
    row("plugin", plugin.name.shown { $0 }, certainty: plugin.name.certainty, at: plugin.name.location)
    add("summary", plugin.summary) { $0 }
    add("made by", plugin.module) { $0 }
    for option in plugin.options {
      let value = option.isFlag ? "" : "=" + (option.fallback.map { quoted($0) } ?? "...")
      let short = option.short.map { "-\($0), " } ?? ""
      row("option", "\(short)--\(option.name)\(value)", certainty: .sure, at: option.location)
    }
  }
}

extension Fact {
  /// The value, or what is known instead of it.
  fileprivate func shown(_ show: (Value) -> String) -> String {
    if let value { return show(value) }
    let fallback = fallback.map { ", else \(show($0))" } ?? ""
    let place = configuration.map { " in \($0)" } ?? ""
    return "unknown" + (origin.map { " (\($0)\(place)\(fallback))" } ?? fallback)
  }
}

extension Listener {
  fileprivate var summary: String {
    var parts = [transport.title]
    if let port { parts.append(port.shown { String($0) }) }
    if let path { parts.append(path.shown { quoted($0) }) }
    if let interface, interface.value != "" { parts.append("on \(interface.shown { $0 })") }
    if let mode { parts.append("mode \(mode.shown { "0" + String($0, radix: 8) })") }
    return parts.joined(separator: " ")
  }
}

extension Client {
  fileprivate var summary: String {
    let target = [host?.shown { $0 }, port?.shown { String($0) }].compactMap { $0 }.joined(separator: " port ")
    return [transport.title, target, path?.shown { quoted($0) } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension FileReference {
  /// The path, and the file that it starts beside where that is another than the one that names it.
  fileprivate var summary: String {
    let base =
      isInHome ? " in the home folder" : path.base.map { $0 == path.location.file ? "" : " beside \($0)" } ?? ""
    return (isFolder ? "the folder " : "") + path.shown { quoted($0) } + base
  }
}

extension Timer {
  fileprivate var summary: String {
    let step =
      interval.map {
        "every \($0.shown { $0 == $0.rounded() && $0.magnitude < 1e15 ? String(Int($0)) : String($0) }) s"
      } ?? "at times"
    return step + (callable.map { ": \($0)" } ?? "")
  }
}

extension EnvironmentVariable {
  fileprivate var summary: String {
    if isRequired { return "\(name), without which it does not start" }
    return name + (fallback.map { ", else \(quoted($0))" } ?? "")
  }
}

extension Listener.Transport {
  fileprivate var title: String {
    switch self {
    case .unixDatagram: "unix datagram"
    case .systemd: "a socket of systemd's"
    case .unknown: "something unknown"
    default: rawValue
    }
  }
}

extension FileReference.Use {
  fileprivate var verb: String {
    switch self {
    case .certificate: "certificate"
    case .privateKey: "private key"
    case .logs: "logs to"
    default: rawValue
    }
  }
}

extension ApplicationFormat {
  fileprivate var title: String {
    switch self {
    case .tac: "Python source (.tac)"
    case .tap: "a pickle (.tap)"
    case .tas: "AOT source (.tas)"
    case .tax: "marmalade XML (.tax), which no twistd since 2008 runs"
    case .plugin: "plugins of twistd"
    case .program: "a program that runs by itself"
    case .axiom: "a database of Axiom's"
    }
  }
}

extension PythonVersion {
  fileprivate var remark: String {
    switch self {
    case .python2: ", for Python 2"
    case .python3: ", for Python 3"
    case .either: ""
    }
  }
}
