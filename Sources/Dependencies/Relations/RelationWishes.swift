import Diagnostics
import PackageModel

/// The relations that a packager asks for, as given to `--depends` and its like.
package struct RelationWishes: Sendable, Equatable {
  private var lists: [Relations.Kind: [String]] = [:]

  private static let countLimit = 500

  package init() {}

  /// The lists of one kind: relations apart by commas, perhaps with `deb:` or `rpm:` before one.
  package subscript(kind: Relations.Kind) -> [String] {
    get { lists[kind] ?? [] }
    set { lists[kind] = newValue }
  }

  package var isEmpty: Bool { lists.values.allSatisfy(\.isEmpty) }

  /// The relations for a family, checked by its grammar.
  ///
  /// - Returns: The relations in the order in which they were given, and the names in them.
  /// - Throws: A usage failure with everything that is wrong.
  func relations(for family: PackageFamily) throws(Failure) -> (relations: Relations, names: Set<String>) {
    var relations = Relations()
    var names: Set<String> = []
    var mistakes: [Diagnostic] = []
    for kind in Relations.Kind.allCases {
      let items = self[kind].flatMap(Self.split)
      guard items.count <= Self.countLimit else {
        throw Failure(.usage, "--\(kind.rawValue) names more than \(Self.countLimit) packages", remedy: "name fewer")
      }
      for item in items {
        do throws(Failure) {
          let option = "--\(kind.rawValue)"
          guard let text = Self.text(of: item, for: family) else {
            _ = try Relation(String(item.dropFirst(4)), option: option)
            continue
          }
          let relation = try Relation(text, option: option)
          relations.add(try RelationText(relation.text(for: family, kind: kind, option: option)), to: kind)
          names.formUnion(relation.terms.map { $0.mapped(to: family).name })
        } catch {
          mistakes += error.diagnostics
        }
      }
    }
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes) }
    return (relations, names)
  }

  /// - Returns: `nil` for a relation that is kept to another family.
  private static func text(of item: Substring, for family: PackageFamily) -> String? {
    let marks: [(String, PackageFamily)] = [("deb:", .debian), ("rpm:", .rpm)]
    guard let (mark, only) = marks.first(where: { item.hasPrefix($0.0) }) else { return String(item) }
    return only == family ? String(item.dropFirst(mark.count)) : nil
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
