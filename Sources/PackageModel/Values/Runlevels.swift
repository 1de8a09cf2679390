import Diagnostics

/// The SysV runlevels in which a service runs and those in which it is stopped, with its place in each (LSB, init
/// script comment conventions; chkconfig(8)).
package struct Runlevels: Sendable, Equatable {
  package let start: [Int]
  package let stop: [Int]
  /// chkconfig's places among the scripts of a level, 0 to 99; insserv and systemd go by the LSB header instead.
  package let startPriority: Int
  package let stopPriority: Int

  /// Up in the multi-user levels, down for halt, single user and reboot.
  package static let usual = Self(start: [2, 3, 4, 5], stop: [0, 1, 6], startPriority: 80, stopPriority: 20)

  private init(start: [Int], stop: [Int], startPriority: Int, stopPriority: Int) {
    self.start = start
    self.stop = stop
    self.startPriority = startPriority
    self.stopPriority = stopPriority
  }

  /// - Parameters: The texts of the options; `nil` for what is usual.
  /// - Throws: A usage failure for what is no level or place, and for a level in both sets.
  package init(start: String?, stop: String?, startPriority: String?, stopPriority: String?) throws(Failure) {
    let usual = Self.usual
    self.start = try start.map { text throws(Failure) in try Self.levels(text, "--runlevels") } ?? usual.start
    self.stop = try stop.map { text throws(Failure) in try Self.levels(text, "--stop-runlevels") } ?? usual.stop
    self.startPriority =
      try startPriority.map { text throws(Failure) in try Self.priority(text, "--start-priority") }
      ?? usual.startPriority
    self.stopPriority =
      try stopPriority.map { text throws(Failure) in try Self.priority(text, "--stop-priority") } ?? usual.stopPriority
    let both = Set(self.start).intersection(self.stop).sorted()
    if let level = both.first {
      throw Failure(
        .usage, "runlevel \(level) is among those that start the service and those that stop it",
        remedy: "take it out of --runlevels or --stop-runlevels")
    }
  }

  private static func levels(_ text: String, _ option: String) throws(Failure) -> [Int] {
    let levels = text.unicodeScalars.compactMap { scalar -> Int? in
      ("0"..."6").contains(scalar) ? Int(scalar.value) - 0x30 : nil
    }
    let separators = text.unicodeScalars.filter { $0 == " " || $0 == "," }.count
    guard !levels.isEmpty, levels.count + separators == text.unicodeScalars.count else {
      throw Failure(
        .usage, "\(option) takes runlevels from 0 to 6, not \(quoted(text))", remedy: "write them like 2345")
    }
    return Set(levels).sorted()
  }

  private static func priority(_ text: String, _ option: String) throws(Failure) -> Int {
    guard let number = Int(text), (0...99).contains(number) else {
      throw Failure(.usage, "\(option) takes a number from 0 to 99, not \(quoted(text))", remedy: "80 is usual")
    }
    return number
  }
}
