import Diagnostics
import Glibc
import Text

/// Puts finished artefacts where the user wants them: each appears whole or not at all, and all of them as nearly at once
/// as the file system allows.
///
/// All that takes time, or can fail for want of space or permission, is done before the first artefact is replaced. What
/// is left is a rename each, back to back, under a lock of the folder, so that two runs do not mix theirs. A process that
/// is killed between two of them leaves the first ones new and the last ones old: those who read should look for the last.
package struct Publication: Sendable {
  private let workspace: Workspace
  private var steps: [Step] = []

  private struct Step: Sendable {
    var source: String
    var destination: String
  }

  /// The permission bits that nothing published has.
  private let withheld: mode_t

  /// - Parameter withholding: Permission bits to take from all that is published, beside those of the umask.
  package init(from workspace: Workspace, withholding bits: mode_t = 0) {
    self.workspace = workspace
    withheld = bits | Umask.bits
  }

  /// Plans to move a file or folder of the workspace to a place; what is there is replaced.
  package mutating func move(_ source: String, to destination: String) {
    steps.append(Step(source: source, destination: destination))
  }

  /// Carries out the plan.
  ///
  /// - Throws: A build failure; what was there before is there again then.
  package func commit() throws(Failure) {
    // What lies there is nothing that the artefacts depend on.
    try RunRecord.around.with(nil) { () throws(Failure) in try commitAll() }
  }

  private func commitAll() throws(Failure) {
    for step in steps {
      try FileSystem.withhold(withheld, from: step.source)
      try FileSystem.makeFolder(Path(step.destination).folder)
      try Self.checkKind(step)
    }
    let staging = Staging(in: workspace)
    defer { staging.remove() }
    let staged = steps.map {
      Step(source: staging.place(of: $0.source, for: $0.destination), destination: $0.destination)
    }
    try staging.copy()
    let folder = steps.first.map { Path($0.destination).folder } ?? "."
    try workspace.interruption.shield { () throws(Failure) in
      try FolderLock.with(folder) { (isLocked: Bool) throws(Failure) in
        if isLocked, workspace.interruption.isUnswept(folder) { Staging.sweep(folder) }
        try staging.link()
        try Self.replaceAll(staged)
      }
    }
  }

  private static func replaceAll(_ steps: [Step]) throws(Failure) {
    var done: [(step: Step, replacement: Replacement)] = []
    for step in steps {
      do throws(SystemError) {
        done.append((step, try Replacement(of: step.destination, by: step.source)))
      } catch {
        for (step, replacement) in done.reversed() { replacement.undo(step.destination, step.source) }
        throw error.failure(.build, to: "write", step.destination)
      }
    }
  }

  /// A folder takes no file's place, and a file no folder's; a device, a FIFO or a socket is nobody's former artefact.
  private static func checkKind(_ step: Step) throws(Failure) {
    var status = stat()
    guard lstat(step.destination, &status) == 0 else { return }
    let kind = FileStatus(status).kind
    guard [.file, .folder, .link].contains(kind) else {
      throw FileProblem.notRegular(kind).failure(.build, step.destination, remedy: "name a file")
    }
    let isFolder = FileSystem.isFolder(step.source)
    guard FileSystem.isFolder(step.destination) == isFolder else {
      throw SystemError(isFolder ? ENOTDIR : EISDIR).failure(.build, to: "write", step.destination)
    }
  }
}

/// One artefact in its place, and how to have the former one back.
private enum Replacement {
  /// The former one has taken the new one's place.
  case exchanged
  /// There was none.
  case added
  /// There is no way back: the file system cannot exchange two names.
  case overwritten

  init(of destination: String, by source: String) throws(SystemError) {
    // Another process may make or remove the destination at any time, so a few attempts are made.
    for _ in 0..<16 {
      if Rename.exchange(source, destination) == 0 {
        self = .exchanged
        return
      }
      if errno == ENOENT {
        if Rename.withoutReplacing(source, destination) == 0 {
          self = .added
          return
        }
        if errno == EEXIST { continue }
      }
      break
    }
    // File systems without these flags: a folder that is not empty cannot be renamed over, so it steps aside first.
    let code = errno
    guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(code) else { throw SystemError(code) }
    if rename(source, destination) == 0 {
      self = .overwritten
      return
    }
    let problem = SystemError()
    let aside = "\(source).old"
    guard [ENOTEMPTY, EEXIST].contains(problem.code), rename(destination, aside) == 0 else { throw problem }
    guard rename(source, destination) == 0 else {
      let problem = SystemError()
      rename(aside, destination)
      throw problem
    }
    rename(aside, source)
    self = .exchanged
  }

  func undo(_ destination: String, _ source: String) {
    switch self {
    case .exchanged: _ = Rename.exchange(source, destination)
    case .added: rename(destination, source)
    case .overwritten: break
    }
  }
}
