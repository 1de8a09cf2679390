import ApplicationFacts

/// What a file turns out to hold when its bytes are looked at. Names prove nothing: public `.tap` files are pickles,
/// Python source and, most often, Test Anything Protocol text.
package enum DetectedContent: Sendable, Equatable {
  /// One of Twisted's formats. Python source of any kind counts as `.tac`; whether it holds plugins only reading it
  /// shows.
  case format(ApplicationFormat)
  /// Nothing readable, a multiple of AES's 16-byte block long and evenly spread: an `.etap`, `.etas`, `.etax` or
  /// `.etac`, as Twisted wrote up to 17.1.0.
  case encrypted
  /// The output of a test suite (testanything.org), which shares the extension `.tap`.
  case testAnythingProtocol
  /// Nothing or only blanks, as a failed save leaves behind.
  case empty
  /// Neither a format of Twisted's nor text.
  case unrecognised
}
