import CommandOptions
import Diagnostics
import Testing

@testable import CommandLine

/// A slip in the name of any option leads back to that option, or to one that is as near.
@Suite struct MistypedOptionTests {
  /// The slips of a hand: a letter left out, doubled, changed for another, two in the wrong order.
  private static func slips(_ name: String) -> [String] {
    let letters = Array(name)
    let middle = letters.count / 2
    var missing = letters
    var doubled = letters
    var changed = letters
    var swapped = letters
    missing.remove(at: middle)
    doubled.insert(letters[middle], at: middle)
    changed[middle] = letters[middle] == "q" ? "x" : "q"
    swapped.swapAt(middle - 1, middle)
    return [missing, doubled, changed, swapped].map { String($0) }.filter { $0 != name }
  }

  private func expectWayBack<Values>(_ table: OptionTable<Values>, _ values: Values, of tool: String) {
    let names = table.options.flatMap(\.names).filter { $0.count > 3 }
    #expect(names.count > 5)
    for name in names {
      for slip in Self.slips(name) {
        do {
          // What is a whole option, or the beginning of one, is none mistyped.
          if names.contains(where: { $0.hasPrefix(slip) }) { continue }
          _ = try table.parse(["--\(slip)"], into: values)
          Issue.record("\(tool) takes --\(slip)")
        } catch {
          let said = error.diagnostics.map { "\($0.message); \($0.remedy ?? "")" }
          let isMeant = said.count == 1 && said[0].contains("--\(slip)") && said[0].hasSuffix("; try --\(name)")
          #expect(isMeant, "\(tool): \(said)")
        }
      }
    }
  }

  @Test func everyOption() {
    for tool in Tool.usualFormats.map({ Tool($0, among: Tool.usualFormats) }) {
      expectWayBack(tool.optionTable, ToolOptions(), of: tool.name)
    }
    expectWayBack(ConvertOptions.table, ConvertOptions(), of: "tapconvert")
    expectWayBack(MakeOptions.table, MakeOptions(), of: "mktap")
  }
}
