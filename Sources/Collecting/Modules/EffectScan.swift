import Diagnostics
import PackageModel
import PythonSyntax

/// What the calls of a source do by their names. No way through the source is followed, so nothing is missed that has a
/// usual name, and what is told need not come to pass.
struct EffectScan {
  private(set) var effects: [(kind: CodeEffect.Kind, line: Int)] = []
  private static let countLimit = 500

  mutating func add(_ node: Node, in tree: SyntaxTree, _ table: NameTable) {
    guard effects.count < Self.countLimit else { return }
    if node.kind == .exec {
      effects.append((.runsUnknown, tree.line(node)))
    } else if let call = Call(node, in: tree, table), let kind = call.kind {
      effects.append((kind, tree.line(node)))
    }
  }

  /// A call, by the last name of what is called and the last of what that belongs to.
  private struct Call {
    let name: String
    /// `os` of `os.remove`; empty for a value that has no name.
    var receiver: String?
    private let arguments: [Node]
    private let tree: SyntaxTree
    private let table: NameTable

    init?(_ node: Node, in tree: SyntaxTree, _ table: NameTable) {
      guard node.kind == .call, let callee = tree.node(node.first) else { return nil }
      switch callee.kind {
      case .name: name = table.text(callee.first)
      case .attribute:
        name = table.text(callee.second)
        let owner = tree.node(callee.first)
        switch owner?.kind {
        case .name?: receiver = owner.map { table.text($0.first) }
        case .attribute?: receiver = owner.map { table.text($0.second) }
        default: receiver = ""
        }
      default: return nil
      }
      arguments = tree.list(node.second).compactMap(tree.node)
      (self.tree, self.table) = (tree, table)
    }

    var kind: CodeEffect.Kind? {
      if Self.writers.contains(name) || receiver.map({ Self.writersOf[$0]?.contains(name) == true }) == true {
        return .writes
      }
      if Self.starters.contains(name) || receiver.map({ Self.startersOf[$0]?.contains(name) == true }) == true {
        return .starts
      }
      switch name {
      case "open", "ZipFile", "TarFile": return mayWrite ? .writes : nil
      case "connect" where receiver == "sqlite3": return text(positional(0)) == ":memory:" ? nil : .writes
      case "ConnectionPool": return text(positional(0)).map { $0.contains("sqlite") } ?? true ? .writes : nil
      case "basicConfig": return keyword("filename") == nil ? nil : .writes
      case "exec", "execfile": return receiver == nil ? .runsUnknown : nil
      case "run_path", "run_module": return receiver == "runpy" ? .runsUnknown : nil
      case "import_module", "__import__", "namedAny", "namedModule":
        return positional(0).map { text($0) == nil } ?? false ? .runsUnknown : nil
      case "if_nameindex", "getifaddrs", "net_if_addrs": return .listsInterfaces
      default: return nil
      }
    }

    /// Whether a mode asks for more than reading; one that is not told may.
    private var mayWrite: Bool {
      let isFunction = receiver.map(Self.modules.contains) ?? true
      guard let mode = keyword("mode") ?? positional(isFunction ? 1 : 0) else { return false }
      return text(mode).map { $0.prefix { $0 != ":" && $0 != "|" }.contains { "wax+".contains($0) } } ?? true
    }

    private func positional(_ place: Int) -> Node? {
      let plain = arguments.filter { ![.keywordArgument, .starred, .doubleStarred].contains($0.kind) }
      return plain.indices.contains(place) ? plain[place] : nil
    }

    private func keyword(_ name: String) -> Node? {
      arguments.first { $0.kind == .keywordArgument && table.text($0.first) == name }.flatMap { tree.node($0.second) }
    }

    private func text(_ node: Node?) -> String? {
      guard let node, node.kind == .string else { return nil }
      return StringLiteral.value(tree.literal(node))
    }

    /// Modules whose `open` takes a path first.
    private static let modules: Set<String> = ["io", "codecs", "gzip", "bz2", "lzma", "builtins", "tarfile", "zipfile"]
    private static let writers: Set<String> = [
      "makedirs", "mkdir", "mkfifo", "symlink", "rename", "unlink", "rmdir", "rmtree", "removedirs", "write_text",
      "write_bytes", "touch", "setContent", "createDirectory", "moveTo", "copyTo", "symlink_to", "hardlink_to",
      "DirDBM",
      "Shelf", "LogFile", "DailyLogFile", "RotatingFileHandler", "TimedRotatingFileHandler", "WatchedFileHandler",
      "FileHandler",
    ]
    private static let writersOf: [String: Set<String>] = [
      "os": ["remove", "replace", "link", "chmod", "chown", "truncate", "mknod", "utime"],
      "shutil": ["copy", "copy2", "copyfile", "copytree", "move", "chown", "make_archive", "unpack_archive"],
      "shelve": ["open"], "dbm": ["open"],
    ]
    private static let starters: Set<String> = [
      "spawnProcess", "getProcessOutput", "getProcessValue", "getProcessOutputAndValue", "Popen", "check_call",
      "check_output", "create_subprocess_exec", "create_subprocess_shell",
    ]
    private static let startersOf: [String: Set<String>] = [
      "os": ["system", "popen", "execv", "execve", "execvp", "execl", "execlp", "posix_spawn", "fork"],
      "subprocess": ["run", "call", "getoutput", "getstatusoutput"], "multiprocessing": ["Process", "Pool"],
    ]
  }
}
