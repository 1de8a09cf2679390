import Diagnostics
import TwistedApplication

/// What someone who packages an application should know of it beforehand.
struct Advice {
  let diagnostics: [Diagnostic]

  init(on application: Application, file: String) {
    let place = SourceLocation(file: file)
    var advice: [Diagnostic] = []
    if application.format == .tac && application.name == nil {
      advice.append(
        .warning(
          "no call of service.Application is in sight, and twistd runs nothing else", at: place,
          remedy: "bind one to the variable application"))
    }
    if application.format == .tap {
      advice.append(
        .note(
          "a pickle runs only with the code and the Python that wrote it", at: place,
          remedy: "prefer a .tac, which outlives both"))
    }
    if application.python == .python2 {
      advice.append(
        .warning("the file is for Python 2, and today's twistd runs Python 3", at: place, remedy: "port it first"))
    }
    for module in application.modules where module.kind == .local {
      advice.append(
        .warning(
          "the module \(module.name) lies beside the file and is not packaged", at: module.location,
          remedy: "install it where the target's Python finds it"))
    }
    diagnostics = advice
  }
}
