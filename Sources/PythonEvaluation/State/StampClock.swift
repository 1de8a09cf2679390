/// The source of stamps, one for all the ways through a program.
package final class StampClock {
  private var now: UInt64 = 0
  private var work = 0

  package func tick() -> UInt64 {
    now += 1
    return now
  }

  /// Notes that ways were joined, by the size of what was compared.
  package func addWork(_ amount: Int) { work += amount }

  /// The work that was done since this was last asked.
  package func takeWork() -> Int {
    defer { work = 0 }
    return work / 8
  }
}
