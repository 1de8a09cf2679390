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

  mutating func markForBoth() { hasForBoth = true }

  private static func keep(_ fault: SyntaxFault, in kept: inout SyntaxFault?) {
    if let known = kept, known.phase <= fault.phase { return }
    kept = fault
  }
}
