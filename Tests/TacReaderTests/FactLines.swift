import Diagnostics
import ApplicationFacts

/// Facts as short lines, the form in which fixtures mark what they expect: `listener tcp 8080 interface=127.0.0.1`.
///
/// A line begins with its place, `app.tac:3`. What is sure is not said; unknown values read `?`, then their origin in
/// brackets and, after a bar, the default: `?(env:PORT|8080)`.
struct FactLines {
  var lines: [String] = []

  init(_ application: Application) {
    add("name", application.name)
    add("process", application.processName)
    add("uid", application.uid)
    add("gid", application.gid)
    add("reactor", application.reactor)
    if let place = application.hangup { add(place, ["hangup"]) }
    for listener in application.listeners {
      add(
        listener.location,
        [
          "listener", listener.transport.rawValue, value(listener.port), value(listener.path),
          named("interface", listener.interface),
          listener.mode.map { "mode=" + ($0.value.map { String($0, radix: 8) } ?? "?") },
          listener.isLater ? "later" : mark(listener.certainty),
        ])
    }
    for client in application.clients {
      add(
        client.location,
        [
          "client", client.transport.rawValue, value(client.host), value(client.port), value(client.path),
          client.isLater ? "later" : mark(client.certainty),
        ])
    }
    for timer in application.timers {
      add(timer.location, ["timer", value(timer.interval), timer.callable, mark(timer.certainty)])
    }
    for variable in application.variables {
      add(
        variable.location,
        [
          "variable", variable.name, variable.fallback.map { "|\($0)" }, variable.isRequired ? "required" : nil,
          mark(variable.certainty),
        ])
    }
    for file in application.files {
      add(
        file.path.location,
        [
          "file", file.use.rawValue, file.isFolder ? "folder" : nil, value(file.path),
          file.path.base.map { $0 == file.path.location.file ? "beside" : "beside=\($0)" },
          file.isLater ? "later" : file.path.value == nil ? nil : mark(file.path.certainty),
        ])
    }
    for plugin in application.plugins {
      add(plugin.name.location, ["plugin", value(plugin.name), value(plugin.module)])
      for option in plugin.options {
        add(
          option.location,
          [option.isFlag ? "flag" : "option", option.name, option.short.map { "-\($0)" }, option.fallback.map(quoted)])
      }
    }
    for diagnostic in application.diagnostics {
      if let place = diagnostic.location { add(place, ["note", diagnostic.message]) }
    }
  }

  /// `modules` lines, one a kind, in the order of their names.
  static func modules(_ application: Application) -> [String] {
    ["standardLibrary": "stdlib", "twisted": "twisted", "thirdParty": "third-party", "local": "local"].map {
      kind, word in
      let names = application.modules.filter { $0.kind.rawValue == kind }.map {
        $0.name + ($0.certainty == .sure ? "" : "?")
      }
      return names.isEmpty ? "" : "\(word): " + names.sorted().joined(separator: " ")
    }.filter { !$0.isEmpty }.sorted()
  }

  private mutating func add(_ place: SourceLocation, _ words: [String?]) {
    lines.append("\(place.file):\(place.line ?? 0) " + words.compactMap { $0 }.joined(separator: " "))
  }

  private mutating func add<Value>(_ word: String, _ fact: Fact<Value>?) {
    guard let fact else { return }
    add(fact.location, [word, value(fact), fact.value == nil ? nil : mark(fact.certainty)])
  }

  private func mark(_ certainty: Certainty) -> String? { certainty == .sure ? nil : certainty.rawValue }

  private func named<Value>(_ name: String, _ fact: Fact<Value>?) -> String? { value(fact).map { "\(name)=\($0)" } }

  private func value<Value>(_ fact: Fact<Value>?) -> String? {
    guard let fact else { return nil }
    if let value = fact.value { return quoted("\(value)") }
    return "?(\(fact.origin ?? "")" + (fact.fallback.map { "|\($0)" } ?? "") + ")"
  }

  private func quoted(_ text: String) -> String { text.contains(" ") || text.isEmpty ? "\"\(text)\"" : text }
}
