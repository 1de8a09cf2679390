import Diagnostics
import ApplicationFacts
import TwistedApplication

/// Takes a saved application from one of Twisted's formats to another, without running any of it.
package struct Conversion: Sendable {
  package let file: String
  package let format: ApplicationFormat
  package let graph: SavedGraph

  /// Objects that no file holds yet.
  package init(_ graph: SavedGraph, file: String, format: ApplicationFormat) {
    (self.graph, self.file, self.format) = (graph, file, format)
  }

  /// Reads a file's objects.
  ///
  /// - Parameter declared: The format that the user says it has; nil to go by the content.
  /// - Throws: `Failure` of kind `.application` when the file is broken, encrypted, or Python source, which holds no
  ///   objects until it is run.
  package init(_ bytes: [UInt8], file: String, declared: ApplicationFormat? = nil) throws(Failure) {
    let found = try ApplicationReader.graph(bytes, file: file, declared: declared)
    var builder = GraphBuilder(found.graph, format: found.format)
    graph = try builder.build(file: file)
    format = found.format
    self.file = file
  }

  /// The same objects in another of the formats that hold objects.
  ///
  /// - Throws: `Failure` of kind `.application`, naming the object, for what the format cannot hold.
  package func bytes(as format: ApplicationFormat) throws(Failure) -> [UInt8] {
    if let place = graph.foreignPlace {
      throw Failure.application(
        .conversion, "the file holds code or elements of its own, at \(place), which no other format can hold",
        at: SourceLocation(file: file), remedy: "write a .tac, and bring that over by hand")
    }
    do throws(WritingFailure) {
      switch format {
      case .tap: return try PickleWriter.bytes(of: graph)
      case .tas: return try AOTWriter.bytes(of: graph)
      default: return try MarmaladeWriter.bytes(of: graph)
      }
    } catch {
      throw Failure.application(
        .conversion, error.message,
        at: SourceLocation(file: file, objectPath: error.node.map { graph.path(to: $0) }), remedy: error.remedy)
    }
  }
}
