import ApplicationFacts
import Diagnostics

/// The variables of the environment that the program reads: with a default, or not at all without them.
package extension Evaluator {
  static let environmentName = "os.environ"

  /// Notes that a variable is read.
  ///
  /// - Parameter isNeeded: Whether reading it raises where it is not set.
  mutating func noteVariable(
    _ key: PythonValue, fallback: PythonValue? = nil, isNeeded: Bool = false, at place: SourceLocation
  ) {
    guard isAlive, findings.variables.count < Self.findingLimit, let name = literal(key), isVariableName(name) else {
      return
    }
    var text: String?
    switch fallback {
    case .text(let value)? where !MarkedText.hasHole(value) && MarkedText.module(besideMark: value.first) == nil:
      text = value
    case .integer(let number)?: text = String(number)
    case .bool(let flag)?: text = flag ? "True" : "False"
    default: break
    }
    if Self.isSecret(name) { text = nil }
    let isRequired =
      isNeeded && isSure && !handlers.contains(where: \.catches) && !findings.assignsAnyVariable
      && !findings.assignedVariables.contains(name)
    let found = EnvironmentVariable(
      name, fallback: text, isRequired: isRequired, certainty: certainty, at: place)
    guard let known = findings.variables.firstIndex(where: { $0.name == name }) else {
      findings.variables.append(found)
      return
    }
    if findings.variables[known].fallback == nil { findings.variables[known].fallback = found.fallback }
    if isRequired { findings.variables[known].isRequired = true }
    if isSure { findings.variables[known].certainty = .sure }
  }

  /// Notes that the program sets a variable itself, any of them without a name.
  mutating func noteAssignment(ofVariable key: PythonValue?) {
    if let name = key.flatMap({ literal($0) }) {
      findings.assignedVariables.insert(name)
    } else {
      findings.assignsAnyVariable = true
    }
  }

  /// Names that a shell can set (POSIX, 8.1), which those that services are given must be.
  private func isVariableName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first), name.utf8.count < 200
    else { return false }
    return name.utf8.allSatisfy {
      $0 == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
    }
  }

  /// Whether what a variable holds is not for everyone, so that its default is not told either.
  private static func isSecret(_ name: String) -> Bool {
    ["PASS", "SECRET", "TOKEN", "KEY", "CREDENTIAL"].contains(where: name.uppercased().contains)
  }
}
