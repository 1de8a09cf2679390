import Diagnostics

/// How a package's contents are packed.
///
/// A format's default is what the oldest systems still read. zstd wants dpkg 1.21.18 (Debian 12; Ubuntu 18.04) or rpm 4.14 (RHEL 8).
package struct Compression: Sendable, Equatable, CustomStringConvertible {
  package enum Method: String, Sendable, Equatable, CaseIterable {
    case xz, zstd, gzip, none

    /// Levels that both dpkg-deb(1) and rpm's payload flags have.
    fileprivate var levels: ClosedRange<Int> {
      switch self {
      case .xz: 0...9
      case .gzip: 1...9
      case .zstd: 1...19
      case .none: 0...0
      }
    }

    fileprivate var usualLevel: Int {
      switch self {
      case .xz, .gzip: 6
      case .zstd: 19
      case .none: 0
      }
    }
  }

  package let method: Method
  package let level: Int

  package var description: String { method == .none ? "none" : "\(method.rawValue):\(level)" }

  /// - Parameter level: One that the method has.
  package init(method: Method, level: Int) {
    self.method = method
    self.level = level
  }

  /// Reads `METHOD[:LEVEL]`.
  ///
  /// - Throws: A usage failure for a method or level that there is not.
  package init(_ text: String) throws(Failure) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let method = parts.first.flatMap({ Method(rawValue: String($0)) }) else {
      throw Failure.usage(
        .optionValue, "there is no compression \(quoted(text))", remedy: "give --compression xz, zstd, gzip or none")
    }
    guard parts.count == 2 else {
      self.init(method: method, level: method.usualLevel)
      return
    }
    let isNumber = !parts[1].isEmpty && parts[1].utf8.count <= 2 && parts[1].utf8.allSatisfy { (48...57).contains($0) }
    guard method != .none, isNumber, let level = Int(parts[1]), method.levels.contains(level) else {
      let levels = method.levels
      throw Failure.usage(
        .optionValue, "\(method.rawValue) has no level \(quoted(String(parts[1])))",
        remedy: method == .none
          ? "give --compression none"
          : "give --compression \(method.rawValue):\(levels.lowerBound) to \(levels.upperBound)")
    }
    self.init(method: method, level: level)
  }
}
