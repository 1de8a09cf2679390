import Diagnostics
import Glibc
import Toolbox

/// What is told while several packages are made: on a terminal a live line for each that is being made and one for all, in
/// a CI system's log a line for each that is done, and nothing where messages go to a pipe or a file.
struct FleetProgress {
  private enum Manner { case live, plain, silent }

  private let manner: Manner
  private let name: String
  private let total: Int
  private let width: Int
  private let start = Clock.uptime
  private var done = 0
  private var failed = 0
  /// When each that is being made was begun.
  private var begun: [Int: Duration] = [:]
  private var shown = 0
  private var last: Duration?

  init(of total: Int, _ console: Console, in context: BuildContext, isAsked: Bool) {
    let environment = context.environment
    (self.total, name, width) = (total, console.name, console.width)
    let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    let isCI = environment["CI"].map { !["", "0", "false"].contains($0) } ?? false
    manner = console.isQuiet ? .silent : isCI || (isAsked && !isTerminal) ? .plain : isTerminal ? .live : .silent
  }

  /// Shows what is being made, ten times a second at most.
  mutating func show(_ running: [Int], _ title: (Int) -> String) {
    guard manner == .live else { return }
    let now = Clock.uptime
    for index in running where begun[index] == nil { begun[index] = now }
    if let last, now - last < .milliseconds(100) { return }
    last = now
    var lines = running.map { "  \(title($0))  \(Self.text(now - (begun[$0] ?? now)))" }
    lines.append("\(name): \(done) of \(total) done\(failed > 0 ? ", \(failed) failed" : "")\(left(now))")
    var text = Self.rewind(shown)
    for (index, line) in lines.enumerated() {
      let plain = line.visibleLine
      text += (plain.count > width ? plain.prefix(width - 1) + "…" : plain[...]) + "\u{1B}[K"
      if index < lines.count - 1 { text += "\n" }
    }
    shown = lines.count
    write(text)
  }

  /// Takes note of one that is done, and takes the live lines away, for what is to be told of it.
  mutating func finish(_ index: Int, of title: String, _ outcome: FleetOutcome, answer: FleetAnswer?) {
    done += 1
    if outcome == .failed { failed += 1 }
    begun[index] = nil
    clear()
    guard manner == .plain else { return }
    let package = answer?.packages.first.map { ": \($0.name) \($0.version)" } ?? ""
    let time = outcome == .unchanged ? "" : ", \(Self.text(.seconds(answer?.seconds ?? 0)))"
    write("\(name): [\(done)/\(total)] \(title) \(outcome.rawValue)\(time)\(package)".visibleLine + "\n")
  }

  mutating func clear() {
    guard shown > 0 else { return }
    write(Self.rewind(shown) + "\u{1B}[J")
    (shown, last) = (0, nil)
  }

  /// The time that the rest will take, if it takes as long as what is done did.
  private func left(_ now: Duration) -> String {
    guard done > 0, done < total else { return "" }
    return ", about \(Self.text((now - start) / done * (total - done))) left"
  }

  private static func rewind(_ count: Int) -> String { count > 1 ? "\r\u{1B}[\(count - 1)A" : "\r" }

  /// `0.4 s`, `12 s`, `3 min`.
  static func text(_ time: Duration) -> String {
    let tenths = Int((time.inSeconds * 10).rounded())
    if tenths < 100 { return "\(tenths / 10).\(tenths % 10) s" }
    return tenths < 1200 ? "\((tenths + 5) / 10) s" : "\((tenths + 300) / 600) min"
  }

  private func write(_ text: String) { _ = FileSystem.writeAll(Array(text.utf8)[...], to: STDERR_FILENO) }
}
