import PythonSyntax
import Text

/// A program that installing a project makes: a function of one of its modules, called from the command line
/// (packaging.python.org, "Entry points specification").
package struct ConsoleScript: Sendable, Equatable {
  package let name: String
  /// The module and the function, `shop.server` and `main`.
  package let module: String
  package let function: String
  /// Where it is declared.
  package let file: String

  /// Reads `NAME = MODULE:FUNCTION`; `nil` for what is none.
  init?(_ text: String, file: String) {
    let sides = text.split(separator: "=", maxSplits: 1).map { $0.trimmed }
    guard sides.count == 2 else { return nil }
    self.init(name: sides[0], target: sides[1], file: file)
  }

  init?(name: String, target: String, file: String) {
    // Extras stand in brackets behind.
    let parts = target.prefix { $0 != "[" }.split(separator: ":").map { $0.trimmed }
    let isWhole = parts.allSatisfy { part in
      part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { String($0).isPythonIdentifier }
    }
    guard parts.count == 2, isWhole, !name.isEmpty else { return nil }
    (self.name, module, function, self.file) = (name, parts[0], parts[1], file)
  }

  static func all(in document: TOMLDocument, below prefix: String, _ file: String) -> [ConsoleScript] {
    document.values.sorted { $0.key < $1.key }.compactMap { key, value in
      guard key.hasPrefix(prefix), case .string(let target) = value else { return nil }
      return ConsoleScript(name: String(key.dropFirst(prefix.count)), target: target, file: file)
    }
  }

  /// The program, as pip writes it.
  package var source: String {
    let top = function.prefix { $0 != "." }
    return """
      import sys

      from \(module) import \(top)

      if __name__ == "__main__":
          sys.exit(\(function)())

      """
  }
}
