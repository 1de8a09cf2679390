import PythonSyntax
import Toolbox

/// The text that a module's name stands for, as far as the module says it in so many words: `__version__ = "1.2"`.
enum ModuleAttribute {
  private static let sizeLimit = 1 << 20

  /// Looks for an attribute of a module below the folders that modules are imported from, through no link that leads out
  /// of the project's.
  ///
  /// - Parameters:
  ///   - path: `package.module.name`.
  ///   - folders: Paths from the project's folder, the first that has it counts.
  static func text(of path: String, in folders: [String], of project: Folder) -> String? {
    text(of: path, in: folders, of: project, depth: 0)
  }

  private static func text(of path: String, in folders: [String], of project: Folder, depth: Int) -> String? {
    var parts = path.split(separator: ".").map(String.init)
    guard depth < 4, parts.allSatisfy(\.isPythonIdentifier), let name = parts.popLast() else { return nil }
    for folder in folders {
      let stem = ((folder.isEmpty ? [] : [folder]) + parts).joined(separator: "/")
      for file in ["\(stem)/__init__.py", "\(stem).py"] {
        guard let input = try? InputFile(file, in: project, limit: sizeLimit) else { continue }
        switch value(of: name, in: input.contents, module: file.hasSuffix("/__init__.py") ? parts + [""] : parts) {
        case .text(let text): return text
        case .elsewhere(let other): return text(of: other, in: folders, of: project, depth: depth + 1)
        case .unknown: continue
        }
      }
    }
    return nil
  }

  /// What a file of a project says a name stands for.
  static func text(of name: String, in file: String, of project: Folder) -> String? {
    guard let input = try? InputFile(file, in: project, limit: sizeLimit) else { return nil }
    if case .text(let text) = value(of: name, in: input.contents, module: []) { return text }
    return nil
  }

  private enum Value {
    case text(String)
    case elsewhere(String)
    case unknown
  }

  /// The last statement of the module itself that binds the name decides.
  private static func value(of name: String, in bytes: [UInt8], module: [String]) -> Value {
    var names = NameTable()
    let tree = SyntaxTree.parse(bytes, names: &names)
    var value = Value.unknown
    func isName(_ id: UInt32) -> Bool {
      tree.node(id).map { $0.kind == .name && names.text($0.first) == name } ?? false
    }
    func take(_ id: UInt32) {
      guard let node = tree.node(id) else { return value = .unknown }
      if node.kind == .string {
        value = .text(StringLiteral.value(tree.literal(node)))
      } else if let text = Incremental.version(node, in: tree, names) {
        value = .text(text)
      } else {
        value = .unknown
      }
    }
    for statement in tree.list(tree.body).compactMap(tree.node) {
      switch statement.kind {
      case .assign where tree.list(statement.second).contains(where: isName): take(statement.first)
      case .annotatedAssign where isName(statement.first): take(tree.member(statement.second, 1))
      case .importFrom:
        for alias in tree.list(statement.second).compactMap(tree.node) where alias.kind == .alias {
          let imported = tree.list(alias.first).map(names.text).joined(separator: ".")
          guard (alias.second == Node.none ? imported : names.text(alias.second)) == name else { continue }
          let path = tree.list(statement.first).map(names.text)
          let start = statement.detail == 0 ? [] : Array(module.dropLast(Int(statement.detail)))
          value = .elsewhere((start + path + [imported]).joined(separator: "."))
        }
      default: continue
      }
    }
    return value
  }
}

/// Versions as the projects of Twisted write them: `Version("web", 22, 4, 0, release_candidate=1)`.
private enum Incremental {
  static func version(_ node: Node, in tree: SyntaxTree, _ names: NameTable) -> String? {
    guard node.kind == .call, let callee = tree.node(node.first), callee.kind == .name,
      names.text(callee.first) == "Version"
    else { return nil }
    var numbers: [String] = []
    var ending = ""
    for (index, argument) in tree.list(node.second).compactMap(tree.node).enumerated() {
      if argument.kind == .keywordArgument {
        guard let number = tree.node(argument.second), number.kind == .number,
          let mark = ["release_candidate": "rc", "prerelease": "rc", "post": ".post", "dev": ".dev"][
            names.text(argument.first)]
        else { return nil }
        ending += mark + tree.text(number)
      } else if argument.kind == .number {
        numbers.append(tree.text(argument))
      } else if index != 0 || argument.kind != .string {
        return nil
      }
    }
    return numbers.count == 3 ? numbers.joined(separator: ".") + ending : nil
  }
}
