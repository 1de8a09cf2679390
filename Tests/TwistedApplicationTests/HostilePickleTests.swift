import Diagnostics
import Testing

import ApplicationFacts
@testable import TwistedApplication

/// Pickles made to crash, stall or exhaust their reader.
@Suite struct HostilePickleTests {
  @Test(arguments: [
    ("\u{8B}\u{FF}\u{FF}\u{FF}\u{7F}.", "length"), ("\u{8B}\u{FF}\u{FF}\u{FF}\u{FF}.", "length"),
    ("\u{8A}\u{FF}.", "length"), ("\u{95}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}.", "length"),
    ("\u{95}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}\u{7F}.", "length"),
    ("\u{8E}\u{00}\u{00}\u{00}\u{00}\u{00}\u{00}\u{00}\u{80}.", "length"), ("X\u{FF}\u{FF}\u{FF}\u{FF}.", "length"),
    ("T\u{00}\u{00}\u{00}\u{80}.", "length"), ("U\u{05}abc.", "length"), ("S'abc", "not terminated"),
    ("S'abc\n.", "quotes"), ("S\n.", "quotes"), ("S'\n.", "quotes"), ("Vabc", "not terminated"),
    ("I\n.", "no number"), ("Ixyz\n.", "no number"), ("L-L\n.", "no number"), ("F1e\n.", "no number"),
    ("p0\n.", "lacks its operand"), ("g0\n.", "never stored"), ("h\u{07}.", "never stored"),
    ("j\u{FF}\u{FF}\u{FF}\u{FF}.", "never stored"), ("p-1\n.", "memo number"), ("g99999999999\n.", "memo number"),
    ("t.", "MARK"), ("1.", "MARK"), ("0.", "lacks its operand"), ("a.", "container"), ("Na.", "container"),
    ("(a.", "container"), ("}(Nu.", "without a value"), ("(u.", "container"), ("R.", "lacks its operand"),
    ("(NR.", "lacks its operand"), ("b.", "lacks its operand"), ("(o.", "lacks its class"),
    ("\u{85}.", "lacks elements"),
    ("(N\u{86}.", "lacks elements"), ("\u{93}.", "lacks its operand"), ("NN\u{93}.", "lacks its names"),
    ("J\u{01}\u{02}", "cut off"), ("G\u{00}", "cut off"), ("\u{80}", "cut off"), ("N", "without a STOP"),
    ("", "without a STOP"), (".", "without a value"), ("cos\nsystem", "not terminated"), ("2.", "lacks its operand"),
  ])
  func failsCleanly(_ pickle: String, _ reason: String) {
    let message = Pickles.machineFailure(Pickles.bytes(pickle))
    #expect(message?.contains(reason) == true, "\(message ?? "no failure")")
    #expect(message?.contains("at byte") == true)
  }

