import Foundation
import Testing

/// A line of `facts.jsonl`: what a sample file is known to contain.
struct SampleFacts: Decodable, Sendable, CustomTestStringConvertible {
  struct Listen: Decodable, Equatable, Sendable {
    var proto: String
    var port: Int?
    var interface: String?
    var path: String?
  }
  struct Connect: Decodable, Equatable, Sendable {
    var proto: String
    var host: String?
    var port: Int?
  }
  var file: String
  var kind: String
  var applicationName: String?
  var processName: String?
  var uid: Int?
  var gid: Int?
  var listens: [Listen]
  var connects: [Connect]
  var thirdPartyImports: [String]
  var nonStdlibImports: [String]
  var python2Only: Bool
  var privilegedPorts: [Int]
  var files: [String]?
  var uidUnrecoverable: Bool?
  var isShutdown: Bool?
  var encrypted: Bool?
  var passphrase: String?
  var broken: Bool?

  var testDescription: String { file }

  static let all: [SampleFacts] = {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let text = try? Fixture.bytes("samples/facts.jsonl") else { return [] }
    return text.split(separator: 0x0A).compactMap { try? decoder.decode(SampleFacts.self, from: Data($0)) }
  }()
}
