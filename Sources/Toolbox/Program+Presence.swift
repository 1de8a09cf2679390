import Diagnostics
import Glibc

extension Program {
  /// Looks for the program as it will be looked for when it is run, so that a run ends before it has written anything.
  ///
  /// - Throws: A build failure that names the package where no folder of `PATH` has it.
  package func lookUp(in context: BuildContext) throws(Failure) {
    let folders = (context.environment["PATH"] ?? "/bin:/usr/bin").split(
      separator: ":", omittingEmptySubsequences: false)
    guard folders.contains(where: { access("\($0.isEmpty ? "." : $0)/\(name)", X_OK) == 0 }) else {
      throw failure(.notInstalled)
    }
  }
}
