import ApplicationFacts
import SavedObjects

/// Servers that make parts of themselves when they are made: mail, and the watcher of processes.
extension TacWriter {
  /// Classes whose instances are given more by statements.
  static let finished: Set = ["MailService", "ProcessMonitor", "SMTPFactory", "ESMTPFactory"]

  mutating func finishServer(_ id: ID, of type: QualifiedName, as variable: String, at place: String) {
    switch "\(type)" {
    case "twisted.mail.mail.MailService": finishMail(id, as: variable, at: place)
    case "twisted.mail.protocols.SMTPFactory", "twisted.mail.protocols.ESMTPFactory":
      // Today's greeting is made of bytes.
      guard let domain = graph.attribute(id, "domain"), let text = plain(domain) else { return }
      lines.append("\(variable).domain = \(PythonLiteral.bytes(Array(text.utf8), in: .python3))")
    case "twisted.runner.procmon.ProcessMonitor": finishProcesses(id, as: variable, at: place)
    default: break
    }
  }

  /// A mail service makes its monitor of files and the portal of SMTP; the rest is given to it.
  private mutating func finishMail(_ id: ID, as variable: String, at place: String) {
    for key in ["smtpPortal", "monitor"] {
      if let own = graph.attribute(id, key) { assign("\(variable).\(key)", to: own) }
    }
    if let monitor = graph.attribute(id, "monitor") { made.insert(monitor) }
    if let portal = graph.attribute(id, "smtpPortal") {
      finishCheckers(portal, as: "\(variable).smtpPortal", at: "\(place).smtpPortal")
    }
    if let queue = graph.attribute(id, "queue"), let folder = graph.attribute(queue, "directory").flatMap(plain) {
      let module = names.module("twisted.mail.relaymanager")
      lines.append("\(variable).setQueue(\(module).Queue(\(PythonLiteral.text(folder))))")
      assign("\(variable).queue", to: queue)
    }
    if let aliases = graph.attribute(id, "aliases"), case .dictionary = graph.nodes[aliases] {
      todo("the aliases are left out: they were read from a file that is not named", at: "\(place).aliases")
    }
    let domains = graph.attribute(id, "domains")
    for (key, domain) in pairs(graph.attribute(domains, "domains")) {
      part(place, "domains") { writer throws(TacGap) in
        let name = try writer.text(key, .bytes)
        let made = try writer.domain(domain, of: variable, "\(place).domains")
        writer.lines += [
          "\(variable).addDomain(\(name), \(made))", "for checker in \(made).getCredentialsCheckers():",
        ]
        return "    \(variable).portals[\(name)].registerChecker(checker)"
      }
    }
    if let usual = graph.attribute(domains, "default"), className(usual) == "twisted.mail.relay.DomainQueuer" {
      let module = names.module("twisted.mail.relay")
      let isAuthenticated = graph.attribute(usual, "authed").map { plainText($0) == "True" || plainText($0) == "1" }
      let rest = isAuthenticated == true ? ", authenticated=True" : ""
      lines.append("\(variable).domains.setDefaultDomain(\(module).DomainQueuer(\(variable)\(rest)))")
    }
  }

  private mutating func domain(_ id: ID, of service: String, _ place: String) throws(TacGap) -> String {
    if let variable = variables[id] { return variable }
    guard className(id) == "twisted.mail.maildir.MaildirDirdbmDomain",
      let root = graph.attribute(id, "root").flatMap(plain)
    else { return try variable(for: id, named: "domain", place) }
    let variable = names.variable(for: "MailDomain")
    let isPostmaster = graph.attribute(id, "postmaster").map { plainText($0) == "True" || plainText($0) == "1" }
    let module = names.module("twisted.mail.maildir")
    lines.append(
      "\(variable) = \(module).MaildirDirdbmDomain(\(service), \(PythonLiteral.text(root))"
        + (isPostmaster == true ? ", postmaster=True)" : ")"))
    assign(variable, to: id)
    return variable
  }

  /// `addProcess(name, args, uid, gid, env)`: each was saved as a tuple under its name.
  private mutating func finishProcesses(_ id: ID, as variable: String, at place: String) {
    for (key, value) in pairs(graph.attribute(id, "processes")) {
      part(place, "processes") { writer throws(TacGap) in
        guard case .tuple(let parts) = writer.graph.nodes[value], let first = parts.first else {
          throw TacGap(reason: "how it is started is not known")
        }
        var words = [try writer.expression(key, place), try writer.expression(first, place)]
        for (keyword, id) in zip(["uid", "gid", "env", "cwd"], parts.dropFirst()) {
          let text = try writer.expression(id, place)
          if text != "None", text != "{}" { words.append("\(keyword)=\(text)") }
        }
        return "\(variable).addProcess(\(words.joined(separator: ", ")))"
      }
    }
  }
}
