import Foundation
import TestSupport
import Testing

/// The example's service in a root, as its administrator sees it: by the init script, by its port, by its processes.
struct InstalledService {
  let root: DebianRoot
  let name = "twisted-web"
  let user = "_twisted-web"
  let port = 8080

  /// Puts the example's page where `web.tac` serves files from.
  func addPage() throws {
    try root.run("mkdir", "-p", "/srv/www").successful()
    try root.copy("\(Places.repository)/debian-example/index.html", to: "/srv/www/index.html")
  }

  func initScript(_ verb: String) throws -> ProgramResult {
    try root.run("/etc/init.d/\(name)", verb)
  }

  /// The page, waited for up to ten seconds; empty when nothing answers.
  func page() throws -> String {
    var page = ""
    try? waitUntil("the page", timeout: .seconds(10)) {
      let answer = try root.run("curl", "--silent", "--fail", "http://127.0.0.1:\(port)/")
      page = answer.output
      return answer.succeeded
    }
    return page
  }

  /// Whether anything listens on the port.
  func answers() throws -> Bool {
    try root.run("curl", "--silent", "--output", "/dev/null", "http://127.0.0.1:\(port)/").succeeded
  }

  /// Whether anything has the port, whatever it speaks.
  func answersAtAll() throws -> Bool {
    try root.run("python3", "-c", "import socket; socket.create_connection((\"127.0.0.1\", \(port)), 2)").succeeded
  }

  /// The owners of the running twistd processes.
  func owners() throws -> [String] {
    try root.shell("pgrep -f '[t]wistd.*web' | xargs -r ps -o user:32= -p | sort -u").output
      .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}

extension InstalledService {
  /// Starts by the init script and asks for the page. LSB: the start of a running service succeeds, its status is 0.
  func expectToServe() throws {
    let start = try initScript("start")
    #expect(start.succeeded, "\(start)")
    #expect(try page().contains("It works"))
    #expect(try owners() == [user], "the service must run as its own user")
    #expect(try initScript("status").status == 0)
    #expect(try initScript("start").status == 0)
    #expect(try initScript("restart").status == 0)
    #expect(try page().contains("It works"))
  }

  /// Stops by the init script. LSB: the stop of a stopped service succeeds, its status is 3.
  func expectToStop() throws {
    let stop = try initScript("stop")
    #expect(stop.succeeded, "\(stop)")
    #expect(try initScript("status").status == 3)
    #expect(try !answers())
    #expect(try owners().isEmpty)
    #expect(try initScript("stop").status == 0)
  }
}
