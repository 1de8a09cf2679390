/// The first two numbers of a version, as far as they decide what is there: `3.11` of Python, `24.11` of Twisted.
package struct ReleaseSeries: Sendable, Equatable, Comparable, CustomStringConvertible {
  package let major: Int
  package let minor: Int

  package init(major: Int, minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads `3.11` or `3.11.2`; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).prefix(2)
    let isNumber = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.count <= 3 && part.utf8.allSatisfy { (48...57).contains($0) }
    }
    guard isNumber, parts.count == 2, let major = Int(parts[0]), let minor = parts.last.flatMap({ Int($0) }) else {
      return nil
    }
    self.init(major: major, minor: minor)
  }

  package var description: String { "\(major).\(minor)" }

  package static func < (one: Self, other: Self) -> Bool { (one.major, one.minor) < (other.major, other.minor) }
}
