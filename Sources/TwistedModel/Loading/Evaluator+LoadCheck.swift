import PythonEvaluation
import ApplicationFacts
import Diagnostics
import PythonSyntax

extension Evaluator {
  /// What is certain to fail when Python loads the file itself.
  package func mainCheck() -> LoadCheck { check(modules[0]) }

  /// Adds what fails when Python loads the file, and the modules beside it that it surely imports.
  package func tellWhatFails(_ main: LoadCheck, in application: inout Application) {
    if main.isPython2 {
      application.python = .python2
    } else if application.python == .python2 {
      // Another module needs it, and is told by its own name.
      application.python = .either
    }
    var checks = [main]
    var pending = main.imported + application.plugins.compactMap { $0.module?.value }
    var seen: Set<String> = []
    while let name = pending.popLast(), checks.count < Self.moduleLimit {
      guard seen.insert(name).inserted,
        let module = modules.first(where: { $0.name == name && !name.isEmpty && !$0.isStub })
      else {
        continue
      }
      let check = check(module)
      pending += check.imported
      checks.append(check)
    }
    var errors = checks.flatMap(\.errors) + textPorts() + refusedArguments()
    if errors.isEmpty, let failed = failed(main, application.format) { errors.append(failed) }
    // What is not known of a line that fails is explained by its failing.
    application.diagnostics.removeAll { note in
      note.severity == .note && errors.contains { $0.location == note.location }
    }
    application.diagnostics += errors + checks.flatMap(\.warnings)
    application.libraryUses = checks.flatMap(\.libraryUses)
    tellOfImplicitImports(in: &application)
  }

  /// The exception with which every load of the file ends.
  private func failed(_ main: LoadCheck, _ format: ApplicationFormat) -> Diagnostic? {
    guard let (said, isExit, location) = failure, !main.isPython2, !main.bindings.isOpen, !findings.isIncomplete else {
      return nil
    }
    // A program ends so when its reactor has stopped.
    if isExit, format == .program { return nil }
    return .error(
      .applicationFails, "\(said): nothing catches it, so the service cannot start", at: location,
      remedy: "fix it, \(LoadCheck.way)")
  }

  /// Services that surely start with arguments which the reactor does not take.
  private func refusedArguments() -> [Diagnostic] {
    let roots = Set(roots())
    return objects.indices.prefix(10_000).compactMap { number in
      let object = objects[number]
      guard !object.isConditional, case .instance(.name(let name)) = object.kind, let known = KnownNames.service(name),
        let complaint = ReactorSignature(known.kind, isServer: known.isServer)?
          .complaint(of: object.arguments, isService: true),
        attachment(of: number, below: roots) == .sure
      else { return nil }
      return .error(
        .applicationFails, "TypeError: \(complaint): nothing catches it, so the service cannot start",
        at: place(object.file, object.line),
        remedy: "fix the call, \(LoadCheck.way)")
    }
  }

  /// Ports that are surely given as text, which no socket takes.
  private func textPorts() -> [Diagnostic] {
    let roots = Set(roots())
    let atOnce = findings.listening.prefix(1000)
    let ofServices = objects.indices.prefix(10_000).filter {
      !objects[$0].listening.isEmpty && !objects[$0].isConditional && attachment(of: $0, below: roots) == .sure
    }.flatMap { objects[$0].listening }
    return (atOnce + ofServices).compactMap { listening in
      guard !listening.isConditional, let port = listening.port else { return nil }
      let shown: String
      switch port {
      case .text(let text) where !MarkedText.hasHole(text): shown = "\(quoted(text)) is text"
      case .none: shown = "is None"
      case .float(let number): shown = "\(number) is no whole number"
      default: return nil
      }
      return .error(
        .applicationFails,
        "TypeError: \(Evaluator.typeName(of: port)) object cannot be interpreted as an integer: the port \(shown)",
        at: place(listening.file, listening.line), remedy: "write it as a number, \(LoadCheck.way)")
    }
  }

  /// Python 2 looked for a module beside the one that imports it, first of all; Python 3 does not (PEP 328).
  private func tellOfImplicitImports(in application: inout Application) {
    for (index, imported) in application.modules.enumerated().prefix(1000) where imported.kind == .thirdParty {
      guard let importer = modules.first(where: { $0.file == imported.location.file && !$0.name.isEmpty }) else {
        continue
      }
      let package =
        importer.isPackage
        ? importer.name[...] : importer.name.prefix(upTo: importer.name.lastIndex(of: ".") ?? importer.name.startIndex)
      let name = "\(package).\(imported.name)"
      guard !package.isEmpty, siblings?.module(name) != nil else { continue }
      application.modules[index].kind = .local
      application.modules[index].name = name
      guard imported.certainty == .sure else { continue }
      application.diagnostics.append(
        .warning(
          .python2, "\(imported.name) lies beside it, but Python 3 finds it only as \(name)", at: imported.location,
          remedy: "write from \(package) import \(imported.name)"))
    }
  }

  private func check(_ module: LoadedModule) -> LoadCheck {
    let local = Set(findings.modules.filter { $0.kind == .local }.map { String($0.name.prefix { $0 != "." }) })
    return LoadCheck(module.tree, names: names, file: module.file, isProgram: programArguments != nil) {
      local.contains($0)
    }
  }
}
