import Diagnostics
import Text

/// What the ports of a service have answered.
struct ProbeReport {
  private(set) var findings: [Finding] = []
  /// What was said, where all is well.
  private(set) var detail = ""

  static func question(_ endpoints: [ExpectedEndpoint]) -> String {
    JSONText.line(
      of: .array(
        endpoints.map {
          .object([
            "kind": .string($0.kind.rawValue), "address": .string($0.address), "port": .integer($0.port),
            "path": .string($0.path), "web": .boolean($0.isWeb), "dns": .boolean($0.isDNS),
          ])
        }))
  }

  /// - Throws: A build failure for what is no answer of the probe.
  init(_ output: String, of endpoints: [ExpectedEndpoint], errors: String = "") throws(Failure) {
    guard let document = try? JSONReader.value(of: Array(output.utf8)), let answers = document["answers"]?.array,
      answers.count == endpoints.count
    else { throw Failure.build(.verification, "the ports could not be asked in the root: \(errors.oneLine)") }
    let listeners = (document["listeners"]?.array ?? []).map { listener in
      "\(listener.array?.first?.string ?? "") \(listener.array?.last?.integer ?? 0)"
    }
    let expected = Set(endpoints.map { "\($0.kind == .udp ? "udp" : "tcp") \($0.port)" })
    let others = listeners.filter { !expected.contains($0) }
    var said: [String] = []
    for (endpoint, answer) in zip(endpoints, answers) {
      if let words = answer["said"]?.string {
        if endpoint.isWeb, let status = Self.status(words) {
          said.append("\(endpoint.port) HTTP \(status)")
          if status >= 500 {
            findings.append(
              Finding(
                .answer, "\(endpoint.title) answers a request for / with HTTP status \(status)",
                remedy: "read the service's log: a request failed in its code"))
          }
        } else {
          said.append(
            endpoint.path.isEmpty
              ? "\(endpoint.port) \(endpoint.isDNS ? words : endpoint.kind.rawValue)" : endpoint.path)
        }
      } else if answer["refused"]?.string != nil {
        let found = others.isEmpty ? "" : "; what listens is \(others.joined(separator: ", "))"
        findings.append(
          Finding(
            .port, "nothing listens on \(endpoint.title), which the application file names\(found)",
            remedy: "check what changes the port: the environment file, a configuration, --port"))
      } else {
        findings.append(
          Finding(
            .answer, "\(endpoint.title) does not answer: \(answer["problem"]?.string ?? "it says nothing")",
            remedy: endpoint.kind == .tls ? "check that the certificate and its key fit, and the protocol" : nil))
      }
    }
    detail = said.joined(separator: ", ")
  }

  /// The status of an HTTP answer's first line; `nil` for what is none.
  private static func status(_ line: String) -> Int? {
    let words = line.split(separator: " ")
    guard words.count > 1, words[0].hasPrefix("HTTP/") else { return nil }
    return Int(words[1])
  }
}
