/// A version of a distribution of PyPI (PEP 440), without its local part.
package struct ReleaseVersion: Sendable, Hashable {
  /// A number, digits without leading zeros: versions are dates too, and longer than an `Int` if someone wants so.
  package typealias Number = String

  package var epoch: Number = "0"
  var release: [Number]
  /// `a`, `b` or `rc` with its number.
  var pre: (label: String, number: Number)?
  package var post: Number?
  var dev: Number?

  private static let lengthLimit = 60

  /// Reads a version in any of the spellings of PEP 440's appendix B.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count <= Self.lengthLimit else { return nil }
    var rest = text.lowercased()[...]
    if rest.first == "v" { rest.removeFirst() }
    guard let first = rest.takeNumber() else { return nil }
    release = [first]
    if rest.first == "!" {
      rest.removeFirst()
      guard let number = rest.takeNumber() else { return nil }
      (epoch, release) = (first, [number])
    }
    while rest.first == ".", rest.dropFirst().first?.isASCIIDigit == true {
      rest.removeFirst()
      release.append(rest.takeNumber() ?? "0")
    }
    pre = rest.takeLabel([
      "alpha": "a", "beta": "b", "preview": "rc", "pre": "rc", "a": "a", "b": "b", "c": "rc", "rc": "rc",
    ])
    post = rest.takeLabel(["post": "post", "rev": "post", "r": "post"])?.number
    if post == nil, rest.first == "-", rest.dropFirst().first?.isASCIIDigit == true {
      rest.removeFirst()
      post = rest.takeNumber()
    }
    dev = rest.takeLabel(["dev": "dev"])?.number
    if rest.first == "+" {
      rest = rest.dropFirst().drop { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) }
    }
    guard rest.isEmpty else { return nil }
  }

  package static func == (one: Self, other: Self) -> Bool {
    one.epoch == other.epoch && one.release == other.release && one.pre?.label == other.pre?.label
      && one.pre?.number == other.pre?.number && one.post == other.post && one.dev == other.dev
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(epoch)
    hasher.combine(release)
    hasher.combine(pre?.label)
    hasher.combine(pre?.number)
    hasher.combine(post)
    hasher.combine(dev)
  }

  /// Whether it comes before a release: an alpha, beta or candidate, or the work towards one.
  package var isBeforeRelease: Bool { pre != nil || dev != nil }

  /// The release without zeros at its end, which PEP 440 takes for the same; packages have more or fewer of them.
  private var trimmed: [Number] {
    var numbers = release
    while numbers.count > 1, numbers.last == "0" { numbers.removeLast() }
    return numbers
  }

  /// As formats compare it: `1.0rc1` is `1.0~rc1`, which comes before `1.0`.
  ///
  /// - Parameters:
  ///   - mark: What stands before `post`.
  ///   - isTrimmed: Whether zeros at the end of the release go.
  package func text(postRelease mark: String, isTrimmed: Bool) -> String {
    (isTrimmed ? trimmed : release).joined(separator: ".")
      + (pre.map { "~\($0.label)\($0.number)" } ?? "") + (post.map { "\(mark)post\($0)" } ?? "")
      + (dev.map { "~~dev\($0)" } ?? "")
  }

  /// The release that follows this one and all that begin as it does: `1.5` for `1.4`.
  package var next: String? {
    guard let last = release.last, let number = Int(last), number < Int.max else { return nil }
    return (release.dropLast() + [String(number + 1)]).joined(separator: ".")
  }

  /// Without its last number: `1.4` for `1.4.2`; `nil` where it has only one.
  package var series: ReleaseVersion? {
    guard release.count > 1 else { return nil }
    var series = self
    series.release.removeLast()
    (series.pre, series.post, series.dev) = (nil, nil, nil)
    return series
  }
}

extension Substring {
  /// Takes a number off the beginning, without its leading zeros.
  fileprivate mutating func takeNumber() -> String? {
    let digits = prefix { $0.isASCIIDigit }
    guard !digits.isEmpty else { return nil }
    self = self[digits.endIndex...]
    let number = digits.drop { $0 == "0" }
    return number.isEmpty ? "0" : String(number)
  }

  /// Takes a label such as `rc1`, `.post2` or `-dev` off the beginning; a missing number is 0.
  fileprivate mutating func takeLabel(_ labels: [String: String]) -> (label: String, number: String)? {
    var rest = self
    if let first = rest.first, ".-_".contains(first) { rest.removeFirst() }
    let word = String(rest.prefix { $0.isASCII && $0.isLetter })
    guard let label = labels[word] else { return nil }
    rest = rest.dropFirst(word.count)
    var after = rest
    if let first = after.first, ".-_".contains(first), after.dropFirst().first?.isASCIIDigit == true {
      after.removeFirst()
    }
    let number = after.takeNumber()
    self = number == nil ? rest : after
    return (label, number ?? "0")
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) && isASCII }
}
