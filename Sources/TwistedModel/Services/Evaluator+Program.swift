import PythonEvaluation
import ApplicationFacts
import PythonSyntax

extension Evaluator {
  /// Follows the program from its first statement, then what starting its services would run.
  package mutating func runProgram() {
    if !tree.isWhole { findings.isIncomplete = true }
    // Each statement has its own allowance, so that one which goes astray does not hide the rest.
    isLoading = true
    for statement in tree.list(tree.body) {
      guard budget > 0 else {
        findings.isIncomplete = true
        break
      }
      steps = min(budget, Self.statementSteps)
      let allowed = steps
      objectAllowance = objects.count + (Self.objectLimit - objects.count + 3) / 4
      let before = state
      calls = [:]
      runStatement(statement)
      budget -= allowed - max(steps, 0)
      if steps <= 0 {
        // Some ways were left where they were.
        if !isAlive { resume(before) }
        weight = before.weight
      }
      if !isAlive { break }
    }
    isLoading = false
    if !isAlive, let lastRaised {
      if steps > 0 { endInFailure() }
      resume(lastRaised.state)
    }
    leaveCalls()
    steps = min(max(budget, 100_000), Self.statementSteps)
    objectAllowance = Self.objectLimit
    weight = State.whole
    uncaught = 0
    startServices()
    followLaterCode()
    recordUnseenImports()
    enter(0)
  }

  /// Follows `startService` of the program's own services that hang below the application.
  package mutating func startServices() {
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
        let isSure = attachment == .sure && !objects[number].isConditional
        surviving(isSure: isSure) { evaluator in
          // twistd ends with what they raise, as it does while it loads the file.
          evaluator.isLoading = isSure
          for method in ["privilegedStartService", "startService"] {
            _ = evaluator.callMember(method, of: number, PythonArguments(), at: Node.none)
          }
          if isSure, !evaluator.isAlive { evaluator.endInFailure() }
          evaluator.isLoading = false
        }
      }
      if startedServices.count == before { break }
    }
    enter(0)
    scope = 0
  }

  /// Follows something that the start calls, and goes on whatever becomes of it.
  mutating func surviving(isSure: Bool, _ body: (inout Evaluator) -> Void) {
    let before = state
    if isSure { body(&self) } else { perhaps(body) }
    if !isAlive { resume(before) }
    weight = before.weight
    uncaught = 0
    handlers = []
  }

  /// The application objects that twistd would run: what the variable `application` holds.
  func roots() -> [Int] {
    let value = binding("application")
    let bound = value.map { applications(in: $0) } ?? []
    if !bound.isEmpty { return bound }
    return objects.indices.filter { classNames(of: .object($0)).contains(Self.applicationName) }
  }

  /// What a variable of the file holds, where it is bound.
  func binding(_ name: String) -> PythonValue? { names.find(name).flatMap { scopes[0].variables[$0]?.present.value } }

  func applications(in value: PythonValue) -> [Int] {
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
    var seen: [Int: Certainty?] = [:]
    return attachment(of: number, below: roots, &seen)
  }

  private func attachment(of number: Int, below roots: Set<Int>, _ seen: inout [Int: Certainty?]) -> Certainty? {
    if roots.contains(number) { return .sure }
    if let known = seen[number] { return known }
    guard seen.count < 1000 else { return .conditional }
    seen[number] = .some(nil)
    let outcomes = objects[number].parent.alternatives.map { parent -> Certainty? in
      switch parent {
      case .object(let home): attachment(of: home, below: roots, &seen)
      case .none, .absent: nil
      default: .sure
      }
    }
    let best: Certainty? =
      outcomes.allSatisfy { $0 == .sure } ? .sure : outcomes.allSatisfy { $0 == nil } ? nil : .conditional
    let result = best ?? (objects[number].escaped ? .conditional : nil)
    seen[number] = result
    return result
  }
}
