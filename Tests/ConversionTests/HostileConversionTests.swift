import Conversion
import Diagnostics
import Foundation
import TestSupport
import Testing
import ApplicationFacts

/// Files that mean ill are converted or refused in little time, and never half.
@Suite struct HostileConversionTests {
  static let formats: [ApplicationFormat] = [.tap, .tas, .tax]

  private func everyFormat(_ bytes: [UInt8], as declared: ApplicationFormat? = nil) throws(Failure) -> Conversion {
    let conversion = try Conversion(bytes, file: "hostile", declared: declared)
    for format in Self.formats {
      do throws(Failure) {
        let written = try conversion.bytes(as: format)
        #expect(try Conversion(written, file: "written", declared: format).graph == conversion.graph, "\(format)")
      } catch {
        #expect(error.kind == .application)
        #expect(error.diagnostics.allSatisfy { $0.remedy != nil })
      }
    }
    _ = try? TacWriter.source(of: conversion, target: "x.tac")
    return conversion
  }

  @Test(arguments: ["twisted8-py27-odd.tap", "twisted8-py27-odd.tas", "twisted8-py27-odd.tax"])
  func survivesCutAndChangedFiles(_ file: String) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: "\(RoundTripTests.samples)/\(file)")))
    var noise = SplitMix(state: 17)
    for _ in 0..<60 {
      var changed = Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &noise)))
      if Bool.random(using: &noise) { changed = bytes }
      for _ in 0..<3 {
        changed[Int.random(in: 0..<changed.count, using: &noise)] = UInt8.random(in: 0...255, using: &noise)
      }
      _ = try? everyFormat(changed, as: ApplicationFormat(rawValue: String(file.suffix(3))))
    }
  }

  /// Names of services, classes and attributes that are no names: what is written of them is Python, and theirs in it text.
  @Test(arguments: [
    "x = 1\\nimport os; os.system('hostile-canary')\\n", "/srv/../etc", "class", "a b", "x()", "#", "'\\\"", "\\u2028",
  ])
  func writesNamesThatAreNone(_ name: String) throws {
    let samples = try FileManager.default.contentsOfDirectory(atPath: RoundTripTests.samples).filter {
      $0.hasSuffix(".tas")
    }
    #expect(samples.count > 3)
    for file in samples {
      let text = try String(contentsOfFile: "\(RoundTripTests.samples)/\(file)", encoding: .utf8)
      let changed = text.replacing(/name='[^']*'/) { _ in "name='\(name.replacing("'", with: "\\'"))'" }
        .replacing(/'(\w+)':/) { match in
          ["parent", "services", "namedServices", "name"].contains(match.1)
            ? String(match.0) : "'\(match.1)\(name.replacing("'", with: "\\'"))':"
        }
      guard let conversion = try? Conversion(Array(changed.utf8), file: file, declared: .tas),
        let source = try? TacWriter.source(of: conversion, target: "x.tac")
      else { continue }
      var program = Program("python3", ["-c", "import ast, sys; ast.parse(sys.stdin.buffer.read())"])
      program.input = Data(source.source.utf8)
      let result = try program.run()
      #expect(result.status == 0, "\(file): \(result.errors.suffix(300))")
    }
  }

  /// Lists within lists: no writer recurses, and source says where Python would give up.
  @Test func nestsDeep() throws {
    let depth = 200_000
    let pickle =
      [UInt8](repeating: UInt8(ascii: "]"), count: depth) + [UInt8](repeating: UInt8(ascii: "a"), count: depth - 1)
    let conversion = try Conversion(pickle + [UInt8(ascii: ".")], file: "deep.tap", declared: .tap)
    for format in [ApplicationFormat.tap, .tax] {
      #expect(try !conversion.bytes(as: format).isEmpty)
    }
    let failure = #expect(throws: Failure.self) { try conversion.bytes(as: .tas) }
    #expect(failure?.diagnostics.first?.message.contains("brackets") == true)
  }

  /// Services within services, each of which only groups.
  @Test func nestsServicesDeep() throws {
    var source = ""
    let depth = 3000
    for _ in 0..<depth { source += "(itwisted.application.service\nMultiService\n(dS'services'\n(l" }
    source += String(repeating: "sba", count: depth - 1) + "sb"
    let start =
      "(itwisted.python.components\nComponentized\n(dS'_adapterCache'\n(dS'twisted.application.service.IServiceCollection'\n"
    let conversion = try Conversion(Array((start + source + "ssb.").utf8), file: "deep.tap", declared: .tap)
    #expect(try TacWriter.source(of: conversion, target: "x.tac").source.contains("Application('x')"))
  }

  /// A tuple that holds itself can be written down as a tree, but no Python could make it.
  @Test func anObjectMadeOfItselfIsNoPickle() throws {
    let conversion = try everyFormat(Array("app=Ref(1,(Deref(1),))\n".utf8), as: .tas)
    let failure = #expect(throws: Failure.self) { try conversion.bytes(as: .tap) }
    #expect(failure?.diagnostics.first?.message.contains("made of itself") == true)
  }

  @Test(arguments: [
    "app=Instance('os\\nsystem\\n(S\"id\"\\ntR.', a=1)", "app=Instance('a.B', x=Function('os.system; id'))",
    "app=Instance('a.B', x=Module('../x'))",
    "app=Instance('a b', {})",
    "app=Instance('a.B', x=InstanceMethod('x\"/><function name=\"', 'a.B', Instance('a.B')))",
  ]) func aNameIsNothingElse(_ source: String) throws {
    let conversion = try everyFormat(Array(source.utf8), as: .tas)
    for format in Self.formats {
      let failure = #expect(throws: Failure.self) { try conversion.bytes(as: format) }
      #expect(failure?.diagnostics.first?.message.contains("names something") == true)
    }
  }

  /// What stands beside the tree would be lost, so it is told where.
  @Test func codeIsNotDropped() throws {
    let source = "import os\napp=Instance('a.B', path=os.getcwd())\n"
    let conversion = try Conversion(Array(source.utf8), file: "x.tas")
    for format in Self.formats {
      let failure = #expect(throws: Failure.self) { try conversion.bytes(as: format) }
      #expect(failure?.diagnostics.first?.message.contains("line") == true)
    }
  }

  /// A pickle that shares everything grows no faster than it is read.
  @Test func sharingDoesNotMultiply() throws {
    var pickle: [UInt8] = [0x80, 2, UInt8(ascii: "]"), UInt8(ascii: "q"), 0]
    for level in UInt8(1)..<100 {
      pickle += [
        0x29, UInt8(ascii: "0"), UInt8(ascii: "h"), level - 1, UInt8(ascii: "h"), level - 1, 0x86, UInt8(ascii: "q"),
        level,
      ]
    }
    let conversion = try everyFormat(pickle + [UInt8(ascii: ".")], as: .tap)
    #expect(try conversion.bytes(as: .tap).count < 4096)
    #expect(try conversion.bytes(as: .tax).count < 65_536)
  }
}
