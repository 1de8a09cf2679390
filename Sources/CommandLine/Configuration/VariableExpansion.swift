import Glibc
import Text
import Toolbox

/// Environment variables in the values of a configuration file.
///
/// `${NAME}` is the variable's value and `${NAME:-TEXT}` TEXT where that is unset or empty, as in the shell; `$${` is `${`
/// itself. What a variable holds is not looked into again.
enum VariableExpansion {
  enum Outcome: Equatable {
    case text(String)
    /// What is wrong, and the way out.
    case problem(String, remedy: String)
    /// A variable is asked for, and the environment is not to be read.
    case forbidden
  }

  /// - Parameter environment: `nil` where it is not to be read.
  static func expand(_ text: String, _ environment: [String: String]?) -> Outcome {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "${") {
      if start.lowerBound > rest.startIndex, rest[rest.index(before: start.lowerBound)] == "$" {
        result += rest[..<start.lowerBound].dropLast() + "${"
        rest = rest[start.upperBound...]
        continue
      }
      result += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
        return .problem("a ${ has no }", remedy: "close it, or write $${ for ${ itself")
      }
      let inner = rest[start.upperBound..<end]
      let mark = inner.firstRange(of: ":-")
      let name = inner[..<(mark?.lowerBound ?? inner.endIndex)]
      guard name.isVariableName else {
        return .problem(
          "${\(inner.prefix(60))} names no variable", remedy: "write ${NAME} or ${NAME:-DEFAULT}, or $${ for ${ itself")
      }
      guard let environment else { return .forbidden }
      RunRecord.note(.variable, String(name))
      let value = environment[String(name)]
      if let mark, value != nil || getenv(String(name)) == nil {
        result += value.flatMap { $0.isEmpty ? nil : $0 } ?? String(inner[mark.upperBound...])
      } else if let value {
        result += value
      } else {
        return .problem(
          getenv(String(name)) == nil ? "the environment has no \(name)" : "the variable \(name) is not UTF-8",
          remedy: "set it, or give a default: ${\(name):-DEFAULT}")
      }
      rest = rest[rest.index(after: end)...]
    }
    return .text(result + rest)
  }
}
