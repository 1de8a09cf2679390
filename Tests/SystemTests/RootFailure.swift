/// A root that could not be made or does not answer as it should.
struct RootFailure: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}
