import Diagnostics

/// The SysV runlevels in which a service runs and those in which it is stopped, with its place in each (LSB, init
/// script comment conventions; chkconfig(8)).
package struct Runlevels: Sendable, Equatable {
  package var start: [Int]
  package var stop: [Int]
  /// chkconfig's places among the scripts of a level, 0 to 99; insserv and systemd go by the LSB header instead.
  package var startPriority: Int
  package var stopPriority: Int

  /// Up in the multi-user levels, down for halt, single user and reboot.
  package static let usual = Self(start: [2, 3, 4, 5], stop: [0, 1, 6], startPriority: 80, stopPriority: 20)

  private init(start: [Int], stop: [Int], startPriority: Int, stopPriority: Int) {
    self.start = start
    self.stop = stop
    self.startPriority = startPriority
    self.stopPriority = stopPriority
  }

  /// - Throws: A usage failure for a level in both sets.
  package func validate() throws(Failure) {
    if let level = Set(start).intersection(stop).min() {
      throw Failure.usage(
        .optionValue, "runlevel \(level) is among those that start the service and those that stop it",
        remedy: "take it out of --runlevels or --stop-runlevels")
    }
  }

  /// Reads `2345`, `2 3` or `2,3`.
  package static func levels(_ text: String, of option: String) throws(Failure) -> [Int] {
    let levels = text.unicodeScalars.compactMap { scalar -> Int? in
      ("0"..."6").contains(scalar) ? Int(scalar.value) - 0x30 : nil
    }
    let separators = text.unicodeScalars.filter { $0 == " " || $0 == "," }.count
    guard !levels.isEmpty, levels.count + separators == text.unicodeScalars.count else {
      throw Failure.usage(
        .optionValue, "\(option) takes runlevels from 0 to 6, not \(quoted(text))", remedy: "write them like 2345")
    }
    return Set(levels).sorted()
  }

  /// Reads a place among the scripts of a level.
  package static func priority(_ text: String, of option: String) throws(Failure) -> Int {
    guard let number = Int(text), (0...99).contains(number) else {
      throw Failure.usage(
        .optionValue, "\(option) takes a number from 0 to 99, not \(quoted(text))", remedy: "80 is usual")
    }
    return number
  }
}
