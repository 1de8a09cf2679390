import Glibc
import Toolbox

/// What goes through the pipes between a run and its workers: a length of four bytes, and as many bytes.
struct Message {
  let words: [String]
  let isRecorded: Bool

  private static let most = 1 << 28

  init(_ words: [String], isRecorded: Bool) { (self.words, self.isRecorded) = (words, isRecorded) }

  var bytes: [UInt8] { Array(([isRecorded ? "record" : ""] + words).joined(separator: "\0").utf8) }

  /// - Returns: `nil` at the end of the pipe.
  static func read(from descriptor: Int32) -> Message? {
    guard let head = take(4, from: descriptor) else { return nil }
    guard let body = take(length(head[...]), from: descriptor) else { return nil }
    let words = body.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    return Message(Array(words.dropFirst()), isRecorded: words.first == "record")
  }

  static func length(_ head: ArraySlice<UInt8>) -> Int {
    min(head.reversed().reduce(0) { $0 << 8 | Int($1) }, most)
  }

  /// - Returns: Whether all of it was taken.
  static func write(_ body: [UInt8], to descriptor: Int32) -> Bool {
    let head = (0..<4).map { UInt8(truncatingIfNeeded: body.count >> (8 * $0)) }
    return FileSystem.writeAll((head + body)[...], to: descriptor) == nil
  }

  private static func take(_ count: Int, from descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      var piece = [UInt8](repeating: 0, count: count - bytes.count)
      let got = Glibc.read(descriptor, &piece, piece.count)
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else { return nil }
      bytes += piece[..<got]
    }
    return bytes
  }
}
