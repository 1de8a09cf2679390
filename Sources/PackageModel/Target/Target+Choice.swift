import Diagnostics
import Text
import Toolbox

extension Target {
  private static let prefix = "targets/"
  private static let ending = ".json"

  /// The names of the targets that the tools bring.
  package static let names: [String] = embeddedTables.keys.filter { $0.hasPrefix(prefix) }
    .map { String($0.dropFirst(prefix.count).dropLast(ending.count)) }.sorted()

  /// One that the tools bring, as its file says.
  package init?(named name: String) {
    guard let text = embeddedTables["\(Self.prefix)\(name)\(Self.ending)"],
      let target = try? Target(json: Array(text.utf8), name: name, file: name)
    else { return nil }
    self = target
  }

  /// Reads the value of `--target`: a name, or the path of a file.
  ///
  /// - Throws: A usage failure for a name that none has, and for a file that is no target.
  package init(option text: String) throws(Failure) {
    if text.contains("/") || text.hasSuffix(Self.ending) {
      let file = try InputFile(text, limit: 1 << 16, kind: .usage)
      let base = Path(text).name
      self = try Target(
        json: file.contents, name: base.hasSuffix(Self.ending) ? String(base.dropLast(Self.ending.count)) : base,
        file: text)
    } else if let known = Target(named: text) {
      self = known
    } else {
      let near = Spelling.nearest(to: text, among: Self.names).first
      throw Failure.usage(
        .target, "there is no target \(quoted(text))",
        remedy: near.map { "did you mean \($0)?" }
          ?? "give \(Self.names.joined(separator: ", ")), or the path of a file")
    }
    choice = .named
  }

  /// The target of a format where none is named.
  ///
  /// - Parameters:
  ///   - distribution: What the release is for, in the words of an archive: where it names a suite, that is the target.
  ///   - system: What os-release(5) of this machine says.
  /// - Returns: `nil` for a format without targets.
  package static func usual(for format: String, distribution: String?, system: SystemRelease) -> Target? {
    // Most runs need one file of all.
    if distribution == nil, let name = system.likelyTarget, var target = Target(named: name), target.format == format,
      target.isSystem(system)
    {
      target.choice = .machine
      return target
    }
    let all = names.compactMap { Target(named: $0) }.filter { $0.format == format }
    if let distribution, var target = all.first(where: { $0.has(suite: distribution) }) {
      target.choice = .named
      return target
    }
    if var target = all.first(where: { $0.isSystem(system) }) {
      target.choice = .machine
      return target
    }
    var target = all.first { $0.isNewest }
    target?.choice = .assumed
    return target
  }

  /// Whether a system is one of it.
  private func isSystem(_ system: SystemRelease) -> Bool {
    systems.contains { line in
      let words = line.split(separator: " ")
      guard words.first.map(String.init) == system.identifier else { return false }
      guard words.count > 1 else { return true }
      return system.version == words[1] || system.version.hasPrefix("\(words[1]).")
    } || system.codename.map { !$0.isEmpty && suites.contains($0) } == true
  }
}
