import Testing

@testable import Bundling

/// Compiled files, told from others by their first bytes.
@Suite struct ELFHeaderTests {
  private func header(kind: UInt8, order: UInt8 = 1, machine: UInt8 = 62) -> [UInt8] {
    let type: [UInt8] = order == 1 ? [kind, 0] : [0, kind]
    return [0x7F, 0x45, 0x4C, 0x46, 2, order] + [UInt8](repeating: 0, count: 10) + type + [machine, 0, 1, 0]
  }

  @Test func modulesAreLoadedAndObjectFilesAreNot() {
    #expect(ELFHeader(header(kind: 3))?.isLoaded == true)
    #expect(ELFHeader(header(kind: 2))?.isLoaded == true)
    #expect(ELFHeader(header(kind: 1))?.isLoaded == false)
    #expect(ELFHeader(header(kind: 3, order: 2))?.isLoaded == true)
  }

  @Test func machinesDiffer() throws {
    let own = try ELFHeader.own()
    #expect(own.isLoaded)
    #expect(ELFHeader(header(kind: 3, machine: 62))?.machine != ELFHeader(header(kind: 3, machine: 183))?.machine)
  }

  @Test(arguments: [[], [0x7F], Array("\u{7F}ELF".utf8), Array("#!/usr/bin/python3 and more".utf8)])
  func otherFilesAreNone(bytes: [UInt8]) { #expect(ELFHeader(bytes) == nil) }
}
