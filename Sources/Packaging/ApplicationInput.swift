import ApplicationFacts
import Diagnostics
import PackageModel
import Text
import TwistedApplication

/// What becomes a service, and how it is read.
package struct ApplicationInput: Sendable, Equatable {
  /// Application files, each a service of the package; the first names it.
  package var files: [String] = []
  /// Subcommands of twistd, each a service of the package.
  package var plugins: [String] = []
  /// Programs of Python's that run the reactor themselves, each a service of the package.
  package var scripts: [String] = []
  /// Console scripts of the project or the bundle, each with its arguments and a service of the package.
  package var commands: [String] = []
  /// The plugins' and then the scripts' own arguments. Those of several are parted by `--`.
  package var arguments: [String] = []
  /// The folder of a project.
  package var project: String?
  package var type: ApplicationFormat?
  package var passphraseFile: String?
  /// The folder of the packager's own stubs.
  package var stubs: String?
  /// Whether saved objects become source, where twistd could run them as they are, too.
  package var isConverted = false
  /// Whether the packager says which twistd runs it, whose Python is then the packager's affair.
  package var hasTwistd = false
  /// Whether what is in the file is read at all.
  package var isRead = true

  /// Whether nothing says what becomes a service.
  package var isUnnamed: Bool { files.isEmpty && plugins.isEmpty && project == nil && !hasPrograms }

  package var hasPrograms: Bool { !scripts.isEmpty || !commands.isEmpty }

  /// The first of the programs, by its name.
  var program: String? {
    scripts.first.map { Path($0).name } ?? commands.first?.quotedWords?.first.map { Path($0).name }
  }

  /// The first plugin.
  package var plugin: String? { plugins.first }

  package init() {}

  /// How many services a package has at most.
  private static let countLimit = 64

  /// The same for each service: a file each, a plugin or a script each with its own arguments, a command each.
  ///
  /// - Throws: A usage failure for more services than a package takes, and for plugins that cannot be told apart.
  func services() throws(Failure) -> [ApplicationInput] {
    for (option, count) in [
      ("--tapfile", files.count), ("--plugin", plugins.count), ("--script", scripts.count),
      ("--command", commands.count),
    ] where count > Self.countLimit {
      throw Failure.usage(
        .limit, "\(option) names \(count) services; a package takes \(Self.countLimit)",
        remedy: "make several packages of them")
    }
    if plugins.count > 1, files.count > 1 {
      throw Failure.usage(
        .optionsExclude, "--tapfile names several files and --plugin several plugins",
        remedy: "give one of them once, or make several packages")
    }
    // One file and some plugins are a file of plugins, and which of them are meant.
    let named: [(files: [String], plugins: [String])] =
      if plugins.count > 1 {
        plugins.map { (files, [$0]) }
      } else if files.count > 1 {
        files.map { ([$0], plugins) }
      } else {
        files.isEmpty && plugins.isEmpty && hasPrograms ? [] : [(files, plugins)]
      }
    let takers = scripts.isEmpty && plugins.count < 2 ? [] : named.filter { Self.takesArguments($0.files, $0.plugins) }
    let count = takers.count + scripts.count
    var groups: ArraySlice<ArraySlice<String>> = arguments.isEmpty ? [] : [arguments[...]]
    if count > 1, !arguments.isEmpty {
      groups = arguments.split(separator: "--", omittingEmptySubsequences: false)[...]
    }
    guard groups.count <= max(count, 1) else {
      throw Failure.usage(
        .optionsExclude, "there are options for \(groups.count) services, and \(count) take some",
        remedy: "part them by --, in the order of the plugins and then of the scripts: "
          + "--plugin a --plugin b -- OPTIONS OF a -- OPTIONS OF b")
    }
    var services: [ApplicationInput] = []
    func add(_ group: ArraySlice<String>?, _ change: (inout ApplicationInput) -> Void) {
      var service = self
      (service.files, service.plugins, service.scripts, service.commands) = ([], [], [], [])
      service.arguments = group.map { Array($0) } ?? []
      change(&service)
      services.append(service)
    }
    for (files, plugins) in named {
      let takes = count == 0 || Self.takesArguments(files, plugins)
      // What nobody takes is told where the file turns out to be no file of plugins.
      add(count == 0 ? arguments[...] : takes ? groups.popFirst() : nil) { ($0.files, $0.plugins) = (files, plugins) }
    }
    for script in scripts { add(groups.popFirst()) { $0.scripts = [script] } }
    for command in commands { add(nil) { $0.commands = [command] } }
    return services
  }

  private static func takesArguments(_ files: [String], _ plugins: [String]) -> Bool {
    !plugins.isEmpty || files.contains(where: ApplicationReader.mayBePlugin)
  }
}
