import ApplicationFacts
import Diagnostics
import PythonEvaluation
import PythonSyntax

extension LoadCheck {
  /// Tells that twistd finds nothing to run.
  package func tellOfApplication(in application: inout Application) {
    guard names.find("application").map(bindings.moduleNames.contains) != true, tree.fault == nil else { return }
    var message = "the file binds no variable named application, so twistd cannot run it"
    var remedy = "bind service.Application(...) to application"
    if ["Options", "makeService"].allSatisfy({ names.find($0).map(bindings.moduleNames.contains) == true }) {
      message += "; it has the Options and makeService of a module that a plugin names"
      remedy = "give it the name of a module that can be imported, such as echo_tap.py, and package that"
    }
    let place = SourceLocation(file: file)
    if !bindings.isOpen {
      application.diagnostics.append(.error(.applicationMissing, message, at: place, remedy: "\(remedy), \(Self.way)"))
    } else if application.name == nil {
      application.diagnostics.append(.warning(.applicationMissing, message, at: place, remedy: remedy))
    }
  }
}
