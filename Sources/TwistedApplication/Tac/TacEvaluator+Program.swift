import Diagnostics
import PythonSyntax

extension TacEvaluator {
  /// Follows the program from its first statement, then what starting its services would run.
  mutating func runProgram() {
    if !tree.isWhole { findings.isIncomplete = true }
    // Each statement has its own allowance, so that one which goes astray does not hide the rest.
    for statement in tree.list(tree.body) {
      guard budget > 0 else {
        findings.isIncomplete = true
        break
      }
      steps = min(budget, Self.statementSteps)
      let allowed = steps
      objectAllowance = objects.count + (Self.objectLimit - objects.count + 3) / 4
      let flow = runStatement(statement)
      let isAstray = steps <= 0
      budget -= allowed - max(steps, 0)
      if flow == .raised, !isAstray { break }
    }
    steps = min(max(budget, 100_000), Self.statementSteps)
    objectAllowance = Self.objectLimit
    doubt = 0
    startServices()
    recordUnseenImports()
    enter(0)
  }

  /// Follows `startService` of the program's own services that hang below the application.
  mutating func startServices() {
    for _ in 0..<3 {
      let before = startedServices.count
      let roots = Set(roots())
      for number in objects.indices where !startedServices.contains(number) && startedServices.count < 200 {
        guard case .instance(.object(let type)) = objects[number].kind,
          let attachment = attachment(of: number, below: roots)
        else { continue }
        startedServices.insert(number)
        guard case .classObject(let definition) = objects[type].kind else { continue }
        enter(definition.module)
        scope = modules[module].scope
        doubt = attachment == .sure ? 0 : 1
        for method in ["privilegedStartService", "startService"] {
          _ = callMember(method, of: number, TacArguments(), at: Node.none)
        }
        doubt = 0
      }
      if startedServices.count == before { break }
    }
    enter(0)
    scope = 0
  }

  /// The application objects that twistd would run: what the variable `application` holds.
  func roots() -> [Int] {
    let value = names.find("application").flatMap { scopes[0].variables[$0] }
    let bound = value.map { applications(in: $0) } ?? []
    if !bound.isEmpty { return bound }
    return objects.indices.filter { classNames(of: .object($0)).contains(Self.applicationName) }
  }

  func applications(in value: TacValue) -> [Int] {
    switch value {
    case .object(let number):
      return classNames(of: value).contains(Self.applicationName) ? [number] : []
    case .choice(let values): return values.flatMap { applications(in: $0) }
    default: return []
    }
  }

  /// Whether a service is started: it hangs below the application, or was handed to code that cannot be followed.
  /// `nil` when nothing starts it.
  func attachment(of number: Int, below roots: Set<Int>) -> Certainty? {
    var best: Certainty?
    var seen: Set<Int> = []
    var pending: [(number: Int, isConditional: Bool)] = [(number, false)]
    while let (next, isConditional) = pending.popLast(), seen.count < 1000 {
      if roots.contains(next) {
        if !isConditional { return .sure }
        best = .conditional
        continue
      }
      guard seen.insert(next).inserted else { continue }
      for (parent, doubtful) in objects[next].parents {
        switch parent {
        case .object(let home): pending.append((home, isConditional || doubtful))
        case .elsewhere:
          if !isConditional, !doubtful { return .sure }
          best = .conditional
        }
      }
      if objects[next].escaped { best = best ?? .conditional }
    }
    return best
  }
}
