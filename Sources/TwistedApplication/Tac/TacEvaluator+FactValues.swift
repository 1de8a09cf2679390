import PythonSyntax

import Diagnostics

extension TacEvaluator {
  func integer(_ value: TacValue, at location: SourceLocation, isConditional: Bool) -> Fact<Int>? {
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

  func text(_ value: TacValue, at location: SourceLocation, isConditional: Bool) -> Fact<String>? {
    let certainty: Certainty = isConditional ? .conditional : .sure
    switch value {
    case .none: return nil
    case .text(let text): return fact(text, certainty, at: location)
    case .integer(let number): return Fact(String(number), certainty, at: location)
    case .unknown(let unknown):
      let fallback: String? =
        switch unknown.fallback {
        case .text(let text)?: substituted(text).map { relative($0).path }
        case .integer(let number)?: String(number)
        default: nil
        }
      return Fact(nil, .unknown, at: location, origin: unknown.origin, fallback: fallback)
    case .choice(let values): return Fact(nil, .unknown, at: location, origin: choices(values))
    default: return Fact(nil, .unknown, at: location, origin: origin(of: value))
    }
  }

  private func fact(_ text: String, _ certainty: Certainty, at location: SourceLocation) -> Fact<String> {
    if TacText.hasHole(text) {
      return Fact(
        nil, .unknown, at: location, origin: origin(of: .text(text)),
        fallback: substituted(text).map { relative($0).path })
    }
    let (path, isBeside) = relative(text)
    return Fact(path, certainty, at: location, origin: isBeside ? FileReference.besideTheFile : nil)
  }

  /// A path below the folder of the application file, without the mark that stands for that folder.
  func relative(_ text: String) -> (path: String, isBeside: Bool) {
    guard text.first == TacText.beside else { return (text, false) }
    let rest = text.dropFirst().drop { $0 == "/" }
    return (rest.isEmpty ? "." : String(rest), true)
  }

  private func choices(_ values: [TacValue]) -> String {
    let known = values.compactMap { literal($0) }
    return known.isEmpty ? "a value that depends on a condition" : "one of " + known.joined(separator: ", ")
  }
}
