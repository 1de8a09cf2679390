import Foundation
import TestSupport

/// A file of the sources, read without understanding Swift: by lines, and by the brackets of a signature.
struct SwiftFile {
  let path: String
  let lines: [Substring]

  /// Every file of the tools, none of which is made.
  static let ofTools = files(below: "Sources")
  static let ofTests = files(below: "Tests")

  private static func files(below folder: String) -> [SwiftFile] {
    let root = "\(Places.repository)/\(folder)"
    let paths = FileManager.default.subpaths(atPath: root) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted()
      .compactMap { path in
        guard let text = try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8) else { return nil }
        return SwiftFile(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
      }
  }

  /// The name that the file bears: `Tool` of `Tool+Build.swift`.
  var name: Substring { (path.split(separator: "/").last ?? "").dropLast(6).prefix { $0 != "+" } }
}

extension SwiftFile {
  /// A function or an initialiser, as it is declared.
  struct Signature {
    let line: Int
    let name: Substring
    let parameters: [Substring]

    var unlabelled: Int { parameters.count { $0.hasPrefix("_ ") } }
  }

  var signatures: [Signature] {
    lines.indices.compactMap { index in
      let words = lines[index].split(separator: " ")
      let place = words.firstIndex { word in
        word == "func" || word.hasPrefix("init(") || word.hasPrefix("init?(") || word.hasPrefix("init<")
      }
      // Before the declaration stand modifiers alone; anything else is a call, or told in a comment.
      guard let place, words[..<place].allSatisfy(Self.isModifier) else { return nil }
      let name = words[place] == "func" ? words.dropFirst(place + 1).first ?? "" : words[place]
      let text = lines[index...].prefix(12).joined(separator: "\n")
      return Signature(
        line: index + 1, name: name.prefix { $0 != "(" && $0 != "<" }, parameters: Self.parameters(of: text))
    }
  }

  private static func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@")
      || [
        "public", "package", "private", "fileprivate", "static", "mutating", "nonmutating", "borrowing", "consuming",
        "override", "final", "convenience", "required",
      ].contains(word)
  }

  /// What stands between the brackets after a name, at the commas that no bracket holds.
  private static func parameters(of text: String) -> [Substring] {
    guard let open = text.firstIndex(of: "(") else { return [] }
    var (parameters, level, start) = ([Substring](), 0, text.index(after: open))
    for index in text[open...].indices {
      switch text[index] {
      case "(", "[", "{": level += 1
      case ")", "]", "}": level -= 1
      case ",": if level == 1 { parameters.append(text[start..<index]); start = text.index(after: index) }
      default: break
      }
      if level == 0 {
        parameters.append(text[start..<index])
        break
      }
    }
    return parameters.map { $0.drop(while: \.isWhitespace) }
  }
}

extension SwiftFile {
  /// A type, or an extension of one, that stands at the left margin.
  struct Declaration {
    let name: Substring
    let isExtension: Bool
    /// It is for this file alone, or everything that it adds is.
    let isPrivate: Bool
    let length: Int
  }

  var declarations: [Declaration] {
    lines.indices.compactMap { index in
      let words = lines[index].split(separator: " ")
      guard lines[index].first != " ", let place = words.firstIndex(where: Self.declares), place + 1 < words.count,
        words[..<place].allSatisfy({ Self.isModifier($0) || $0 == "indirect" })
      else { return nil }
      let isClosed = lines[index].hasSuffix("}")
      let body = isClosed ? lines[index...index] : lines[index...].prefix { !$0.hasPrefix("}") }
      let isPrivate =
        words[..<place].contains { $0.hasSuffix("private") }
        || words[place] == "extension" && !lines[index].contains(":") && !body.dropFirst().contains(where: Self.isOpen)
      return Declaration(
        name: words[place + 1].drop { $0 == "[" }.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" },
        isExtension: words[place] == "extension", isPrivate: isPrivate, length: body.count + (isClosed ? 0 : 1))
    }
  }

  private static func declares(_ word: Substring) -> Bool {
    ["struct", "class", "enum", "actor", "protocol", "extension"].contains(word)
  }

  /// Whether a line of an extension declares what other files can use.
  private static func isOpen(_ line: Substring) -> Bool {
    guard line.hasPrefix("  "), let first = line.dropFirst(2).first, first.isLetter else { return false }
    return !line.hasPrefix("  private ") && !line.hasPrefix("  fileprivate ")
  }
}
