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

/// What is found now where a run looked, each thing looked at once however many ask.
package struct InputStates {
  private let environment: [String: String]
  private var known: [RunRecord.Use: String] = [:]

  package init(environment: [String: String]) { self.environment = environment }

  /// A digest of what is found for all of them; the same only where everything is as it was.
  package mutating func digest(of uses: [RunRecord.Use]) -> String {
    var text: [UInt8] = []
    for use in uses {
      text += use.kind.rawValue.utf8
      text += use.path.utf8
      text.append(0)
      text += state(of: use).utf8
      text.append(0)
    }
    return SHA256.hexDigest(text)
  }

  private mutating func state(of use: RunRecord.Use) -> String {
    if let state = known[use] { return state }
    let state = found(use)
    known[use] = state
    return state
  }

  private func found(_ use: RunRecord.Use) -> String {
    switch use.kind {
    case .contents: return FileDigest.of(use.path).map { "\($0.sha256) \($0.mode)" } ?? "-"
    case .names: return ((try? FileSystem.names(in: use.path)) ?? ["-"]).joined(separator: "/")
    case .variable: return environment[use.path].map { "=\($0)" } ?? "-"
    case .time:
      // Nothing takes its date from a file then.
      if environment["SOURCE_DATE_EPOCH"]?.isEmpty == false { return "epoch" }
      var status = stat()
      return stat(use.path, &status) == 0 ? "\(status.st_mtim.tv_sec)" : "-"
    case .status:
      var status = stat()
      guard lstat(use.path, &status) == 0 else { return "-" }
      let own = FileStatus(status)
      guard own.kind == .link else { return "\(own.kind) \(own.mode)\(own.kind == .file ? " \(own.size)" : "")" }
      let target = stat(use.path, &status) == 0 ? "\(FileStatus(status).kind)" : "-"
      return "link \(target) \(FileSystem.real(use.path) ?? "")"
    }
  }
}

/// A file's contents by their digest.
package struct FileDigest: Sendable, Equatable {
  package let sha256: String
  package let size: Int
  package let mode: mode_t

  private static let pieceSize = 1 << 20

  /// - Returns: `nil` for what is not a regular file, or cannot be read.
  package static func of(_ path: String) -> FileDigest? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var (digest, size) = (SHA256(), 0)
    var piece = [UInt8](repeating: 0, count: min(max(Int(status.st_size), 1), pieceSize))
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      digest.absorb(piece[..<count])
      size += count
    }
    return FileDigest(sha256: digest.finish(), size: size, mode: status.st_mode & 0o7777)
  }
}
