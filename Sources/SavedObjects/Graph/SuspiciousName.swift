/// Names that run commands or code and that pickles which attack their reader are made of.
package enum SuspiciousName {
  package static func contains(_ name: QualifiedName) -> Bool {
    let top = name.module.prefix { $0 != "." }
    if modules.contains(top) { return true }
    switch name.module {
    case "__builtin__", "builtins", "__builtins__":
      return builtins.contains(name.name.prefix { $0 != "." })
    case "os", "posix", "nt": return !harmless.contains(name.name)
    default: return false
    }
  }

  private static let modules: Set<Substring> = [
    "subprocess", "commands", "popen2", "pty", "ctypes", "importlib", "imp", "runpy", "code", "codeop", "webbrowser",
    "socket", "pdb", "bdb", "timeit", "cProfile", "profile", "trace", "pip", "marshal", "shutil", "sys", "pydoc",
  ]

  private static let builtins: Set<Substring> = [
    "eval", "exec", "execfile", "compile", "__import__", "open", "file", "input", "raw_input", "breakpoint", "apply",
    "getattr", "setattr", "delattr", "globals", "locals", "vars", "map", "filter", "reload",
  ]

  /// What an `os` module offers without touching anything.
  private static let harmless: Set<String> = ["stat_result", "statvfs_result", "path", "environ", "error", "_Environ"]
}
