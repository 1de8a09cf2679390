import PythonEvaluation
import ApplicationFacts
import Diagnostics
import PythonSyntax
import TwistedModel

/// Reads a .tac file: Python source that binds the variable `application`, as `twistd -y` runs it.
///
/// The source is followed, never run; what cannot be known stays unknown, with where it would come from.
package enum TacReader {
  /// - Parameter siblings: the modules that lie beside the file, which are followed where it imports them.
  /// - Throws: when the bytes are no Python source at all.
  package static func read(
    _ bytes: [UInt8], file: String, siblings: SourceFolder? = nil
  ) throws(Failure) -> Application {
    try follow(bytes, file: file, siblings: siblings).application()
  }

  /// The program, followed to its end.
  ///
  /// - Parameter program: The arguments of one that Python itself starts; `nil` for what twistd loads.
  static func follow(
    _ bytes: [UInt8], file: String, siblings: SourceFolder?, stubs: StubLibrary = StubLibrary(),
    program: [String]? = nil
  ) throws(Failure) -> Evaluator {
    if bytes.count > SourceText.sizeLimit {
      throw Failure.application(
        .limit, "the file has \(bytes.count) bytes, more than any Python source that is read",
        at: SourceLocation(file: file), remedy: "name the .tac file itself")
    }
    var evaluator = Evaluator(bytes, file: file, siblings: siblings, stubs: stubs, framework: .twisted)
    evaluator.programArguments = program
    evaluator.runProgram()
    return evaluator
  }
}
