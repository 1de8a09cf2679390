import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Bundling

/// Lines of a requirements file that would have pip run somebody's code, or reach for the network.
@Suite struct RequirementsGateTests {
  private func gate(_ text: String, allows: Bool = false, offline: Bool = false) throws -> RequirementsGate {
    try withTemporaryFolder { folder in
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/requirements.txt"))
      try Data("x @ https://example.org/x.tar.gz\n".utf8).write(to: URL(filePath: "\(folder)/constraints.txt"))
      return try RequirementsGate(
        "\(folder)/requirements.txt", allowsSourceDistributions: allows, isOffline: offline)
    }
  }

  private static let running = [
    "--no-binary :all:", "--no-binary=x", "--no-bin=x", "--only-binary=:none:", "--config-settings x=y",
    "./project", "../x", "/srv/x.tar.gz", "git+https://example.org/x", "https://example.org/x.tar.gz",
    "x @ https://example.org/x.zip#egg=x.whl", "x@git+ssh://example.org/x", "file:///srv/x", "x-1.0.tar.gz",
    "x-1.0.zip",
    "-c constraints.txt", "-rother.txt",
  ]

  @Test(arguments: running)
  func refusesWhatRunsCode(line: String) {
    #expect(throws: Failure.self) { try gate("twisted==24.11.0\n\(line)\n") }
  }

  @Test(arguments: ["-e .", "-e git+https://example.org/x", "--editable=.", "-e."])
  func refusesEditableOnesInAnyCase(line: String) {
    #expect(throws: Failure.self) { try gate(line, allows: true) }
  }

  @Test(arguments: [
    "twisted==24.11.0", "treq>=24 ; python_version > '3.7'", "https://example.org/x-1-py3-none-any.whl",
    "x @ https://example.org/x-1-py3-none-any.whl#sha256=0", "./x-1-py3-none-any.whl", "--pre", "--require-hashes",
    "x==1 --hash=sha256:\(String(repeating: "0", count: 64))", "--extra-index-url https://example.org/simple",
  ])
  func takesWheelsAndNames(line: String) throws { _ = try gate(line) }

  @Test(arguments: ["git+https://example.org/x", "--no-binary :all:", "./project"])
  func trustsTheAuthorWhenToldTo(line: String) throws { _ = try gate(line, allows: true) }

  @Test(arguments: [
    "https://example.org/x-1-py3-none-any.whl", "-f https://example.org/", "--find-links=https://e.org/",
  ])
  func offlineNothingIsOnTheNetwork(line: String) {
    #expect(throws: Failure.self) { try gate(line, offline: true) }
  }

  @Test func tellsOfVersionsThatAreNotExact() throws {
    #expect(try gate("twisted==24.11.0\n").notes.isEmpty)
    #expect(try gate("twisted==24.11.0\ntreq\nattrs>=22\n").notes.first?.message.hasPrefix("2 requirements") == true)
  }

  @Test func namesTheVariablesOfIndices() throws {
    #expect(try gate("--index-url https://${TOKEN_1}@example.org/${x}/\n").variables == ["TOKEN_1"])
    for name in ["PIP_NO_BINARY", "PIP_CONFIG_FILE", "PYTHONPATH", "LD_PRELOAD", "PATH"] {
      #expect(try gate("--index-url https://example.org/${\(name)}\n").variables.isEmpty)
    }
  }
}
