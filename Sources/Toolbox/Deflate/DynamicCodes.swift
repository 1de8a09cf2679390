/// The codes that a dynamic block defines for itself, and their definition (RFC 1951 section 3.2.7).
struct DynamicCodes {
  let literalCode: PrefixCode
  let distanceCode: PrefixCode
  /// The size of the definition and of the symbols it was made for.
  let bits: Int

  private let literalCount: Int
  private let distanceCount: Int
  private let runs: CodeLengthRuns
  private let runCode: PrefixCode
  /// How many lengths of `runCode`, in the format's order, are not zero up to the last.
  private let runCodeCount: Int

  private static let maximumLength = 15
  private static let maximumRunLength = 7

  init(literals: [Int], distances: [Int]) {
    literalCode = PrefixCode(lengths: HuffmanBuilder.lengths(for: literals, limit: Self.maximumLength))
    distanceCode = PrefixCode(lengths: HuffmanBuilder.lengths(for: distances, limit: Self.maximumLength))
    literalCount = literalCode.usedCount
    distanceCount = distanceCode.usedCount

    var runs = CodeLengthRuns()
    runs.append(literalCode.lengths[..<literalCount])
    runs.append(distanceCode.lengths[..<distanceCount])
    self.runs = runs
    let frequencies = runs.frequencies
    let runCode = PrefixCode(lengths: HuffmanBuilder.lengths(for: frequencies, limit: Self.maximumRunLength))
    self.runCode = runCode
    let lastUsed = CodeLengthRuns.order.lastIndex { runCode.lengths[$0] > 0 } ?? 0
    runCodeCount = max(4, lastUsed + 1)

    bits =
      literalCode.cost(of: literals, extraBits: DeflateAlphabet.literalExtraBits)
      + distanceCode.cost(of: distances, extraBits: DeflateAlphabet.distanceExtraBits)
      + runCode.cost(of: frequencies, extraBits: CodeLengthRuns.extraBits)
      + 3 * runCodeCount + 5 + 5 + 4
  }

  func writeDefinition(to writer: inout BitWriter) {
    writer.write(literalCount - 257, bits: 5)
    writer.write(distanceCount - 1, bits: 5)
    writer.write(runCodeCount - 4, bits: 4)
    for symbol in CodeLengthRuns.order.prefix(runCodeCount) { writer.write(Int(runCode.lengths[symbol]), bits: 3) }
    for item in runs.items {
      runCode.write(item.symbol, to: &writer)
      writer.write(item.extra, bits: CodeLengthRuns.extraBits[item.symbol])
    }
  }
}

extension PrefixCode {
  /// One more than the highest symbol that has a word.
  fileprivate var usedCount: Int { (lengths.lastIndex { $0 > 0 } ?? -1) + 1 }
}
