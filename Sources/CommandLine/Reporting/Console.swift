import Diagnostics
import Glibc
import Synchronization
import Toolbox

/// Where a run tells what it did: results on standard output, everything else on standard error.
struct Console: BuildListener {
  let name: String
  let isQuiet: Bool
  private let isColoured: Bool
  private let progressLine: ProgressLine?

  init(name: String, isQuiet: Bool, environment: [String: String]) {
    self.name = name
    self.isQuiet = isQuiet
    // no-color.org: set and not empty.
    let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    progressLine = isTerminal && !isQuiet ? ProgressLine() : nil
    let columns = Self.columns(of: STDOUT_FILENO) ?? environment["COLUMNS"].flatMap(Int.init) ?? 80
    width = min(max(columns, 40), 120)
    lineWidth = min(Self.columns(of: STDERR_FILENO) ?? 80, 80) - 2
    isColoured =
      isatty(STDERR_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
  }

  /// The columns of the terminal that results go to: what it says itself, else `COLUMNS`, else 80 (ioctl_tty(2)).
  let width: Int
  /// What fits on one line of the terminal that messages go to.
  private let lineWidth: Int

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 10 ? Int(size.ws_col) : nil
  }

  /// Whether the results are read by a person, now: a terminal shows them, and nobody asked for quiet.
  var isForPeople: Bool { !isQuiet && isatty(STDOUT_FILENO) == 1 }

  /// Notes are for those who did not ask for quiet; warnings and errors are for everyone.
  package func tell(_ diagnostic: Diagnostic) {
    if isQuiet && diagnostic.severity == .note { return }
    finishProgress()
    // Lines after the first are indented, so that no text of a file's can pass for a message of its own.
    let lines = diagnostic.description.visible.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.prefix(1) + lines.dropFirst().map { $0.hasPrefix("  ") ? $0 : "  " + $0 }
    write("\(name): \(label(diagnostic.severity))\(text.joined(separator: "\n"))\n", to: STDERR_FILENO)
  }

  /// A line of the result.
  func result(_ line: String) {
    finishProgress()
    if !isQuiet { answer(line + "\n") }
  }

  /// What was made: its path alone for those who asked for quiet, and for programs.
  func made(_ path: String, as sentence: (String) -> String = { $0 }) {
    finishProgress()
    answer((isQuiet ? path : sentence(path)) + "\n")
  }

  /// What is being done: a line that the next one takes the place of, on a terminal only.
  package func progress(_ text: String) {
    guard let progressLine else { return }
    let line = "\(name): \(text)".visibleLine
    write("\r\(line.count > lineWidth ? line.prefix(lineWidth - 1) + "…" : line[...])\u{1B}[K", to: STDERR_FILENO)
    progressLine.isShown.store(true, ordering: .relaxed)
  }

  /// Takes the line away.
  func finishProgress() {
    guard let progressLine, progressLine.isShown.exchange(false, ordering: .relaxed) else { return }
    write("\r\u{1B}[K", to: STDERR_FILENO)
  }

  /// A command that was run, as a shell would take it (`--verbose`).
  func tell(command words: [String], took time: Duration) {
    let isPlain: (Character) -> Bool = { $0.isLetter || $0.isNumber || "-_./=+:@%,".contains($0) }
    let line = words.map { $0.isEmpty || !$0.allSatisfy(isPlain) ? "'\($0)'" : $0 }.joined(separator: " ")
    let (seconds, parts) = time.components
    let hundredths = parts / 10_000_000_000_000_000
    remark("\(name): ran: \(line.visibleLine) (\(seconds).\(hundredths < 10 ? "0" : "")\(hundredths) s)\n")
  }

  /// What is said for people beside the results.
  func remark(_ text: String) {
    finishProgress()
    write(text, to: STDERR_FILENO)
  }

  /// What was asked for by name, such as the help.
  ///
  /// Programs get each byte; a terminal nothing that it would act on, such as the names of folders can hold.
  func answer(_ text: String) { write(isatty(STDOUT_FILENO) == 1 ? text.visible : text, to: STDOUT_FILENO) }

  private func label(_ severity: Diagnostic.Severity) -> String {
    let (text, colour) =
      switch severity {
      case .note: ("note: ", "36")
      case .warning: ("warning: ", "33")
      case .error: ("error: ", "31")
      }
    return isColoured ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }

  private func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}

/// Whether there is a line about what is being done.
private final class ProgressLine: Sendable {
  let isShown = Atomic(false)
}
