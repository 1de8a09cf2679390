/// What mktap saved: an application, and plugins that make its services.
extension TacWriter {
  mutating func writeApplication(_ application: SavedGraph.EmptyApplication) {
    let service = names.module("twisted.application.service")
    var arguments = [PythonLiteral.text(application.name)]
    if let user = application.user { arguments.append("uid=\(user)") }
    if let group = application.group { arguments.append("gid=\(group)") }
    lines.append("application = \(service).Application(\(arguments.joined(separator: ", ")))")
    if let name = application.processName {
      lines.append("\(service).IProcess(application).processName = \(PythonLiteral.text(name))")
    }
  }

  mutating func write(_ plugin: SavedPlugin) {
    let module = names.module(plugin.module)
    let options = names.variable(for: "options")
    let words = plugin.arguments.map { PythonLiteral.text($0) }.joined(separator: ", ")
    lines += [
      "", "\(options) = \(module).Options()", "\(options).parseOptions([\(words)])",
      "\(module).makeService(\(options)).setServiceParent(application)",
    ]
  }
}
