import Diagnostics

/// An absolute path that unit files, scripts and control files can all name.
package struct AbsolutePath: Sendable, Equatable, Hashable, CustomStringConvertible {
  package let description: String

  /// - Throws: A usage failure for a relative path, a `..`, and characters that a unit's `ExecStart=` cannot hold.
  package init(_ text: String, option: String) throws(Failure) {
    guard text.hasPrefix("/"), text.utf8.count < 4096 else {
      throw Failure.usage(
        .targetPath, "\(option) takes an absolute path, not \(quoted(text))", remedy: "begin it with /")
    }
    guard !text.split(separator: "/").contains(".."), !text.hasSuffix("/") else {
      throw Failure.usage(
        .targetPath, "\(option) takes the path of a file, not \(quoted(text))", remedy: "give the whole path")
    }
    let plain = text.unicodeScalars.allSatisfy { scalar in
      scalar != " " && !scalar.isDeceptive && !"\"'\\$`*?[]{}();&|<>~#%!".unicodeScalars.contains(scalar)
    }
    guard plain else {
      throw Failure.usage(
        .targetPath, "\(option) has a character that no unit or script can name safely: \(quoted(text))",
        remedy: "use letters, digits and / . _ + - @ :")
    }
    description = text
  }
}
