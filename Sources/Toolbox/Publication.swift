import Diagnostics
import Glibc

/// Puts finished artefacts where the user wants them: each appears whole or not at all.
package struct Publication: Sendable {
  private let workspace: Workspace
  private var steps: [Step] = []

  private struct Step: Sendable {
    var source: String
    var destination: String
  }

  package init(from workspace: Workspace) { self.workspace = workspace }

  /// Plans to move a file or folder of the workspace to a place; what is there is replaced.
  package mutating func move(_ source: String, to destination: String) {
    steps.append(Step(source: source, destination: destination))
  }

  /// Carries out the plan. Slow copies come first, then nothing but renames, which no signal interrupts.
  ///
  /// - Throws: A build failure; nothing has been replaced then, unless the last renames themselves failed.
  package func commit() throws(Failure) {
    var staged: [Step] = []
    do {
      for step in steps { staged.append(try stage(step)) }
      try workspace.interruption.shield { () throws(Failure) in
        for step in staged { try replace(step) }
      }
    } catch {
      for step in staged { FileSystem.remove(step.source) }
      throw error
    }
  }

  /// Brings the source to the file system of the destination, beside it and under a hidden name.
  private func stage(_ step: Step) throws(Failure) -> Step {
    let folder = step.destination.folder
    try FileSystem.makeFolder(folder)
    if Self.device(step.source) == Self.device(folder) && access(folder, W_OK) == 0 { return step }
    let name = step.destination.lastComponent
    let aside = "\(folder)/.\(name).\(getpid())"
    FileSystem.remove(aside)
    do {
      try Self.copy(step.source, to: aside)
    } catch {
      FileSystem.remove(aside)
      throw error
    }
    return Step(source: aside, destination: step.destination)
  }

  private func replace(_ step: Step) throws(Failure) {
    if rename(step.source, step.destination) == 0 { return }
    let error = SystemError()
    // A folder that is not empty cannot be renamed over: the old one steps aside first.
    if [ENOTEMPTY, EEXIST].contains(error.code) {
      let old = "\(step.destination.folder)/.\(step.destination.lastComponent).\(getpid()).old"
      if rename(step.destination, old) == 0 {
        if rename(step.source, step.destination) == 0 {
          FileSystem.remove(old)
          return
        }
        rename(old, step.destination)
      }
    }
    throw error.failure(.build, "write", step.destination)
  }

  private static func device(_ path: String) -> dev_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_dev : nil
  }

  private static func copy(_ source: String, to destination: String) throws(Failure) {
    var status = stat()
    guard lstat(source, &status) == 0 else { throw SystemError().failure(.build, "read", source) }
    if status.st_mode & S_IFMT == S_IFDIR {
      guard mkdir(destination, status.st_mode & 0o7777) == 0 else {
        throw SystemError().failure(.build, "write", destination)
      }
      for name in try FileSystem.names(in: source) { try copy("\(source)/\(name)", to: "\(destination)/\(name)") }
    } else {
      try FileSystem.copyFile(source, to: destination, mode: status.st_mode & 0o7777)
    }
    try FileSystem.setTime(destination, Int(status.st_mtim.tv_sec))
  }
}

extension String {
  var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  var lastComponent: String {
    guard let slash = lastIndex(of: "/") else { return self }
    return String(self[index(after: slash)...])
  }
}
