import Diagnostics
import PackageModel
import Testing

/// SysV runlevels and places among the scripts of a level.
@Suite struct RunlevelsTests {
  private func levels(
    start: String? = nil, stop: String? = nil, startPriority: String? = nil, stopPriority: String? = nil
  ) throws(Failure) -> Runlevels {
    var levels = Runlevels.usual
    if let start { levels.start = try Runlevels.levels(start, of: "--runlevels") }
    if let stop { levels.stop = try Runlevels.levels(stop, of: "--stop-runlevels") }
    if let startPriority { levels.startPriority = try Runlevels.priority(startPriority, of: "--start-priority") }
    if let stopPriority { levels.stopPriority = try Runlevels.priority(stopPriority, of: "--stop-priority") }
    try levels.validate()
    return levels
  }

  @Test func areUsualUnlessSaid() throws {
    #expect(try levels() == .usual)
    #expect(Runlevels.usual.start == [2, 3, 4, 5] && Runlevels.usual.stop == [0, 1, 6])
  }

  @Test(arguments: [("35", [3, 5]), ("5,3", [3, 5]), ("3 5 3", [3, 5]), ("2", [2])])
  func areASet(text: String, wanted: [Int]) throws {
    #expect(try levels(start: text).start == wanted)
    #expect(try levels(start: "4", stop: text).stop == wanted)
  }

  @Test(arguments: ["", " ", ",", "9", "7", "2-5", "235S", "-1", "٣", "2\n", "start"])
  func refusesWhatIsNoLevel(text: String) {
    for (error, option) in [
      (#expect(throws: Failure.self) { try levels(start: text) }, "--runlevels"),
      (#expect(throws: Failure.self) { try levels(stop: text) }, "--stop-runlevels"),
    ] {
      #expect(error?.kind == .usage)
      #expect(error?.diagnostics.first?.message.hasPrefix("\(option) takes") == true)
      #expect(error?.diagnostics.first?.remedy != nil)
    }
  }

  /// insserv refuses a script with a level in both lines.
  @Test(arguments: [("2345", "0156", 5), ("1", nil, 1), (nil, "0126", 2)] as [(String?, String?, Int)])
  func refusesALevelInBothSets(start: String?, stop: String?, level: Int) {
    let error = #expect(throws: Failure.self) { try levels(start: start, stop: stop) }
    #expect(error?.diagnostics.first?.message.contains("runlevel \(level) ") == true)
  }

  @Test(arguments: [("0", 0), ("99", 99), ("07", 7)])
  func havePlaces(text: String, number: Int) throws {
    #expect(try levels(startPriority: text).startPriority == number)
    #expect(try levels(stopPriority: text).stopPriority == number)
  }

  @Test(arguments: ["", "100", "-1", "x", "1.5", "99999999999999999999"])
  func refusesOtherPlaces(text: String) {
    let error = #expect(throws: Failure.self) { try levels(startPriority: text) }
    #expect(error?.diagnostics.first?.message.contains("--start-priority") == true)
    #expect(throws: Failure.self) { try levels(stopPriority: text) }
  }
}
