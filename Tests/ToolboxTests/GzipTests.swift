import Foundation
import TestSupport
import Testing

@testable import Toolbox

@Suite struct GzipTests {
  static let small = SampleBytes.Kind.allCases.flatMap { kind in
    [0, 1, 2, 3, 4, 5, 10, 64, 257, 258, 259, 300, 520, 777, 1500, 4095, 4096, 4097, 12_345].map {
      SampleBytes(kind: kind, size: $0)
    }
  }

  /// Around the window, the span and the buffers of the encoder.
  static let large = SampleBytes.Kind.allCases.flatMap { kind in
    [32_769, 65_274, 65_534, 65_536, 98_303, 100_000].map { SampleBytes(kind: kind, size: $0) }
  }

  @Test("The output is that of gzip -9n", arguments: small + large)
  func sameAsProgram(_ sample: SampleBytes) throws {
    let bytes = sample.bytes
    let ours = Gzip.compress(bytes)
    let theirs = try gzip("-9n", bytes)
    let difference = zip(ours, theirs).enumerated().first { $1.0 != $1.1 }?.offset
    #expect(ours == theirs, "\(ours.count) and \(theirs.count) bytes, first difference at \(difference ?? -1)")
  }

  @Test("gzip -d gives the input back", arguments: SampleBytes.Kind.allCases)
  func roundTrip(_ kind: SampleBytes.Kind) throws {
    let bytes = SampleBytes(kind: kind, size: 70_000).bytes
    #expect(try gzip("-d", Gzip.compress(bytes)) == bytes)
  }

  /// What the program makes of bytes.
  private func gzip(_ option: String, _ bytes: [UInt8]) throws -> [UInt8] {
    var program = Program("gzip", [option])
    program.input = Data(bytes)
    return Array(try program.run().successful().standardOutput)
  }

  @Test("Nothing compresses to the well-known 20 bytes")
  func empty() {
    #expect(Gzip.compress([]) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  }
}
