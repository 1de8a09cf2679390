import Diagnostics

extension Failure {
  /// The same failure, told of the place that a file was meant for and not of where it was made.
  package func renaming(_ path: String, to place: String) -> Failure {
    var failure = self
    for index in failure.diagnostics.indices {
      failure.diagnostics[index].message = failure.diagnostics[index].message.replacing(path, with: place)
    }
    return failure
  }
}
