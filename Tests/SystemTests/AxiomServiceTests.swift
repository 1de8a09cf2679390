import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// A database of Axiom's as a service. Axiom is for Python 2.7 and in no Debian, so a program stands in for axiomatic that
  /// runs what lies in the folder by twistd, with the options that it is given, as that does.
  @Suite struct AxiomServiceTests {
    private static let service = """
      import os
      from twisted.application import internet, service
      from twisted.internet import protocol

      folder = os.path.dirname(os.path.abspath(__file__))

      class Answer(protocol.Protocol):
          def dataReceived(self, data):
              with open(os.path.join(folder, "answer")) as file:
                  self.transport.write(file.read().encode())

      application = service.Application("store")
      internet.TCPServer(7026, protocol.Factory.forProtocol(Answer)).setServiceParent(application)

      """

    @Test(.timeLimit(.minutes(15)))
    func keepsItsData() throws {
      try withTemporaryFolder { folder in
        let files = "\(folder)/store.axiom/files"
        try FileManager.default.createDirectory(atPath: files, withIntermediateDirectories: true)
        try Data("SQLite format 3\0".utf8).write(to: URL(filePath: "\(folder)/store.axiom/db.sqlite"))
        try Data(Self.service.utf8).write(to: URL(filePath: "\(files)/service.tac"))
        try Data("seed".utf8).write(to: URL(filePath: "\(files)/answer"))
        try run(
          Places.tap2deb, "-t", "store.axiom", "-m", "Ada Example <ada@example.org>", "--port", "tcp:7026", in: folder
        ).successful()
        let root = try DebianRoot(.secure)
        try root.copy("\(folder)/.build/twisted-store_1.0_all.deb", to: "/root/store.deb")
        try root.shell(
          #"""
          printf '%s\n' '#!/bin/sh' '[ "$1" = -d ] && [ "$3" = start ] || exit 1' 'folder=$2' 'shift 3' \
            'exec twistd3 "$@" --python "$folder/files/service.tac"' >/usr/bin/axiomatic
          chmod 755 /usr/bin/axiomatic
          """#
        ).successful()
        try root.setPolicy(0)
        func reply() throws -> String {
          var reply = ""
          try? waitUntil("the answer", timeout: .seconds(10)) {
            reply = try root.run("python3", "-c", ExampleApplication.stream(7026)).output
            return !reply.isEmpty
          }
          return reply
        }
        let data = "/var/lib/twisted-store/store.axiom"
        let install = ["dpkg", "--force-depends", "--install", "/root/store.deb"].joined(separator: " ")
        try root.shell(install).successful()
        #expect(try reply() == "seed")
        #expect(
          try root.shell("stat -c '%U %a' \(data)/db.sqlite").output == "_twisted-store 600\n", "the copy is its own")
        try root.shell("echo changed >\(data)/files/answer; chown _twisted-store: \(data)/files/answer").successful()
        try root.shell(install).successful()
        #expect(try reply() == "changed\n", "an upgrade keeps the data")
        try root.run("dpkg", "--remove", "twisted-store").successful()
        #expect(try root.run("test", "-f", "\(data)/db.sqlite").succeeded, "so does a removal")
        try root.run("dpkg", "--purge", "twisted-store").successful()
        #expect(try !root.run("test", "-e", "/var/lib/twisted-store").succeeded)
      }
    }
  }
}
