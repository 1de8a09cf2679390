import Diagnostics
import PackageModel
import Testing
import ApplicationFacts

/// Paths that units and scripts can name.
@Suite struct AbsolutePathTests {
  @Test(arguments: ["/usr/bin/twistd3", "/a", "/opt/x.y/z-1_2+3@4:5", "/é/日本"])
  func takes(path: String) throws {
    #expect(try AbsolutePath(path, option: "--twistd").description == path)
  }

  @Test(arguments: [
    "", "twistd", "./twistd", "/", "/usr/", "/a/../b", "/..", "/a b", "/a\nb", "/a\tb", "/a%b", "/a$b", "/a\"b", "/a'b",
    "/a\\b", "/a;b", "/a`b`", "/a*", "/a\u{7F}", "/" + String(repeating: "x", count: 4096),
  ])
  func refuses(path: String) {
    let failure = #expect(throws: Failure.self) { try AbsolutePath(path, option: "--twistd") }
    #expect(failure?.kind == .usage)
    #expect(failure?.diagnostics.first?.message.contains("--twistd") == true)
    #expect(failure?.diagnostics.first?.remedy != nil)
  }
}

/// What a service needs of the network.
@Suite struct NetworkNeedsTests {
  private let place = SourceLocation(file: "x.tac", line: 1)

  private func needs(port: Int? = nil, fallback: Int? = nil, interface: String? = nil) -> NetworkNeeds {
    var application = Application(format: .tac)
    application.listeners = [
      Listener(
        .tcp, port: Fact(port, at: place, fallback: fallback), interface: interface.map { Fact($0, at: place) },
        at: place)
    ]
    return NetworkNeeds(of: application)
  }

  @Test(arguments: [(0, false), (1, true), (80, true), (1023, true), (1024, false), (8080, false), (-1, false)])
  func bindsPrivilegedPorts(port: Int, privileged: Bool) {
    #expect(needs(port: port).bindsPrivilegedPort == privileged)
    #expect(needs(fallback: port).bindsPrivilegedPort == privileged)
  }

  @Test(arguments: [
    ("", false), ("0.0.0.0", false), ("127.0.0.1", false), ("127.1.2.3", false), ("::", false), ("::1", false),
    ("localhost", false), ("192.0.2.1", true), ("2001:db8::1", true), ("eth0.example.org", true),
  ])
  func bindsAddresses(interface: String, bindsAddress: Bool) {
    #expect(needs(port: 8080, interface: interface).bindsAddress == bindsAddress)
  }

  @Test func needsNothingWhenNothingIsKnown() {
    #expect(NetworkNeeds(of: Application(format: .tac)) == NetworkNeeds())
    let needs = needs()
    #expect(!needs.bindsPrivilegedPort && !needs.bindsAddress && needs.usesInternet && needs.listening.isEmpty)
  }
}
