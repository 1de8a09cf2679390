/// What a node of an object graph is; what its two words mean depends on it.
package enum NodeKind: UInt8, Sendable {
  case none, `true`, `false`
  /// A 64-bit integer: low and high word.
  case int
  /// The same, written as a `long` of Python 2.
  case long
  /// An integer beyond 64 bits: offset and length of its digits in the input.
  case bigInt
  /// An integer beyond 64 bits: offset and length of its bytes in the input, little-endian and in two's complement.
  case bigIntBytes
  /// A double: low and high word of its bit pattern.
  case float

  /// Text: offset and length in the input. The cases differ in how the bytes are to be decoded.
  /// A byte string of Python 2, or `bytes`: UTF-8 if it is, else Latin-1.
  case byteText
  case utf8Text
  /// Bytes that protocol 2 of Python 3 writes as UTF-8 text of the characters with the same numbers.
  case encodedBytes
  /// The body of a Python string literal, with its escapes.
  case literalText
  /// The body of a `b''` literal.
  case literalBytes
  /// The body of a Python `u''` literal: `\xHH` is a code point.
  case literalUnicode
  /// Python's raw-unicode-escape codec, used by pickle's UNICODE.
  case rawUnicodeText
  /// A marmalade `<string value="">`: XML escapes around Python escapes.
  case markupString
  /// A marmalade `<unicode value="">`: XML escapes around raw-unicode-escape.
  case markupUnicode

  /// The place and number of its elements in the pool.
  case tuple
  /// Containers that grow: the first and the last segment of their elements.
  case list, set, frozenSet
  /// Elements alternate key, value.
  case dictionary

  /// A class or function: offset and length of `module NEWLINE name` in the input.
  case global
  /// A class or function: the node of the module's name and that of its own.
  case stackGlobal
  /// A class or function: offset and length of `module.name` in the input.
  case dottedName
  /// A module: offset and length of its name in the input.
  case module

  /// An instance: its record in the pool (class, arguments, state, items).
  case instance
  /// The result of a call that is only known when run: its record in the pool (callable, arguments, state, items).
  case call
  /// A bound or unbound method: its record in the pool (name, class, instance).
  case method
  /// Stands for another node, found once the whole file was read.
  case reference
  /// A reference to something that the file does not hold.
  case dangling
  /// Something that the reader cannot tell: hand-written code, an unknown element.
  case unknown

  /// Numbers, text and None, which lead nowhere.
  package var isPlain: Bool { rawValue <= NodeKind.markupUnicode.rawValue }
  package var isText: Bool { rawValue >= NodeKind.byteText.rawValue && rawValue <= NodeKind.markupUnicode.rawValue }
  package var isSequence: Bool { self == .tuple || self == .list || self == .set || self == .frozenSet }
  package var isName: Bool { self == .global || self == .stackGlobal || self == .dottedName }
}
