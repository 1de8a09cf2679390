import ApplicationFacts
import Conversion
import Diagnostics
import TwistedApplication

/// Saved applications whose services are made by plugins when the file is loaded, as mktap writes them.
enum SavedPlugins {
  /// The facts of such an application, which are those of the source that makes the same services; nil for any other.
  static func read(
    _ contents: [UInt8], file: String, declared: ApplicationFormat?
  ) throws(Failure) -> Application? {
    guard declared != .tac, [.tap, .tas, .tax].map({ .format($0) }).contains(ApplicationFormat.detect(contents)),
      contents.withUnsafeBufferPointer({ $0.offset(of: Array("ilterfalse".utf8)) }) != nil
    else { return nil }
    let conversion = try Conversion(contents, file: file, declared: declared)
    guard !conversion.graph.withoutPlugins().plugins.isEmpty else { return nil }
    let source = try TacWriter.source(of: conversion, target: "\(file).tac")
    var application = try ApplicationReader.read(Array(source.source.utf8), file: file)
    application.format = conversion.format
    application.python = conversion.graph.python
    return application
  }
}
