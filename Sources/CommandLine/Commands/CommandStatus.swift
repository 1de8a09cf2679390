import Diagnostics

/// How a command ends: 0 done, or the status of the failure that it told of.
enum CommandStatus {
  /// Runs a command with this process's arguments and environment.
  static func of(
    _ name: String, _ vector: UnsafeBufferPointer<UnsafeMutablePointer<CChar>?>,
    run: (_ arguments: [String], _ environment: [String: String]) throws(Failure) -> Void
  ) -> Int32 {
    let environment = ProcessContext.environment
    do {
      try ProcessContext.checkEnvironment()
      try run(ProcessContext.arguments(vector), environment)
      return 0
    } catch {
      let console = Console(name: name, isQuiet: false, environment: environment)
      for diagnostic in error.diagnostics { console.tell(diagnostic) }
      return error.kind.exitStatus
    }
  }
}
