import Dependencies
import Diagnostics
import Foundation
import PackageModel
import TestSupport
import Testing

@testable import Bundling

/// What of an environment goes into a package, and what is refused.
@Suite struct EnvironmentScanTests {
  /// Calls `body` with the folder of an environment that shell commands have made.
  private func withEnvironment(_ script: String, _ body: (String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let setUp = """
        mkdir -p env/bin env/lib/python3.11/site-packages/app && cd env && ln -s lib lib64 && touch pyvenv.cfg
        ln -s /usr/bin/python3 bin/python3; touch lib/python3.11/site-packages/app/__init__.py
        """
      try run("sh", "-ec", "\(setUp)\n\(script)", in: folder).successful()
      try body("\(folder)/env")
    }
  }

  @Test func leavesOutWhatBelongsToThePlace() throws {
    let script = """
      touch bin/activate bin/activate.fish bin/Activate.ps1 bin/pip .gitignore lib/python3.11/site-packages/.keep
      mkdir bin/__pycache__ && touch bin/__pycache__/x.pyc && ln -s python3 bin/python3.11
      touch lib/python3.11/site-packages/app/__init__.pyc lib/python3.11/site-packages/sourceless.pyc
      """
    try withEnvironment(script) { root in
      let paths = try EnvironmentScan(root, places: [root]).entries.map(\.path)
      #expect(
        paths == [
          "bin/pip", "lib/python3.11/site-packages/.keep", "lib/python3.11/site-packages/app/__init__.py",
          "lib/python3.11/site-packages/sourceless.pyc", "lib64",
        ])
    }
  }

  @Test func absoluteLinksIntoTheEnvironmentBecomeRelative() throws {
    try withEnvironment("touch lib/x; ln -s \"$PWD/lib/x\" bin/x") { root in
      let link = try EnvironmentScan(root, places: [root]).entries.first { $0.path == "bin/x" }
      #expect(link?.kind == .link(target: "../lib/x"))
    }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let script: String
    let message: String
    var testDescription: String { script }
  }

  @Test(arguments: [
    Refusal(script: "ln -s /etc/passwd lib/x", message: "is a link out of the environment, to \"/etc/passwd\""),
    Refusal(script: "ln -s ../../outside lib/x", message: "is a link out of the environment"),
    Refusal(script: "ln -s nothing lib/x", message: "is a link to nothing"),
    Refusal(script: "ln -s x lib/x", message: "is a link to nothing"),
    Refusal(script: "mkfifo lib/x", message: "is neither a file nor a folder"),
    Refusal(script: "touch lib/x && chmod 4755 lib/x", message: "is a set-id file"),
    Refusal(script: "touch \"$(printf 'lib/a\\nb')\"", message: "has a name with a character"),
    Refusal(script: "touch \"$(printf 'lib/\\377')\"", message: "has a name that is not UTF-8"),
    Refusal(
      script: "p=lib; for i in $(seq 70); do p=$p/d; done; mkdir -p $p", message: "is nested more than 64 folders deep"),
  ])
  func refuses(refusal: Refusal) throws {
    try withEnvironment(refusal.script) { root in
      let failure = #expect(throws: Failure.self) { try EnvironmentScan(root, places: [root]) }
      #expect(failure?.diagnostics.first?.message.hasPrefix(refusal.message) == true, "\(String(describing: failure))")
      #expect(failure?.diagnostics.first?.remedy != nil)
    }
  }

  @Test func editableInstallationsAreRefused() throws {
    for script in [
      "touch lib/python3.11/site-packages/__editable__.x-1.pth",
      "echo /home/ada/x >lib/python3.11/site-packages/x.pth", "touch lib/python3.11/site-packages/x.egg-link",
    ] {
      try withEnvironment(script) { root in
        let paths = try EnvironmentScan(root, places: [root]).entries.map(\.path)
        let contents = try EnvironmentContents(paths, of: root)
        #expect(throws: Failure.self, "\(script)") { try EditableInstallation.refuse(in: paths, contents, root) }
      }
    }
  }

  @Test func tellsModulesAndDistributions() throws {
    let start = "lib/python3.12/site-packages/"
    let paths = [
      "six.py", "_cffi_backend.cpython-312-x86_64-linux-gnu.so", "zope/interface/__init__.py", "x.libs/libx.so.1",
      "Zope_Interface-8.7.dist-info/METADATA", "Twisted-22.4.0.egg-info/PKG-INFO", "twisted/plugins/web.py",
    ]
    let contents = try EnvironmentContents(paths.map { start + $0 }, of: "env")
    #expect(contents.release.description == "3.12" && contents.hasPlugins)
    #expect(contents.modules == ["six", "_cffi_backend", "zope", "twisted"])
    #expect(Set(contents.distributions.map(\.description)) == ["zope-interface", "twisted"])
  }

  @Test(arguments: [
    [], ["lib/python3.11/site-packages/a.py", "lib/python3.12/site-packages/a.py"], ["lib/pypy3.10/site-packages/a.py"],
  ])
  func refusesWhatIsNotOfOnePython(paths: [String]) {
    #expect(throws: Failure.self) { try EnvironmentContents(paths, of: "env") }
  }
}
