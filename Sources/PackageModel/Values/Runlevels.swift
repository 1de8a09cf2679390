import Diagnostics

/// The SysV runlevels in which a service runs and those in which it is stopped (LSB init script conventions).
package struct Runlevels: Sendable, Equatable {
  package let start: [Int]
  package let stop: [Int]

  /// Up in the multi-user levels, down for halt, single user and reboot.
  package static let usual = Self(start: [2, 3, 4, 5], stop: [0, 1, 6])

  private init(start: [Int], stop: [Int]) {
    self.start = start
    self.stop = stop
  }
}
