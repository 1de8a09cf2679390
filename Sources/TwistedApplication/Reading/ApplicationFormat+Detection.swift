import ApplicationFacts
import Diagnostics
import PythonEvaluation
import PythonSyntax
import SavedObjects
import TwistedModel

extension ApplicationFormat {
  /// Tells by its content what an application file is. Looks at a bounded part of the file, except where text has to be
  /// told from binary data, which takes one pass.
  package static func detect(_ bytes: [UInt8]) -> DetectedContent {
    let content = trimmed(bytes)
    guard let first = content.first else { return .empty }
    if let pickle = detectPickle(content, whole: bytes) { return pickle }
    if isOddPickle(content, whole: bytes) { return .format(.tap) }
    guard isText(content) else { return looksEncrypted(bytes) ? .encrypted : .unrecognised }
    if first == UInt8(ascii: "<") { return isMarkup(content) ? .format(.tax) : .unrecognised }
    if isTestAnythingProtocol(content) { return .testAnythingProtocol }
    if assignsTree(content) { return .format(.tas) }
    return isSource(content) ? .format(.tac) : .unrecognised
  }

  /// Without a byte order mark and the blanks around: decrypted files end in spaces.
  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var content = bytes[...]
    if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
    content = content.drop(while: isBlank)
    while let last = content.last, isBlank(last) { content.removeLast() }
    return content
  }

  /// Protocol 2 and later begin with a PROTO opcode; earlier ones with a MARK or a class, and all end in a full stop.
  private static func detectPickle(_ content: ArraySlice<UInt8>, whole: [UInt8]) -> DetectedContent? {
    guard let first = content.first else { return nil }
    let stops = content.last == UInt8(ascii: ".")
    if first == 0x80, content.count > 1, content[content.startIndex + 1] <= 0x20 {
      return !stops && looksEncrypted(whole) ? .encrypted : .format(.tap)
    }
    let head = content.prefix(300)
    switch first {
    case UInt8(ascii: "c"): return stops && namesGlobal(head.dropFirst()) ? .format(.tap) : nil
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")"): return stops ? .format(.tap) : nil
    case UInt8(ascii: "("):
      guard let second = head.dropFirst().first else { return nil }
      switch second {
      case UInt8(ascii: "c"), UInt8(ascii: "i"):
        return namesGlobal(head.dropFirst(2)) ? .format(.tap) : nil
      case UInt8(ascii: "d"), UInt8(ascii: "l"), UInt8(ascii: "t"), UInt8(ascii: "("):
        return stops ? .format(.tap) : nil
      default: return nil
      }
    default: return nil
    }
  }

  /// A pickle that begins like none of Twisted's: it ends in a full stop, which hardly any source does, and the machine
  /// can run it.
  private static func isOddPickle(_ content: ArraySlice<UInt8>, whole: [UInt8]) -> Bool {
    guard content.last == UInt8(ascii: "."), content.count > 1, let first = content.first,
      PickleOpcode(rawValue: first) != nil
    else { return false }
    return (try? PickleMachine.read(whole, file: "")) != nil
  }

  /// Two lines of dotted identifiers: a module and a name.
  private static func namesGlobal(_ text: ArraySlice<UInt8>) -> Bool {
    let lines = text.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count == 3 else { return false }
    return lines.prefix(2).allSatisfy { line in
      !line.isEmpty && line.allSatisfy { isWord($0) || $0 == UInt8(ascii: ".") }
    }
  }

  /// No control characters but those of text; any encoding that extends ASCII passes.
  private static func isText(_ content: ArraySlice<UInt8>) -> Bool {
    content.withUnsafeBufferPointer { bytes in
      for byte in bytes where byte < 0x20 || byte == 0x7F {
        guard isBlank(byte) || byte == 0x08 || byte == 0x1B || byte == 0x1A else { return false }
      }
      return true
    }
  }

  /// AES-ECB without header: whole blocks of bytes in which no value stands out, a quarter of them control characters.
  private static func looksEncrypted(_ bytes: [UInt8]) -> Bool {
    guard !bytes.isEmpty, bytes.count % 16 == 0 else { return false }
    let sample = bytes.prefix(65_536)
    var histogram = [Int](repeating: 0, count: 256)
    for byte in sample { histogram[Int(byte)] += 1 }
    let printable = histogram[0x20..<0x7F].reduce(0, +)
    let most = histogram.max() ?? 0
    return printable * 100 < sample.count * 60 && most * 100 <= max(sample.count * 6, 400)
  }

  private static func isMarkup(_ content: ArraySlice<UInt8>) -> Bool {
    starts(content, "<?xml") || starts(content, "<instance ") || starts(content, "<!--")
  }

  /// `TAP version 13`, the plan `1..N`, or a test line; comments may stand before.
  private static func isTestAnythingProtocol(_ content: ArraySlice<UInt8>) -> Bool {
    for line in content.prefix(16_384).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let text = line.drop(while: isBlank)
      guard let first = text.first, first != UInt8(ascii: "#") else { continue }
      if starts(text, "TAP version ") || starts(text, "ok ") || starts(text, "not ok ") || starts(text, "Bail out!") {
        return true
      }
      let digits = text.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      return !digits.isEmpty && starts(text.dropFirst(digits.count), "..")
    }
    return false
  }

  /// A line `app = Ref(` or `app = Instance(`; code may stand before and after.
  private static func assignsTree(_ content: ArraySlice<UInt8>) -> Bool {
    var line = content
    while true {
      if starts(line, "app") {
        var rest = line.dropFirst(3).drop(while: { $0 == 0x20 || $0 == 0x09 })
        if rest.first == UInt8(ascii: "=") {
          rest = rest.dropFirst().drop(while: { $0 == 0x20 || $0 == 0x09 })
          if starts(rest, "Ref(") || starts(rest, "Instance(") { return true }
        }
      }
      guard let end = line.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return false }
      line = line[(end + 1)...]
    }
  }

  /// Text that no line of Python could be made of is not taken for it.
  private static func isSource(_ content: ArraySlice<UInt8>) -> Bool {
    content.contains { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "#") }
      || starts(content, "import ") || starts(content, "from ") || starts(content, "\"\"\"")
  }

  private static func starts(_ content: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { content.prefix($0.count).elementsEqual($0) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

extension ApplicationFormat {
  /// The format as a phrase for messages, e.g. `a pickle (.tap)`.
  package var phrase: String {
    switch self {
    case .tac: "Python source (.tac)"
    case .tap: "a pickle (.tap)"
    case .tas: "an AOT source file (.tas)"
    case .tax: "marmalade XML (.tax)"
    case .plugin: "a twistd plugin (.py)"
    case .program: "a program of Python's"
    case .axiom: "a database of Axiom's"
    }
  }
}
