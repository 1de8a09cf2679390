import Diagnostics
import Glibc
import Toolbox

/// How gpg(1) is called: without questions where nobody could answer, and never for longer than a limit.
package struct GnuPG: Sendable, Equatable {
  /// The seconds that a call may take before it is ended.
  package var timeout: Int
  /// The file whose first line is the key's passphrase.
  package var passphraseFile: String?
  private let variables: [String: String]

  /// What pinentry needs to ask the user.
  private static let terminals = ["GPG_TTY", "DISPLAY", "WAYLAND_DISPLAY"]
  private static let passed =
    ["PATH", "GNUPGHOME", "XAUTHORITY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "TERM"] + terminals

  package static let defaultTimeout = 60

  /// - Throws: A usage failure for a passphrase file that cannot be read.
  package init(
    _ context: BuildContext, passphraseFile: String? = nil, timeout: Int = GnuPG.defaultTimeout
  ) throws(Failure) {
    self.timeout = timeout
    let environment = context.environment
    if let passphraseFile {
      _ = try InputFile(passphraseFile, limit: 64 * 1024, kind: .usage)
      self.passphraseFile = passphraseFile.hasPrefix("/") ? passphraseFile : FileSystem.absolute(passphraseFile)
    }
    var variables = ["LC_ALL": "C.UTF-8", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
    for name in Self.passed { if let value = environment[name], !value.isEmpty { variables[name] = value } }
    if variables["GNUPGHOME"] == nil, let home = environment["HOME"], !home.isEmpty {
      variables["GNUPGHOME"] = "\(home)/.gnupg"
    }
    self.variables = variables
  }

  /// The environment of gpg, and of a program that calls it.
  ///
  /// - Parameter home: Where such a program looks for its own settings: an empty place.
  func environment(home: String) -> [String: String] { variables.merging(["HOME": home]) { $1 } }

  /// The options of every signature.
  ///
  /// With neither a passphrase file nor a terminal or display, a key that the agent does not have at hand is an error.
  var answers: [String] {
    if let passphraseFile { return ["--batch", "--pinentry-mode", "loopback", "--passphrase-file", passphraseFile] }
    return Self.terminals.contains { variables[$0] != nil } ? ["--batch"] : ["--batch", "--pinentry-mode", "error"]
  }

  @discardableResult
  func run(_ arguments: [String], in workspace: Workspace) throws(Program.Problem) -> String {
    try Program.gpg.attempt(
      ["--no-tty", "--quiet", "--no-auto-check-trustdb"] + answers + arguments,
      environment: environment(home: workspace.path), in: workspace, timeout: timeout)
  }

  /// Where gpg is; rpm's macros may name another program.
  var path: String {
    let folders = (variables["PATH"] ?? "").split(separator: ":").map { "\($0)/gpg" }
    return folders.first { access($0, X_OK) == 0 } ?? "gpg"
  }
}
