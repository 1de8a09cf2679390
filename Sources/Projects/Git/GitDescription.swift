/// What `git describe --tags --long` says: `v1.2.3-4-g1234abc`.
struct GitDescription {
  let tag: Substring
  let commits: Int
  let hash: Substring
  let isDirty: Bool

  /// - Returns: `nil` for a bare hash, which is said where there is no tag.
  init?(_ text: String, isDirty: Bool) {
    self.isDirty = isDirty
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, let hash = parts.last, hash.first == "g", hash.dropFirst().allSatisfy(\.isHexDigit),
      let commits = Int(parts[parts.count - 2])
    else { return nil }
    self.hash = hash
    self.commits = commits
    tag = text[..<parts[parts.count - 2].startIndex].dropLast()
  }

  /// The tag's version; commits after it make `+4.g1234abc`, which sorts before the next version, and changes that no
  /// commit has `.dirty`.
  func version(after version: String) -> String {
    guard commits > 0 || isDirty else { return version }
    let addition = "+\(commits).\(hash)\(isDirty ? ".dirty" : "")"
    // A revision stays at the end.
    guard let hyphen = version.lastIndex(of: "-"), version[hyphen...].dropFirst().first?.isNumber == true else {
      return version + addition
    }
    return version[..<hyphen] + addition + version[hyphen...]
  }

  /// `v1.2.3`, `release-1.2.3`, `web/v1.2.3` and `1_2_3` name a version.
  static func version(ofTag tag: Substring) -> String? {
    let name = tag[(tag.lastIndex(of: "/").map { tag.index(after: $0) } ?? tag.startIndex)...]
    var previous: Character = "-"
    var beforeV: Character = "-"
    for index in name.indices {
      let character = name[index]
      let isStart = "-_".contains(previous) || ("vV".contains(previous) && "-_".contains(beforeV))
      if isStart, character.isASCII, character.isNumber {
        let version = name[index...]
        // Tags cannot have a ~, and some projects part numbers with _.
        return String(version.map { $0 == "_" ? "." : $0 })
      }
      (beforeV, previous) = (previous, character)
    }
    return nil
  }
}
