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
