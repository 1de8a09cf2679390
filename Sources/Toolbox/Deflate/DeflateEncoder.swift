/// Deflate with the choices of GNU gzip at level 9: lazy matching, where a match waits for the next byte's to be longer.
///
/// Time is linear in the input: each position looks at a bounded number of candidates.
struct DeflateEncoder {
  private var window: MatchWindow
  private var block = DeflateBlock()
  /// Where the block began, as an index into the window; negative once the window has slid past it.
  private var blockStart = 0
  private var writer = BitWriter()

  init(_ input: [UInt8]) {
    window = MatchWindow(input)
  }

  /// The whole deflate stream, its last byte filled with zeros.
  mutating func encode() -> [UInt8] {
    /// The match at the byte before, which waits, or a length too short to be one.
    var waiting = MatchWindow.Match.none
    var hasWaitingByte = false
    while !window.isExhausted {
      let found = window.matchAtPosition(longerThan: waiting)
      var isComplete = false
      if waiting.length >= DeflateAlphabet.minimumMatch, found.length <= waiting.length {
        block.append(length: waiting.length, distance: waiting.distance)
        isComplete = block.isComplete(inputSize: window.position - blockStart)
        window.skip(waiting.length - 2)
        waiting = .none
        hasWaitingByte = false
        window.advance()
        if isComplete { finishBlock(isLast: false) }
      } else {
        if hasWaitingByte {
          block.append(literal: window.previousByte)
          isComplete = block.isComplete(inputSize: window.position - blockStart)
          if isComplete { finishBlock(isLast: false) }
        }
        waiting = found
        hasWaitingByte = true
        window.advance()
      }
      blockStart -= window.refill()
    }
    if hasWaitingByte { block.append(literal: window.previousByte) }
    finishBlock(isLast: true)
    writer.alignToByte()
    return writer.bytes
  }

  private mutating func finishBlock(isLast: Bool) {
    let input = blockStart >= 0 ? window.bytes[blockStart..<window.position] : nil
    block.write(to: &writer, input: input, isLast: isLast)
    block = DeflateBlock()
    blockStart = window.position
  }
}
