import Diagnostics
import FoundationEssentials

/// What the ports of a service have answered.
struct ProbeReport {
  private struct Question: Encodable {
    var kind: String
    var address: String
    var port: Int
    var path: String
    var web: Bool
  }
  private struct Document: Decodable {
    struct Answer: Decodable {
      var said: String?
      var refused: String?
      var problem: String?
    }
    struct Listener: Decodable {
      var kind: String
      var port: Int

      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        kind = try list.decode(String.self)
        port = try list.decode(Int.self)
      }
    }
    var answers: [Answer]
    var listeners: [Listener]
  }

  private(set) var findings: [Finding] = []
  /// What was said, where all is well.
  private(set) var detail = ""

  static func question(_ endpoints: [ExpectedEndpoint]) throws(Failure) -> String {
    do {
      let questions = endpoints.map {
        Question(kind: $0.kind.rawValue, address: $0.address, port: $0.port, path: $0.path, web: $0.isWeb)
      }
      return String(decoding: try JSONEncoder().encode(questions), as: UTF8.self)
    } catch {
      throw Failure(.build, "the ports cannot be written as JSON: \(error)")
    }
  }

  init(_ output: String, of endpoints: [ExpectedEndpoint], errors: String = "") throws(Failure) {
    guard let document = try? JSONDecoder().decode(Document.self, from: Data(output.utf8)),
      document.answers.count == endpoints.count
    else { throw Failure(.build, "the ports could not be asked in the root: \(errors.oneLine)") }
    let expected = Set(endpoints.map { "\($0.kind == .udp ? "udp" : "tcp") \($0.port)" })
    let others = document.listeners.map { "\($0.kind) \($0.port)" }.filter { !expected.contains($0) }
    var said: [String] = []
    for (endpoint, answer) in zip(endpoints, document.answers) {
      if let words = answer.said {
        if endpoint.isWeb, let status = Self.status(words) {
          said.append("\(endpoint.port) HTTP \(status)")
          if status >= 500 {
            findings.append(
              Finding(
                .answer, "\(endpoint.title) answers a request for / with HTTP status \(status)",
                remedy: "read the service's log: a request failed in its code"))
          }
        } else {
          said.append(endpoint.path.isEmpty ? "\(endpoint.port) \(endpoint.kind.rawValue)" : endpoint.path)
        }
      } else if answer.refused != nil {
        let found = others.isEmpty ? "" : "; what listens is \(others.joined(separator: ", "))"
        findings.append(
          Finding(
            .port, "nothing listens on \(endpoint.title), which the application file names\(found)",
            remedy: "check what changes the port: the environment file, a configuration, --port"))
      } else {
        findings.append(
          Finding(
            .answer, "\(endpoint.title) does not answer: \(answer.problem ?? "it says nothing")",
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
