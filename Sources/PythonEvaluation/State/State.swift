/// All that differs between two ways through a program: its variables, its things, and how many of the ways it is.
package struct State {
  /// The weight of all ways together. Ways are split and joined in whole numbers, so that no rounding makes one sure.
  package static let whole: UInt64 = 1 << 62

  package var objects: Paged<PythonObject>
  package var scopes: Paged<Evaluator.Scope>
  package var weight: UInt64

  /// Takes in another way; tells whether that changed what was known here.
  ///
  /// - Parameter isWidening: what still changes becomes unknown, so that the rounds of a loop come to an end.
  package mutating func join(_ other: State, isWidening: Bool = false) -> Bool {
    weight = min(weight + other.weight, Self.whole)
    let clock = objects.clock
    let hasNewObjects = objects.join(other.objects) { mine, theirs in
      clock.addWork(2 + theirs.size)
      return mine.join(theirs, isWidening: isWidening)
    }
    let hasNewScopes = scopes.join(other.scopes) { mine, theirs in
      mine.variables.join(theirs.variables, isWidening: isWidening)
    }
    return hasNewObjects || hasNewScopes
  }
}

/// A loop around the present statement, with the joined ways that left it.
package struct Loop {
  package var broken: State?
  package var continued: State?
}

/// A `try` or `with` around the present statement, with the ways that raised in it, told apart by their exception.
package struct Handler {
  package var raised: [(state: State, exception: PythonValue)] = []
  /// Whether it may catch something; otherwise it only does something on the way out.
  package var catches: Bool
  /// Whether it only sees ways pass, so that what fails inside fails for good.
  package var isBoundary = false
}
