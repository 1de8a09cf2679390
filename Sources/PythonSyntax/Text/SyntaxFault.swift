/// Why a Python does not load a source, in its own words (those of CPython 3.11).
package struct SyntaxFault: Sendable, Equatable {
  package enum Kind: String, Sendable {
    case syntax = "SyntaxError"
    case indentation = "IndentationError"
    case tabs = "TabError"
  }

  /// Python goes through the whole source once for each, in this order, and reports the first fault.
  enum Phase: UInt8, Comparable, Sendable {
    case encoding, tokens, grammar, names, bindings, code

    static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
  }

  /// What rejects it: one generation of Python alone, or both.
  enum Rejecting: Sendable { case python2, python3, both }

  var phase: Phase
  package let kind: Kind
  /// The line, counted from 1.
  package let line: Int
  /// A clause without a final full stop, e.g. `'(' was never closed`.
  package let message: String

  init(_ message: String, line: Int, phase: Phase = .grammar, kind: Kind = .syntax) {
    self.phase = phase
    self.kind = kind
    self.line = line
    self.message = message
  }
}
