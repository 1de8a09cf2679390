import Testing

@testable import PythonSyntax

@Suite struct KeywordTests {
  /// The words stand in the order of the cases.
  @Test(arguments: Keyword.allCases)
  func haveTheirWords(keyword: Keyword) {
    let word =
      switch keyword {
      case .noneValue: "None"
      case .trueValue: "True"
      case .falseValue: "False"
      default: "\(keyword)"
      }
    #expect(keyword.word == word)
  }
}
