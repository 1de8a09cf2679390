import PythonEvaluation
import ApplicationFacts

import Diagnostics

extension Evaluator {
  func integer(_ value: PythonValue, at location: SourceLocation, isConditional: Bool) -> Fact<Int>? {
    let certainty: Certainty = isConditional ? .conditional : .sure
    switch value {
    case .none: return nil
    case .integer(let number): return Fact(number, certainty, at: location)
    case .text(let text):
      if let number = Int(text) { return Fact(number, certainty, at: location) }
      return Fact(
        nil, .unknown, at: location, origin: origin(of: value), fallback: substituted(text).flatMap { Int($0) })
    case .unknown(let unknown):
      let fallback: Int? =
        switch unknown.fallback {
        case .integer(let number)?: number
        case .text(let text)?: Int(text)
        default: nil
        }
      return Fact(nil, .unknown, at: location, origin: unknown.origin, fallback: fallback)
    case .choice(let values): return Fact(nil, .unknown, at: location, origin: choices(values))
    default: return Fact(nil, .unknown, at: location, origin: origin(of: value))
    }
  }

  func text(_ value: PythonValue, at location: SourceLocation, isConditional: Bool) -> Fact<String>? {
    let certainty: Certainty = isConditional ? .conditional : .sure
    switch value {
    case .none: return nil
    case .text(let text): return fact(text, certainty, at: location)
    case .integer(let number): return Fact(String(number), certainty, at: location)
    case .unknown(let unknown):
      let fallback: (path: String, base: String?)? =
        switch unknown.fallback {
        case .text(let text)?: substituted(text).map { relative($0) }
        case .integer(let number)?: (String(number), nil)
        default: nil
        }
      return Fact(
        nil, .unknown, at: location, origin: unknown.origin, fallback: fallback?.path, base: fallback?.base)
    case .choice(let values): return Fact(nil, .unknown, at: location, origin: choices(values))
    default: return Fact(nil, .unknown, at: location, origin: origin(of: value))
    }
  }

  private func fact(_ text: String, _ certainty: Certainty, at location: SourceLocation) -> Fact<String> {
    if MarkedText.hasHole(text) {
      let fallback = substituted(text).map { relative($0) }
      return Fact(
        nil, .unknown, at: location, origin: origin(of: .text(text)), fallback: fallback?.path, base: fallback?.base)
    }
    let (path, base) = relative(text)
    let origin = base == nil ? nil : base == FileReference.home ? "in the home folder" : FileReference.besideTheFile
    return Fact(path, certainty, at: location, origin: origin, base: base)
  }

  /// A path below the folder of a source of the program, without the mark that stands for that folder, and that source.
  func relative(_ text: String) -> (path: String, base: String?) {
    if text.first == MarkedText.home {
      let rest = text.dropFirst().drop { $0 == "/" }
      return (rest.isEmpty ? "." : String(rest), FileReference.home)
    }
    guard let module = MarkedText.module(besideMark: text.first), modules.indices.contains(module) else {
      return (text, nil)
    }
    let rest = text.dropFirst().drop { $0 == "/" }
    return (rest.isEmpty ? "." : String(rest), modules[module].file)
  }

  private func choices(_ values: [PythonValue]) -> String {
    let known = values.compactMap { literal($0) }
    return known.isEmpty ? "a value that depends on a condition" : "one of " + known.joined(separator: ", ")
  }
}
