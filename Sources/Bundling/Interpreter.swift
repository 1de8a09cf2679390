import Diagnostics
import PackageModel
import Toolbox

/// A Python of this system, which the environment is made with and for.
struct Interpreter: Sendable, Equatable {
  let path: String
  let release: PythonRelease
  /// Whether it is what `python3` means on this system.
  let isDefault: Bool
  /// The version of its pip; `nil` where it has none.
  let pip: String?

  /// Asks an interpreter what it is.
  ///
  /// - Throws: A failure for one that the target could not have: from a virtual environment or an unpackaged place.
  init(_ path: String, in workspace: Workspace) throws(Failure) {
    let said = try Program(path, package: "python3").run(
      ["-I", "-c", Self.question], environment: ["LC_ALL": "C.UTF-8"], in: workspace)
    let answers = said.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard answers.count >= 6, let release = PythonRelease(answers[1]) else {
      throw Failure.build(
        .interpreter, "\(quoted(path)) is not a Python interpreter", remedy: "name an interpreter with --python")
    }
    guard answers[0] == "cpython", answers[2] == release.interpreter else {
      throw Failure.usage(
        .interpreter, "\(path) is \(answers[0]) of \(answers[2]), which no package brings to the target",
        remedy: "give --python \(BundleRequest.usualInterpreter)")
    }
    guard release >= PythonRelease(major: 3, minor: 8) else {
      throw Failure.usage(
        .interpreter, "\(path) is Python \(release), and 3.8 is the oldest", remedy: "give another --python")
    }
    self.path = path
    self.release = release
    isDefault = answers[3] == answers[2]
    pip = answers[4].isEmpty ? nil : answers[4]
    guard answers[5] == "venv" else {
      throw Failure.build(
        .interpreter, "\(path) has no venv module", remedy: Installer.ofMachine.command("python3-venv", for: "python3"))
    }
  }

  /// pip 22.3 learned to install for another interpreter (`--python`).
  func requirePip() throws(Failure) {
    guard let pip else {
      throw Failure.build(
        .interpreter, "\(path) has no pip, which installs the environment's contents",
        remedy:
          "\(Installer.ofMachine.command("python3-pip")), or name a virtual environment that is ready with --bundle")
    }
    let parts = pip.split(separator: ".").prefix(2).map { Int($0) ?? 0 }
    guard parts.count == 2, (parts[0], parts[1]) >= (22, 3) else {
      throw Failure.build(
        .interpreter, "pip \(pip) of \(path) is too old: 22.3 is needed",
        remedy: "name a virtual environment that is ready with --bundle")
    }
  }

  /// What the interpreter is told to print: it runs no code but Python's own.
  private static let question = """
    import os, shutil, sys
    def have(name):
        try:
            return __import__(name)
        except ImportError:
            return None
    print(sys.implementation.name)
    print("%d.%d" % sys.version_info[:2])
    print(os.path.realpath(sys.executable) if sys.prefix == sys.base_prefix else sys.executable)
    print(os.path.realpath("/usr/bin/python3"))
    print(getattr(have("pip"), "__version__", ""))
    print("venv" if have("venv") else "")
    """
}
