import Diagnostics
import Glibc
import Synchronization

/// What a run looked at on this machine, and how long the programs took that it started. From the first follows whether
/// the same run would make the same again.
package final class RunRecord: Sendable {
  /// One look at something outside of the run.
  package struct Use: Hashable, Sendable {
    package enum Kind: String, Sendable {
      /// What is in a file.
      case contents = "f"
      /// What something is, or that it is not there.
      case status = "s"
      /// What a folder holds.
      case names = "d"
      /// When a file was last modified.
      case time = "t"
      /// A variable of the environment.
      case variable = "v"
    }
    package let kind: Kind
    package let path: String

    package init(_ kind: Kind, _ path: String) { (self.kind, self.path) = (kind, path) }

    /// Its kind's letter, and the path.
    package var text: String { kind.rawValue + path }

    package init?(text: String) {
      guard let letter = text.unicodeScalars.first, let kind = Kind(rawValue: String(letter)) else { return nil }
      self.init(kind, String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())))
    }
  }

  /// The record of the run that this code is a part of.
  package static var current: RunRecord? { around.value }
  package static let around = ThreadLocal<RunRecord>()

  private struct State {
    var uses = OrderedSet<Use>()
    var seen: [String: FileStatus] = [:]
    var isComplete = true
    var programs: [(name: String, time: Duration)] = []
  }

  private let state = Mutex(State())
  private let workspace: String
  /// Told of each command once it has ended, and how long it took.
  private let hears: (@Sendable (_ words: [String], _ time: Duration) -> Void)?

  /// - Parameter workspace: A folder of the run's own, of which nothing is recorded.
  package init(
    ignoring workspace: String, hearing hears: (@Sendable (_ words: [String], _ time: Duration) -> Void)? = nil
  ) {
    self.workspace = workspace
    self.hears = hears
  }

  package static func note(_ kind: Use.Kind, _ path: String, status: FileStatus? = nil) {
    guard let current, !path.hasPrefix(current.workspace) else { return }
    current.state.withLock { state in
      state.uses.append(Use(kind, path))
      if let status, state.seen[path] == nil { state.seen[path] = status }
    }
  }

  /// Says that the run depends on more than is recorded: on a network, a repository, a key.
  package static func giveUp() { current?.state.withLock { $0.isComplete = false } }

  static func ran(_ program: Program, _ arguments: [String], for time: Duration) {
    current?.state.withLock { $0.programs.append((program.name, time)) }
    current?.hears?([program.name] + arguments, time)
  }

  /// How long programs took, in the order in which they ended.
  package var programs: [(name: String, time: Duration)] { state.withLock { $0.programs } }

  /// What the run looked at; `nil` where that is not all that it depends on, or has changed since.
  package func settled() -> [Use]? {
    let state = state.withLock { $0 }
    guard state.isComplete else { return nil }
    for (path, status) in state.seen {
      var now = stat()
      guard stat(path, &now) == 0, FileStatus(now).isUnchanged(from: status) else { return nil }
    }
    return state.uses.elements
  }
}
