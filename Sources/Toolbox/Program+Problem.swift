import Diagnostics

extension Program {
  /// Why a program did not do what it was run for.
  package enum Problem: Error, Sendable, Equatable {
    case notInstalled
    case exit(status: Int32, said: String)
    case signal(Int32, said: String)
    case timedOut(seconds: Int, said: String)
    /// It failed, and there is hardly any room left where it works.
    case noRoom(status: Int32, said: String)
    /// It wrote more into the workspace than it may.
    case wroteTooMuch(limit: Int, said: String)
    /// The system could not start it, or what was done meanwhile failed.
    case other(Failure)
  }

  /// The problem as a build failure, with the last lines that the program said.
  package func failure(_ problem: Problem) -> Failure {
    switch problem {
    case .notInstalled:
      return Failure.build(
        .programMissing, "\(name) is not installed", remedy: Installer.ofMachine.command(package, for: name))
    case .exit(let status, let said): return ending("ended with exit status \(status)", said)
    case .noRoom(let status, let said):
      return ending(
        "ended with exit status \(status)", said, remedy: "free some space, or set TMPDIR to a place with more")
    case .signal(let signal, let said): return ending("ended with signal \(signal)", said)
    case .timedOut(let seconds, let said): return ending("did not end within \(seconds) seconds", said)
    case .wroteTooMuch(let limit, let said):
      return ending("was ended because it wrote more than \(limit >> 20) MiB", said)
    case .other(let failure): return failure
    }
  }

  private func ending(_ how: String, _ said: String, remedy: String? = nil) -> Failure {
    let lines = said.split(whereSeparator: \.isNewline).suffix(12).map { "\n  \($0)" }.joined()
    return Failure.build(
      .programFailed, "\(name) \(how)\(lines.isEmpty ? "" : ":\(lines)")", remedy: remedy)
  }
}
