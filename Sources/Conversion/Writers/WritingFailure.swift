/// Why a graph cannot be written in a format, and at which of its nodes.
struct WritingFailure: Error {
  var message: String
  var node: SavedGraph.ID?
  var remedy: String
}
