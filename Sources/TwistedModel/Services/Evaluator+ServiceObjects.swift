import Diagnostics
import PythonEvaluation

/// What services and the application are as objects: the attributes that Twisted sets and watches, and what becomes of them
/// in code that was not read.
extension Evaluator {
  /// What `setServiceParent` sets, and what MultiService holds.
  mutating func serviceAttribute(_ name: String, of number: Int, at id: UInt32) -> PythonValue? {
    switch name {
    case "parent":
      guard case .instance(let type) = objects[number].kind,
        ancestry(of: type).contains(where: {
          if case .name(let name) = $0 { name.hasPrefix("twisted.application.") } else { false }
        })
      else { return nil }
      return objects[number].parent
    case "services": return children(of: number).map { makeList($0, at: id) }
    default: return nil
    }
  }

  /// `self.services = [...]` is what MultiService.addService fills; the user of the process is the application's.
  mutating func storedInService(_ value: PythonValue, _ name: String, of number: Int, at id: UInt32) {
    if case .instance(.name(Self.processName)) = objects[number].kind {
      storeProcess(value, as: name, of: objects[number], at: id)
    }
    guard name == "services", let (members, _) = elements(of: value) else { return }
    for member in members.prefix(64) {
      _ = callServiceMethod(
        "setServiceParent", of: member, PythonArguments(positional: [.object(number)]), at: id)
    }
  }

  /// When it is the application or a collection of services that went to code which was not read, more may be hung there.
  mutating func serviceHandedOver(_ value: PythonValue, at id: UInt32) {
    followHandedOver(value)
    let classes = classNames(of: value)
    let isApplication = classes.contains(Self.applicationName)
    guard isApplication || classes.contains("twisted.application.service.MultiService"), isAlive,
      !findings.isTalkative
    else { return }
    findings.note(
      .codeUnread,
      "\(isApplication ? "the application" : "a collection of services") is handed to code that was not read "
        + "(\(callName(id))), so what that adds to it is not known", at: location(id),
      remedy: "name its ports with --port tcp:NUMBER", about: .port)
  }
}
