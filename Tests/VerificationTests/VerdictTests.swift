import Testing

@testable import Verification

/// How verdicts are shown.
@Suite struct VerdictTests {
  static let verdict: Verdict = {
    var verdict = Verdict(file: "web.deb", package: "twisted-web", version: "1.0")
    verdict.cells = [
      .init(place: .systemd, check: .install, outcome: .passed, detail: "", findings: [], seconds: 1.5),
      .init(
        place: .systemd, check: .ports, outcome: .failed, detail: "",
        findings: [Finding(.port, "nothing listens on TCP port 8080 <\"&\u{1b}>", remedy: "check the port")],
        seconds: 0.26),
      .init(place: .initScript, check: .install, outcome: .passed, detail: "8080 tcp", findings: [], seconds: 0),
      .init(place: .initScript, check: .ports, outcome: .skipped, detail: "no init script", findings: [], seconds: 0),
    ]
    return verdict
  }()

  @Test func theTable() {
    #expect(
      Self.verdict.table == """
        twisted-web 1.0
                   systemd  init script
          install  good     good: 8080 tcp
          ports    WRONG    - (no init script)
        systemd, ports: nothing listens on TCP port 8080 <"&\\u{1b}>
          check the port

        """)
    #expect(!Self.verdict.isGood)
  }

  @Test func theReportForCISystems() {
    #expect(
      JUnitReport([Self.verdict]).text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites>
          <testsuite name="twisted-web 1.0, systemd" tests="2" failures="1" skipped="0">
            <testcase classname="twisted-web.systemd" name="install" time="1.5"/>
            <testcase classname="twisted-web.systemd" name="ports" time="0.3">
              <failure type="no-listener" message="nothing listens on TCP port 8080 &lt;&quot;&amp;\\u{1b}&gt;">check the port</failure>
            </testcase>
          </testsuite>
          <testsuite name="twisted-web 1.0, init script" tests="2" failures="0" skipped="1">
            <testcase classname="twisted-web.init-script" name="install" time="0.0"/>
            <testcase classname="twisted-web.init-script" name="ports" time="0.0">
              <skipped message="no init script"/>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }
}
