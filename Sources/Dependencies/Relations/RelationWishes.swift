import Diagnostics
import PackageModel
import Text

/// The relations that a packager asks for, as given to `--depends` and its like.
package struct RelationWishes: Sendable, Equatable {
  private var lists: [Relations.Kind: [String]] = [:]

  /// The formats that a relation can be kept to, by their names.
  package var formats: [String] = []

  private static let countLimit = 500

  package init() {}

  /// The lists of one kind: relations apart by commas, perhaps with a format's name before one: `deb:`.
  package subscript(kind: Relations.Kind) -> [String] {
    get { lists[kind] ?? [] }
    set { lists[kind] = newValue }
  }

  /// The relations for a format, checked by its grammar.
  ///
  /// - Returns: The relations in the order in which they were given, and the names in them.
  /// - Throws: A usage failure with everything that is wrong.
  func relations(by grammar: RelationGrammar) throws(Failure) -> (relations: Relations, names: Set<String>) {
    var relations = Relations()
    var names: Set<String> = []
    var mistakes: [Diagnostic] = []
    for kind in Relations.Kind.allCases {
      let items = self[kind].flatMap(Self.split)
      guard items.count <= Self.countLimit else {
        throw Failure.usage(
          .limit, "--\(kind.rawValue) names more than \(Self.countLimit) packages", remedy: "name fewer")
      }
      for item in items {
        do throws(Failure) {
          let option = "--\(kind.rawValue)"
          let (text, format) = parted(item)
          let relation = try Relation(text, option: option)
          if let format, format != grammar.format { continue }
          relations.add(try RelationText(grammar.text(relation, kind, option)), to: kind)
          names.formUnion(relation.terms.map { grammar.term($0).name })
        } catch {
          mistakes += error.diagnostics
        }
      }
    }
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes) }
    return (relations, names)
  }

  /// A relation, and the format that it is kept to, if it is.
  private func parted(_ item: Substring) -> (text: String, format: String?) {
    let format = formats.first { item.hasPrefix("\($0):") }
    return (String(item.dropFirst(format.map { $0.count + 1 } ?? 0)), format)
  }

  /// The parts between commas that stand in no parentheses.
  private static func split(_ list: String) -> [Substring] {
    var parts: [Substring] = []
    var start = list.startIndex
    var depth = 0
    for index in list.indices {
      switch list[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case "," where depth <= 0:
        parts.append(list[start..<index])
        start = list.index(after: index)
      default: break
      }
    }
    parts.append(list[start...])
    return parts.map(\.trimmedBlanks).filter { !$0.isEmpty }
  }
}
