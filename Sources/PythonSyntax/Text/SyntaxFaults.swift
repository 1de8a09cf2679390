/// The fault that each generation of Python would report.
struct SyntaxFaults: Sendable {
  private(set) var python2: SyntaxFault?
  private(set) var python3: SyntaxFault?
  /// Found in a construct that neither generation has.
  private(set) var hasForBoth = false

  mutating func add(_ fault: SyntaxFault, by rejecting: SyntaxFault.Rejecting = .both) {
    if rejecting != .python3 { Self.keep(fault, in: &python2) }
    if rejecting != .python2 { Self.keep(fault, in: &python3) }
    if rejecting == .both { hasForBoth = true }
  }

  /// Where `await` stands outside of an asynchronous function, which a generator around it may yet allow.
  var awaits: [(offset: Int, message: String)] = []

  mutating func markForBoth() { hasForBoth = true }

  private static func keep(_ fault: SyntaxFault, in kept: inout SyntaxFault?) {
    if let known = kept {
      // What is wrong with the grammar ends the reading; the later ones are found in the order of the source.
      let isFirst = known.phase == fault.phase && fault.phase > .grammar && fault.line < known.line
      if known.phase <= fault.phase, !isFirst { return }
    }
    kept = fault
  }
}
