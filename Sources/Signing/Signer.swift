import Diagnostics
import Glibc
import Toolbox

/// Signs files with one key.
package struct Signer: Sendable, Equatable {
  package let key: SigningKey
  let gpg: GnuPG

  /// Puts a text file inside its own signature, as debsign(1) does (RFC 4880, 7).
  package func clearsign(_ path: String, in workspace: Workspace) throws(Failure) {
    let signed = "\(path).signed"
    try clearsign(path, as: signed, in: workspace)
    guard rename(signed, path) == 0 else { throw SystemError().failure(.build, to: "write", path) }
  }

  /// Writes the clear-signed form of a text file, such as `InRelease`.
  package func clearsign(_ path: String, as signed: String, in workspace: Workspace) throws(Failure) {
    try sign(["--textmode", "--clearsign"], path, as: signed, in: workspace)
  }

  /// Writes an armoured signature apart from the file, such as `Release.gpg`.
  package func detach(_ path: String, as signature: String, in workspace: Workspace) throws(Failure) {
    try sign(["--detach-sign"], path, as: signature, in: workspace)
  }

  private func sign(
    _ mode: [String], _ path: String, as output: String, in workspace: Workspace
  ) throws(Failure) {
    do throws(Program.Problem) {
      try gpg.run(
        ["--digest-algo", "SHA512", "--armor", "--local-user", key.fingerprint, "--output", output] + mode + [path],
        in: workspace)
    } catch {
      throw Self.failure(error, of: .gpg)
    }
  }

  /// Signs RPM packages in place (rpmsign(8)).
  package func sign(packages: [String], in workspace: Workspace) throws(Failure) {
    // What gpg is told passes a macro and a parser of words.
    let words = gpg.answers.map { "\"\($0.replacing("%", with: "%%"))\"" }.joined(separator: " ")
    do throws(Program.Problem) {
      try Program.rpmsign.attempt(
        [
          "--addsign", "--define", "_gpg_name \(key.fingerprint)",
          "--define", "_gpg_sign_cmd_extra_args --no-tty \(words)", "--define", "_tmppath \(workspace.path)",
          "--define", "__gpg \(gpg.path.replacing("%", with: "%%"))",
        ] + packages,
        environment: gpg.environment(home: workspace.path), in: workspace, timeout: gpg.timeout)
    } catch {
      throw Self.failure(error, of: .rpmsign)
    }
  }

  /// With the way out that fits a signature which was not made.
  private static func failure(_ problem: Program.Problem, of program: Program) -> Failure {
    var failure = program.failure(problem)
    guard !failure.diagnostics.isEmpty, failure.diagnostics[0].remedy == nil else { return failure }
    failure.diagnostics[0].remedy =
      if case .timedOut = problem {
        "see what gpg-agent waits for; --sign-timeout gives it longer, --unsigned goes without"
      } else {
        "give the key's passphrase with --sign-passphrase-file, or leave the artefacts unsigned with --unsigned"
      }
    return failure
  }
}
