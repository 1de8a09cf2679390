import Testing

@Suite struct SignatureTests {
  /// From the third on, nobody can tell at a call which is which.
  @Test func haveAtMostTwoParametersWithoutALabel() {
    let signatures = (SwiftFile.ofTools + SwiftFile.ofTests).flatMap { file in file.signatures.map { (file.path, $0) } }
    #expect(signatures.count > 3000)
    let wrong = signatures.filter { $0.1.unlabelled > 2 }.map { "\($0.0):\($0.1.line): \($0.1.name)" }
    #expect(wrong == [])
  }
}