  /// Cut anywhere, a pickle is refused; flipped anywhere, it does not crash.
  @Test(arguments: ["samples/twisted8-py27-odd-cpickle-protocol0.tap", "pickles/services-python3-protocol4.tap"])
  func survivesDamage(_ name: String) throws {
    let bytes = try Fixture.bytes(name)
    for end in stride(from: 0, to: bytes.count, by: 3) { #expect(Pickles.machineFailure(Array(bytes[..<end])) != nil) }
    for index in stride(from: 0, to: bytes.count, by: 2) {
      for mask in [UInt8(0x01), 0x80, 0xFF] {
        var damaged = bytes
        damaged[index] ^= mask
        _ = Pickles.failure(damaged)
      }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func nestsHalfAMillionLists() {
    let depth = 500_000
    var pickle = [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    pickle += [UInt8](repeating: UInt8(ascii: "a"), count: depth - 1) + [UInt8(ascii: ".")]
    #expect(Pickles.machineFailure(pickle) == nil)
    #expect(Pickles.failure(pickle)?.diagnostics.first?.message.contains("a collection") == true)
  }

  @Test func limitsTheStackAndTheMarks() {
    for opcode in ["(", "]", "N"] {
      let pickle = [UInt8](repeating: Array(opcode.utf8)[0], count: 1_100_000)
      #expect(Pickles.machineFailure(pickle)?.contains("stacks up") == true)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func runsMillionsOfOpcodes() {
    #if DEBUG
      let count = 500_000
    #else
      let count = 5_000_000
    #endif
    var pickle = [UInt8](repeating: UInt8(ascii: "N"), count: 2 * count)
    for index in stride(from: 1, to: pickle.count, by: 2) { pickle[index] = UInt8(ascii: "0") }
    #expect(Pickles.machineFailure(pickle + Array("N.".utf8)) == nil)
  }

  /// Three empty lists and a tuple in five bytes: no pickler writes so many objects in so little room.
  @Test(.timeLimit(.minutes(1)))
  func limitsTheMemoryForEachByte() {
    let crowd = [UInt8](Pickles.bytes("](" + String(repeating: "]]]\u{87}", count: 1000) + "e"))
    var pickle: [UInt8] = [UInt8(ascii: "]")]
    for _ in 0..<1000 { pickle += crowd + [UInt8(ascii: "a")] }
    #expect(Pickles.machineFailure(pickle + [UInt8(ascii: ".")])?.contains("ten times its size") == true)
  }

  /// A class is written out for each instance in protocol 0; the same name has to stay the same class.
  @Test func keepsManyNamesApart() throws {
    let services = (0..<3000).map {
      "(itwisted.application.internet\n\($0 % 2 == 0 ? "TCP" : "UDP")Server\n(dS'args'\n(I\($0 + 1)\ntsb"
    }
    let others = (0..<3000).map { "(imodule\($0)\nName\n(db" }
    let pickle = Pickles.application(services: services.joined() + others.joined())
    let application = try ApplicationReader.read(pickle, file: "x.tap")
    #expect(application.listeners.count == 3000)
    #expect(
      application.listeners.enumerated().allSatisfy {
        $1.port?.value == $0 + 1 && $1.transport == ($0 % 2 == 0 ? .tcp : .udp)
      })
    #expect(application.listeners.last?.location.objectPath == "services[2999]")
    #expect(Set(application.modules.map(\.name)).isSuperset(of: (0..<3000).map { "module\($0)" }))
    #expect(application.modules.first { $0.name == "module7" }?.location.objectPath == "services[3007]")
  }

  /// A service five thousand collections deep, whose path nobody wants to read whole.
  @Test(.timeLimit(.minutes(1)))
  func tellsTheLastStepsOfALongPath() throws {
    let open = String(repeating: "ctwisted.application.service\nMultiService\n)\u{81}}U\u{08}services](", count: 5000)
    let server = "ctwisted.application.internet\nTCPServer\n)\u{81}}U\u{04}argsM\u{00}\u{10}\u{85}sb"
    let pickle = Pickles.application(services: open + server + String(repeating: "esb", count: 5000))
    let path = try ApplicationReader.read(pickle, file: "x.tap").listeners.first?.location.objectPath
    #expect(path?.hasPrefix("….services[0]") == true && path?.hasSuffix(".services[0]") == true)
    #expect((path?.count ?? .max) < 400)
  }

  @Test func limitsScatteredMemoNumbers() {
    var pickle: [UInt8] = [UInt8(ascii: "N")]
    for number in stride(from: UInt32.max, to: UInt32.max - 200_000 * 9_000, by: -9_000) {
      pickle.append(UInt8(ascii: "r"))
      for shift in 0..<4 { pickle.append(UInt8(truncatingIfNeeded: number >> UInt32(8 * shift))) }
    }
    #expect(Pickles.machineFailure(pickle + [UInt8(ascii: ".")])?.contains("scattered") == true)
  }

  /// Tuples of two of the last tuple: 2^60 paths through 60 objects.
  @Test(.timeLimit(.minutes(1)))
  func walksSharedObjectsOnce() throws {
    let doubling = "K\u{01}q\u{01}0" + String(repeating: "h\u{01}h\u{01}\u{86}q\u{01}0", count: 60) + "h\u{01}"
    let application = try ApplicationReader.read(Pickles.application(services: doubling), file: "x.tap")
    #expect(application.name?.value == "app")
  }

  /// Many services that share one huge dictionary of keywords.
  @Test(.timeLimit(.minutes(1)))
  func refusesQuadraticSharing() throws {
    let entries = String(repeating: "U\u{01}aN", count: 40_000)
    let first = "}(\(entries)uq\u{01}0"
    let service = "ctwisted.application.internet\nTCPServer\n)\u{81}}(U\u{04}args)U\u{06}kwargsh\u{01}ub"
    let pickle = Pickles.application(services: first + String(repeating: service, count: 9_000))
    let failure = try #require(Pickles.failure(pickle))
    #expect(failure.diagnostics.first?.message.contains("share their parts") == true)
  }

  @Test func aServiceInsideItselfIsFoundOnce() throws {
    let service = "ctwisted.application.service\nMultiService\n)\u{81}q\u{01}}U\u{08}services](h\u{01}h\u{01}esb"
    let application = try ApplicationReader.read(Pickles.application(services: service), file: "x.tap")
    #expect(application.listeners.isEmpty)
  }

  @Test(.timeLimit(.minutes(1)))
  func listsALimitedNumberOfFacts() throws {
    let service = "ctwisted.application.internet\nTCPServer\n)\u{81}}U\u{04}argsM\u{00}\u{10}\u{85}sb"
    let pickle = Pickles.application(services: String(repeating: service, count: 12_000))
    let application = try ApplicationReader.read(pickle, file: "x.tap")
    #expect(application.listeners.count == GraphFacts.factLimit)
    #expect(application.diagnostics.contains { $0.message.contains("more than 10000") })
  }

  @Test func refusesAFileThatIsTooLarge() {
    let failure = Pickles.failure([UInt8](repeating: 0x2E, count: ApplicationReader.sizeLimit + 1))
    #expect(failure?.diagnostics.first?.remedy?.contains("--no-inspect") == true)
  }
}
