import Foundation
import PackageModel
import TestSupport
import Testing

/// The table of the runners' options against what the installed Twisted lists.
@Suite struct RunnerOptionTests {
  @Test(arguments: ["twistd", "twist"])
  func tableIsThatOfTheProgram(runner: String) throws {
    let help = try run("\(runner)3", "--help").successful().output
    let pattern = #/^ {2,6}(?:-([a-z]), +)?--([a-z_-]+)(=?) /#.anchorsMatchLineEndings()
    let listed = help.matches(of: pattern).map { match in
      "\(match.2) \(match.1.map(String.init) ?? "-") \(match.3.isEmpty ? "flag" : "value")"
    }
    let path = "\(Places.repository)/Sources/PackageModel/Data/runner-options"
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { $0.split(separator: " ") }
    let known = rows.filter { $0[0] == runner }.map { "\($0[1]) \($0[2]) \($0[3] == "flag" ? "flag" : "value")" }
    #expect(known.sorted() == listed.sorted())
  }

  @Test func reactorsAreTwisteds() throws {
    let help = try run("twistd3", "--help-reactors").successful().output
    let known = Set(
      help.split(separator: "\n").compactMap { $0.split(whereSeparator: \.isWhitespace).first.map(String.init) })
    for reactor in Reactor.allCases { #expect(known.contains(reactor.rawValue), "\(reactor)") }
  }
}
