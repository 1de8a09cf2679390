/// The literals and matches of one deflate block, and how they are written: stored, with the fixed codes, or with codes of
/// their own, whichever is smallest (RFC 1951 section 3.2.3).
struct DeflateBlock {
  /// A literal is its byte; a match has its distance in the upper half and its length in the lower.
  private var symbols: [UInt32] = []
  private var matchCount = 0
  private var literalFrequencies = Array(repeating: 0, count: DeflateAlphabet.literalCount)
  private var distanceFrequencies = Array(repeating: 0, count: DeflateAlphabet.distanceCount)

  /// GNU gzip's buffers hold this many symbols, which is where it ends a block at the latest.
  private static let capacity = 0x8000
  /// It asks at every multiple of this whether to end early.
  private static let inspectionInterval = 0x1000

  init() {
    literalFrequencies[DeflateAlphabet.endOfBlock] = 1
  }

  mutating func append(literal byte: UInt8) {
    symbols.append(UInt32(byte))
    literalFrequencies[Int(byte)] += 1
  }

  mutating func append(length: Int, distance: Int) {
    symbols.append(UInt32(truncatingIfNeeded: distance << 16 | length))
    matchCount += 1
    literalFrequencies[Int(DeflateAlphabet.lengthSymbol[length])] += 1
    distanceFrequencies[DeflateAlphabet.distanceSymbol(distance)] += 1
  }

  /// Whether the block ought to end here, `inputSize` bytes after its start: it is full, or it has compressed so well so far
  /// that fresh codes are likely to pay (GNU gzip's guess: few matches, and under half the size).
  func isComplete(inputSize: Int) -> Bool {
    if symbols.count & (Self.inspectionInterval - 1) == 0, matchCount < symbols.count / 2 {
      var bits = symbols.count * 8
      for (symbol, frequency) in distanceFrequencies.enumerated() {
        bits += frequency * (5 + DeflateAlphabet.distanceExtraBits[symbol])
      }
      if bits >> 3 < inputSize / 2 { return true }
    }
    return symbols.count == Self.capacity - 1 || matchCount == Self.capacity
  }

  /// Writes the block.
  /// - Parameter input: The bytes it stands for, or nil when the window has lost some of them; it then cannot be stored.
  func write(to writer: inout BitWriter, input: ArraySlice<UInt8>?, isLast: Bool) {
    let dynamic = DynamicCodes(literals: literalFrequencies, distances: distanceFrequencies)
    let fixedBits =
      DeflateAlphabet.fixedLiteralCode.cost(of: literalFrequencies, extraBits: DeflateAlphabet.literalExtraBits)
      + DeflateAlphabet.fixedDistanceCode.cost(of: distanceFrequencies, extraBits: DeflateAlphabet.distanceExtraBits)
    let fixedSize = (fixedBits + 3 + 7) >> 3
    let dynamicSize = (dynamic.bits + 3 + 7) >> 3
    let last = isLast ? 1 : 0
    if let input, input.count + 4 <= min(fixedSize, dynamicSize) {
      writer.write(last, bits: 3)
      Self.store(input, to: &writer)
    } else if fixedSize <= dynamicSize {
      writer.write(1 << 1 | last, bits: 3)
      writeSymbols(DeflateAlphabet.fixedLiteralCode, DeflateAlphabet.fixedDistanceCode, to: &writer)
    } else {
      writer.write(2 << 1 | last, bits: 3)
      dynamic.writeDefinition(to: &writer)
      writeSymbols(dynamic.literalCode, dynamic.distanceCode, to: &writer)
    }
  }

  private static func store(_ input: ArraySlice<UInt8>, to writer: inout BitWriter) {
    writer.alignToByte()
    writer.write(input.count & 0xFFFF, bits: 16)
    writer.write(~input.count & 0xFFFF, bits: 16)
    writer.append(input)
  }

  private func writeSymbols(_ literalCode: PrefixCode, _ distanceCode: PrefixCode, to writer: inout BitWriter) {
    let (lengthSymbols, lengthBases) = (DeflateAlphabet.lengthSymbol, DeflateAlphabet.lengthBase)
    let (lengthExtra, distanceExtra) = (DeflateAlphabet.literalExtraBits, DeflateAlphabet.distanceExtraBits)
    let distanceBases = DeflateAlphabet.distanceBase
    for symbol in symbols {
      let distance = Int(symbol >> 16)
      guard distance > 0 else {
        literalCode.write(Int(symbol), to: &writer)
        continue
      }
      let length = Int(symbol & 0xFFFF)
      let lengthSymbol = Int(lengthSymbols[length])
      literalCode.write(lengthSymbol, to: &writer)
      writer.write(length - lengthBases[lengthSymbol], bits: lengthExtra[lengthSymbol])
      let distanceSymbol = DeflateAlphabet.distanceSymbol(distance)
      distanceCode.write(distanceSymbol, to: &writer)
      writer.write(distance - distanceBases[distanceSymbol], bits: distanceExtra[distanceSymbol])
    }
    literalCode.write(DeflateAlphabet.endOfBlock, to: &writer)
  }
}
