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
      case "connect" where ["sqlite3", "dbapi2"].contains(receiver):
        return text(positional(0)) == ":memory:" ? nil : .writes
      case "ConnectionPool": return text(positional(0)).map { $0.contains("sqlite") } ?? true ? .writes : nil
      case "basicConfig": return keyword("filename") == nil ? nil : .writes
      case "exec", "execfile": return receiver == nil ? .runsUnknown : nil
      case "run_path", "run_module": return receiver == "runpy" ? .runsUnknown : nil
      case "import_module", "__import__", "namedAny", "namedModule":
        return positional(0).map { text($0) == nil } ?? false ? .runsUnknown : nil
      case "if_nameindex", "getifaddrs", "net_if_addrs": return .listsInterfaces
      case "getloadavg": return .readsSystem
      case "nice", "setpriority", "sched_setaffinity", "sched_setparam", "sched_setscheduler":
        return receiver == "os" ? .schedules : nil
      case "ionice", "cpu_affinity": return .schedules
      case "socket": return socketKind
      case "setuid", "setgid", "setreuid", "setregid", "setgroups", "initgroups", "chroot":
        return receiver == "os" ? .switchesUser("os.\(name)") : nil
      case "mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryDirectory", "TemporaryFile", "SpooledTemporaryFile":
        return keyword("dir") == nil ? nil : .writes
      case "extract", "extractall", "FTPRealm": return positional(name == "FTPRealm" ? 1 : 0) == nil ? nil : .writes
      case "FileInput", "input": return keyword("inplace") == nil ? nil : .writes
      case "run", "runctx": return ["cProfile", "profile"].contains(receiver) && positional(1) != nil ? .writes : nil
      default: return nil
      }
    }

    /// Whether a mode asks for more than reading; one that is not told may.
    private var mayWrite: Bool {
      let isFunction = receiver.map(Self.modules.contains) ?? true
      guard let mode = keyword("mode") ?? positional(isFunction ? 1 : 0) else { return false }
      return text(mode).map { $0.prefix { $0 != ":" && $0 != "|" }.contains { "wax+".contains($0) } } ?? true
    }

    /// What is asked of `socket.socket`: a kind that the sandbox withholds, or what only root may.
    private var socketKind: CodeEffect.Kind? {
      let words = arguments.compactMap { argument -> String? in
        let value = argument.kind == .keywordArgument ? tree.node(argument.second) : argument
        switch value?.kind {
        case .name?: return value.map { table.text($0.first) }
        case .attribute?: return value.map { table.text($0.second) }
        default: return nil
        }
      }
      let family = words.first { $0.hasPrefix("AF_") }
      // The kernel's own families have raw sockets for everyone.
      if words.contains("SOCK_RAW"), !["AF_CAN", "AF_NETLINK", "AF_BLUETOOTH"].contains(family) { return .opensRaw }
      return family.flatMap { ["AF_INET", "AF_INET6", "AF_UNIX", "AF_UNSPEC"].contains($0) ? nil : .opens($0) }
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
      "DirDBM", "Shelf", "DbfilenameShelf", "urlretrieve",
      "LogFile", "DailyLogFile", "RotatingFileHandler", "TimedRotatingFileHandler", "WatchedFileHandler",
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
