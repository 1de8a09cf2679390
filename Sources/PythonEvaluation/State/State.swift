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

package extension PythonObject {
  /// The number of members that are compared when ways are joined.
  var size: Int {
    switch kind {
    case .list(let content): content.items.count / 4
    case .dictionary(let content): content.entries.count
    default: 0
    }
  }

  /// Joins what the thing is on another way; tells whether that changed it.
  mutating func join(_ other: PythonObject, isWidening: Bool) -> Bool {
    var hasChanged = attributes.join(other.attributes, isWidening: isWidening)
    switch (kind, other.kind) {
    case (.list(var mine), .list(let theirs)):
      if mine.join(theirs, isWidening: isWidening) {
        kind = .list(mine)
        hasChanged = true
      }
    case (.dictionary(var mine), .dictionary(let theirs)):
      if mine.join(theirs, isWidening: isWidening) {
        kind = .dictionary(mine)
        hasChanged = true
      }
    case (.generator(var mine), .generator(let theirs)):
      if !mine.isDisturbed,
        theirs.isDisturbed || mine.position != theirs.position || mine.isStarted != theirs.isStarted
      {
        mine.isStarted = true
        mine.isDisturbed = true
        kind = .generator(mine)
        hasChanged = true
      }
    case (.instance(let mine), .instance(let theirs)) where !mine.isSame(as: theirs):
      let both = PythonValue.merge([mine, theirs])
      if !both.isSame(as: mine) {
        kind = .instance(of: both)
        hasChanged = true
      }
    case (.function(var mine), .function(let theirs)):
      for (parameter, value) in theirs.defaults {
        var own = mine.defaults[parameter] ?? .absent
        if own.join(value, isWidening: isWidening) {
          mine.defaults[parameter] = own
          kind = .function(mine)
          hasChanged = true
        }
      }
    default: break
    }
    hasChanged = parent.join(other.parent, isWidening: isWidening) || hasChanged
    if other.escaped, !escaped {
      escaped = true
      hasChanged = true
    }
    if listening.count < other.listening.count { listening = other.listening }
    return hasChanged
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

/// Takes the members that a generator makes, one at a time, wherever they are asked for.
package struct Consumer {
  package typealias Body = (inout Evaluator, PythonValue) -> Void
  package var body: Body
  /// The numbers of frames and handlers when the members were asked for.
  package var frames: Int
  package var handlers: Int
  package var module: Int
  package var scope: Int
  /// Whether what is raised by the consumer is raised in the generator, as in a context manager.
  package var isContext = false
  /// Whether something else holds the generator, so that it is not closed when nobody asks for more.
  package var isKept = false
  /// The ways on which no more members are asked for.
  package var taken = Taken()
  /// What closing the generator raises in it, for each way out of the consumer.
  package let closing = Closing()

  /// Ways that have all the members that they want.
  package final class Taken {
    package var state: State?
  }

  /// How the consumer was left, by the exception that stands for it in the generator.
  package final class Closing {
    package enum Exit { case returned, broken, continued, taken, raised(PythonValue) }
    package var exits: [(exception: Int, exit: Exit)] = []
  }
}
