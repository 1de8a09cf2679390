import Diagnostics
import Glibc
import ApplicationFacts
import TwistedApplication

/// What reading a file once took, measured by the process that read it.
struct ReadingFigures {
  /// Processor time in user mode, in seconds: another process on the machine does not lengthen it.
  let seconds: Double
  /// The most memory that the process ever held, the input included, in bytes.
  let peak: Int
  let wasRefused: Bool

  /// Reads a file in this process.
  static func measure(_ bytes: [UInt8], file: String) -> ReadingFigures {
    let start = userTime()
    var wasRefused = false
    do {
      _ = try ApplicationReader.read(bytes, file: file)
    } catch {
      wasRefused = true
    }
    return ReadingFigures(seconds: userTime() - start, peak: peakMemory(), wasRefused: wasRefused)
  }

  /// The form in which the reading process hands its figures to the one that asked.
  var line: String { "\(seconds) \(peak) \(wasRefused)" }

  init?(line: String) {
    let words = line.split { $0 == " " || $0 == "\n" }
    guard words.count == 3, let seconds = Double(words[0]), let peak = Int(words[1]),
      let refused = Bool(String(words[2]))
    else { return nil }
    self.init(seconds: seconds, peak: peak, wasRefused: refused)
  }

  private init(seconds: Double, peak: Int, wasRefused: Bool) {
    self.seconds = seconds
    self.peak = peak
    self.wasRefused = wasRefused
  }

  private static func userTime() -> Double { Double(usage().ru_utime.tv_sec) + Double(usage().ru_utime.tv_usec) / 1e6 }

  /// getrusage(2) counts in kilobytes.
  private static func peakMemory() -> Int { usage().ru_maxrss * 1024 }

  private static func usage() -> rusage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
  }
}
