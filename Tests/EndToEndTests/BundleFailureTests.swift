import Foundation
import TestSupport
import Testing

/// What cannot be bundled is told with the way out, and leaves nothing behind.
@Suite struct BundleFailureTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    /// Shell that prepares the folder.
    var script = ":"
    let words: [String]
    let status: Int32
    let says: [String]
    var testDescription: String { says.joined(separator: " ") }
  }

  private static let bundled = ["--bundle", "requirements.txt", "--wheelhouse", "wheels"]

  static let mistakes = [
    Mistake(words: ["--bundle", "nothing.txt"], status: 2, says: ["nothing.txt: is not there"]),
    Mistake(words: ["--bundle", "."], status: 2, says: ["neither a project nor a virtual environment"]),
    Mistake(words: ["--wheelhouse", "wheels"], status: 2, says: ["--wheelhouse is about a bundled environment"]),
    Mistake(words: ["--allow-sdists"], status: 2, says: ["--allow-sdists is about"]),
    Mistake(words: bundled + ["--bundle-root", "/usr/local"], status: 2, says: ["--bundle-root takes /usr/lib, /opt"]),
    Mistake(words: bundled + ["--bundle-root", "/opt/../etc"], status: 2, says: ["--bundle-root"]),
    Mistake(
      words: bundled + ["--bundle-root", "/opt/" + String(repeating: "long/", count: 30) + "x"], status: 2,
      says: ["the path is too long", "shorter name"]),
    Mistake(
      words: ["--bundle", "requirements.txt", "--wheelhouse", "web.tac"], status: 2, says: ["web.tac: is not a folder"]),
    Mistake(
      script: "echo six==1.0 >>requirements.txt", words: bundled, status: 1,
      says: ["pip could not install", "No matching distribution", "into the wheelhouse"]),
    Mistake(
      script: "python3 make-wheel.py wheels other 1 && echo other >requirements.txt", words: bundled, status: 1,
      says: ["has no twistd", "add Twisted"]),
    Mistake(
      script: "echo ./project >>requirements.txt", words: bundled, status: 2,
      says: ["requirements.txt:2", "may run code", "--allow-sdists"]),
    Mistake(
      script: "mkdir -p env/lib/python3.11/site-packages && touch env/pyvenv.cfg env/lib/python3.11/site-packages/x.py",
      words: ["--bundle", "env", "--wheelhouse", "wheels"], status: 2, says: ["is for environments that are made here"]),
    Mistake(
      script: "mkdir -p env/bin && touch env/pyvenv.cfg", words: ["--bundle", "env"], status: 1,
      says: ["has no modules in it"]),
    Mistake(
      script:
        "mkdir -p env/lib/python3.11/site-packages && cd env/lib/python3.11/site-packages && touch ../../../pyvenv.cfg x.py "
        + "&& printf 'x\\0%s' \"$(cd ../../..; pwd)\" >x.so",
      words: ["--bundle", "env"], status: 1, says: ["x.so: is compiled and names the folder"]),
    Mistake(
      words: bundled + ["--python", "/nowhere/python3"], status: 1, says: ["/nowhere/python3 is not installed"]),
    Mistake(
      script: "/usr/bin/python3 -m venv --without-pip v", words: bundled + ["--python", "v/bin/python3"], status: 2,
      says: ["which no package brings to the target"]),
    Mistake(
      script:
        "printf '#!/bin/sh\\nprintf \"cpython\\\\n3.11\\\\n/usr/bin/python3.11\\\\n/usr/bin/python3.11\\\\n\\\\nvenv\\\\n\"\\n' >p "
        + "&& chmod +x p",
      words: bundled + ["--python", "./p"], status: 1, says: ["has no pip", "apt-get install python3-pip"]),
  ]

  @Test(arguments: mistakes)
  func isToldWithTheWayOut(mistake: Mistake) throws {
    try Workbench.with { bench in
      try bench.placeWheels(compiled: false)
      try run("sh", "-ec", mistake.script, in: bench.folder).successful()
      let files = bench.files
      let result = try bench.call(
        .deb, ["-t", "web.tac", "-m", Workbench.maintainer] + mistake.words, timeout: .seconds(120))
      #expect(result.status == mistake.status, "\(result)")
      for text in mistake.says { #expect(result.errors.contains(text), "\(result)") }
      #expect(bench.files == files && bench.leftovers.isEmpty)
    }
  }

  /// The distribution's modules cannot be seen from the environment, so a dependency would not help.
  @Test func whatTheEnvironmentLacksIsAWarning() throws {
    try Workbench.with { bench in
      try bench.placeWheels(compiled: false)
      try bench.place(
        "x.tac", "import treq\nfrom twisted.application import service\napplication = service.Application('x')\n")
      let result = try bench.call(.deb, ["-t", "x.tac", "-m", Workbench.maintainer] + Self.bundled).successful()
      #expect(result.errors.contains("x.tac:1: the bundled environment lacks the module treq"), "\(result)")
      let deb = BuiltPackage(format: .deb, path: "\(bench.folder)/.build/twisted-x_1.0_all.deb")
      #expect(try !deb.field("Depends").contains("treq"))
    }
  }

  /// pip and all it has started end with the tool.
  @Test func anInterruptionLeavesNothing() throws {
    try Workbench.with { bench in
      try bench.placeWheels(compiled: false)
      let bin = try bench.standIn(
        for: "python",
        """
        case $* in
        *venv*without-pip*) touch "\(bench.folder)/started"; sleep 60 ;;
        *) printf 'cpython\\n3.11\\n/usr/bin/python3.11\\n/usr/bin/python3.11\\n23.0\\nvenv\\n' ;;
        esac
        """)
      let words = (["-t", "web.tac", "-m", "'\(Workbench.maintainer)'", "--python", "\(bin)/python"] + Self.bundled)
        .joined(separator: " ")
      let script = """
        $0 \(words) & tool=$!
        for _ in $(seq 100); do [ -e started ] && break; sleep 0.1; done
        kill -TERM $tool; wait $tool; echo "ended with $?"
        """
      let result = try run(
        "sh", "-c", script, PackageFormat.deb.tool, environment: bench.environment, in: bench.folder,
        timeout: .seconds(60))
      #expect(result.output.contains("ended with 143"), "\(result)")
      #expect(bench.leftovers.isEmpty)
    }
  }
}
