import Diagnostics

/// A file that people write, as text: UTF-8, its byte order mark dropped, each line ended by a line feed whatever ended it
/// in the file.
///
/// To Swift a carriage return with its line feed is one `Character`, which no search for a line feed finds.
package struct TextFile: Sendable, Equatable {
  /// The file's name as the user gave it.
  package let name: String
  package let text: String

  /// The lines without their ends; one that nothing follows is not the last.
  package var lines: [Substring] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.last?.isEmpty == true ? lines.dropLast() : lines
  }

  /// - Throws: A failure for bytes that are no UTF-8.
  package init(_ bytes: [UInt8], name: String, kind: Failure.Kind = .usage) throws(Failure) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: Self.withLineFeeds(content), as: UTF8.self) else {
      throw Failure(
        kind, [.error(.encoding, "is not UTF-8 text", at: SourceLocation(file: name), remedy: "convert it")])
    }
    self.name = name
    self.text = text
  }

  private static func withLineFeeds(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    guard bytes.contains(carriage) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for index in bytes.indices {
      if bytes[index] != carriage {
        result.append(bytes[index])
      } else if index + 1 == bytes.endIndex || bytes[index + 1] != feed {
        result.append(feed)
      }
    }
    return result[...]
  }
}
