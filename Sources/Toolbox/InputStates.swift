import Glibc
import Synchronization

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
