import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// A database of Axiom's as a service. Axiom is for Python 2.7, and no Debian has either: they are brought into the root from
  /// PyPI. Where there is no Python 2.7, a program stands in for axiomatic that runs what lies in the folder by twistd, with
  /// the options that it is given, as that does.
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

    /// A site of Mantissa's, made and run by the real axiomatic.
    @Test(.timeLimit(.minutes(15)), .enabled(if: FormerPython.axiom != nil, "there is no Python 2.7 with pip"))
    func mantissaServes() throws {
      let python = try #require(FormerPython.axiom)
      try withTemporaryFolder { folder in
        func axiomatic(_ words: String...) throws {
          var program = Program(python.interpreter, ["\(python.folder)/bin/axiomatic", "-d", "site.axiom"] + words)
          program.folder = folder
          try program.run().successful()
        }
        try axiomatic("mantissa", "--admin-password", "secret")
        for version in ["1.0", "1.1"] {
          try run(
            Places.tap2deb, "-t", "site.axiom", "-m", "Ada Example <ada@example.org>", "--port", "tcp:8080",
            "--set-version", version, in: folder
          ).successful()
        }
        let root = try DebianRoot(.secure)
        try bring(python, into: root, by: folder)
        try root.setPolicy(0)
        let data = "/var/lib/twisted-site/site.axiom"
        func install(_ version: String) throws {
          try root.copy("\(folder)/.build/twisted-site_\(version)_all.deb", to: "/root/site.deb")
          let installed = try root.shell("dpkg --force-depends --install /root/site.deb")
          #expect(installed.succeeded, "\(installed)")
          let answer = try root.shell(
            """
            for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
                curl -sI http://127.0.0.1:8080/ | grep ^Server && exit 0
                sleep 1
            done
            cat /var/log/twisted-site/* >&2; exit 1
            """)
          #expect(answer.output.contains("TwistedWeb"), "\(answer)")
        }
        try install("1.0")
        #expect(try root.shell("stat -c '%U %a' \(data)/db.sqlite").output == "_twisted-site 600\n")
        // What the running site is told has to outlive an upgrade: a port more, which is in its database.
        try root.shell(
          "service twisted-site stop; setpriv --reuid _twisted-site --clear-groups axiomatic -d \(data) port create "
            + "--strport tcp:8081 --factory-identifier 1 && service twisted-site start"
        ).successful()
        try install("1.1")
        #expect(try root.shell("curl -sI http://127.0.0.1:8081/ | grep ^Server").succeeded, "an upgrade keeps the data")
        try root.run("dpkg", "--remove", "twisted-site").successful()
        #expect(try root.run("test", "-f", "\(data)/db.sqlite").succeeded)
        try root.run("dpkg", "--purge", "twisted-site").successful()
        #expect(try !root.run("test", "-e", "/var/lib/twisted-site").succeeded)
      }
    }

    /// Python 2.7 and Axiom with `/usr/bin/axiomatic`, as a packager's own python3-axiom would have it.
    private func bring(_ python: FormerPython, into root: DebianRoot, by folder: String) throws {
      let place = try run(python.interpreter, "-c", "import sys; print getattr(sys, 'real_prefix', sys.base_prefix)")
      let prefix = place.output.trimmingCharacters(in: .whitespacesAndNewlines)
      for (name, source, entries) in [
        ("python", prefix, ["bin/python2.7", "lib"]),
        ("axiom", "\(python.folder)/lib/python2.7", ["site-packages"]),
      ] {
        let archive = "\(folder)/\(name).tar"
        var tar = Program("tar", ["-C", source, "--exclude=python2.7/test", "--exclude=*.a", "-cf", archive] + entries)
        tar.timeout = .seconds(60)
        try tar.run().successful()
        try root.copy(archive, to: "/root/\(name).tar")
        try root.shell("mkdir -p /opt/\(name); tar -C /opt/\(name) -xf /root/\(name).tar").successful()
      }
      try root.shell(
        #"""
        printf '%s\n' '#!/bin/sh' 'export LD_LIBRARY_PATH=/opt/python/lib PYTHONDONTWRITEBYTECODE=1' \
          'exec /opt/python/bin/python2.7 -c "import site; site.addsitedir(\"/opt/axiom/site-packages\"); from axiom.scripts.axiomatic import main; main()" "$@"' >/usr/bin/axiomatic
        chmod 755 /usr/bin/axiomatic
        """#
      ).successful()
    }
  }
}
