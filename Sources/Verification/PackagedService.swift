import Diagnostics
import Packaging
import Toolbox
import ApplicationFacts
import PythonEvaluation
import TwistedModel
import TwistedApplication

/// A service as a package installs it, read from the unpacked package: its unit, its init script and the application file
/// that the unit names. Nothing of it runs.
package struct PackagedService: Sendable, Equatable {
  package var name: String
  package var hasInitScript = false
  /// Whether the unit is a template, whose instances the administrator names.
  package var isTemplate = false
  package var hasSocket = false
  package var user = "root"
  package var endpoints: [ExpectedEndpoint] = []

  package init(name: String) { self.name = name }

  package var unit: String { "\(name).service" }

  private static let unitFolders = ["usr/lib/systemd/system", "lib/systemd/system", "etc/systemd/system"]
  private static let applicationOptions: Set<String> = ["--python", "--file", "--source", "--xml", "-y", "-f", "-s"]

  /// The services of a package.
  ///
  /// - Parameter root: The folder that the package was unpacked into.
  static func all(in root: String) -> [PackagedService] {
    unitFolders.flatMap { folder -> [PackagedService] in
      let names = (try? FileSystem.names(in: "\(root)/\(folder)")) ?? []
      return names.filter { $0.hasSuffix(".service") }.compactMap { name in
        guard let text = text("\(folder)/\(name)", in: root) else { return nil }
        var service = PackagedService(name: String(name.dropLast(".service".count)))
        if service.name.hasSuffix("@") {
          service.name.removeLast()
          service.isTemplate = true
        }
        service.read(UnitFile(text), root: root)
        if let socket = self.text("\(folder)/\(service.name).socket", in: root) {
          service.hasSocket = true
          service.endpoints += UnitFile(socket).values("ListenStream").compactMap(endpoint)
        }
        return service
      }
    }
  }

  private mutating func read(_ unit: UnitFile, root: String) {
    user = unit["User"] ?? "root"
    hasInitScript = FileSystem.exists("\(root)/etc/init.d/\(name)")
    let words = UnitFile.words(unit["ExecStart"] ?? "")
    let folders =
      (unit.values("Environment").last { $0.hasPrefix("PYTHONPATH=") })
      .map { $0.dropFirst("PYTHONPATH=".count).split(separator: ":").map { "\(root)\($0)" } } ?? []
    let application: Application?
    if let option = words.firstIndex(where: Self.applicationOptions.contains), option + 1 < words.count {
      // One that writes beside itself runs as a copy of what the package has.
      let copies = unit.values("ExecStartPre").map(UnitFile.words).filter { $0.first == "/bin/cp" }
      let path = copies.first { $0.last == words[option + 1] }?.dropLast().last ?? words[option + 1]
      application = Self.application(path, in: root, folders: folders)
    } else if let place = words.firstIndex(of: "$PLUGIN_OPTIONS"), place > 0 {
      application = Self.plugin(
        words[place - 1], options(of: unit, in: root, "PLUGIN_OPTIONS"), folders: folders)
    } else if words.last == "$PROGRAM_OPTIONS", words.count == 3 {
      application = Self.application(
        words[1], in: root, folders: folders, arguments: options(of: unit, in: root, "PROGRAM_OPTIONS"))
    } else {
      application = nil
    }
    if let application { endpoints = [ExpectedEndpoint](of: application) }
    let ports = Set(endpoints.map(\.port))
    // What the packager named with --port.
    endpoints += unit.values("X-Port").compactMap { text -> ExpectedEndpoint? in
      let parts = text.split(separator: ":").map(String.init)
      guard parts.count == 2, let kind = ExpectedEndpoint.Kind(rawValue: parts[0]), let port = Int(parts[1]),
        !ports.contains(port)
      else { return nil }
      return ExpectedEndpoint(kind, port: port)
    }
  }

  private static func application(
    _ path: String, in root: String, folders: [String], arguments: [String]? = nil
  ) -> Application? {
    let place = "\(root)\(path)"
    guard let file = try? InputFile(place, limit: ApplicationReader.sizeLimit) else { return nil }
    return try? ApplicationReader.read(
      file.contents, file: path, declared: arguments.map { _ in ApplicationFormat.program },
      siblings: SourceFolder.beside(place, and: folders), command: PluginCommand(arguments: arguments ?? []))
  }

  private static func plugin(_ name: String, _ options: [String], folders: [String]) -> Application? {
    let command = PluginCommand(plugin: name, arguments: options)
    for folder in folders {
      let plugins = "\(folder)/twisted/plugins"
      for file in (try? FileSystem.names(in: plugins)) ?? [] where file.hasSuffix(".py") {
        let path = "\(plugins)/\(file)"
        guard let input = try? InputFile(path, limit: ApplicationReader.sizeLimit),
          let read = try? ApplicationReader.read(
            input.contents, file: path, siblings: SourceFolder.beside(path, and: folders), command: command),
          read.plugins.contains(where: { $0.name.value == name })
        else { continue }
        return read
      }
    }
    return try? PluginSpec.read(name: name, arguments: options)
  }

  /// The options of a plugin or a program: those of the environment file, else of the unit.
  private func options(of unit: UnitFile, in root: String, _ variable: String) -> [String] {
    let files = unit.values("EnvironmentFile").compactMap { value in
      Self.text(String((value.hasPrefix("-") ? value.dropFirst() : value[...]).dropFirst()), in: root)
    }
    let lines =
      files.flatMap { $0.split(separator: "\n").map(String.init) }
      + unit.values("Environment").flatMap { value in UnitFile.words(value) }
    guard let line = lines.first(where: { $0.hasPrefix("\(variable)=") }) else { return [] }
    let value = UnitFile.words(String(line.dropFirst(variable.utf8.count + 1)))
    return UnitFile.words(value.joined(separator: " "))
  }

  private static func endpoint(_ text: String) -> ExpectedEndpoint? {
    if text.hasPrefix("/") {
      var endpoint = ExpectedEndpoint(.unix, port: 0)
      endpoint.path = text
      return endpoint
    }
    guard let port = text.split(separator: ":").last.flatMap({ Int($0) }), (1...65_535).contains(port) else {
      return nil
    }
    var endpoint = ExpectedEndpoint(.tcp, port: port)
    if let colon = text.lastIndex(of: ":") {
      let address = text[..<colon].filter { $0 != "[" && $0 != "]" }
      if !["", "0.0.0.0"].contains(address) { endpoint.address = address == "::" ? "::1" : String(address) }
    }
    return endpoint
  }

  private static func text(_ path: String, in root: String) -> String? {
    guard let file = try? InputFile("\(root)/\(path)", limit: 1 << 20) else { return nil }
    return String(decoding: file.contents, as: UTF8.self)
  }
}
