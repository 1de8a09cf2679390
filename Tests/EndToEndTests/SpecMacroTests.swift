import Foundation
import TestSupport
import Testing

/// One spec for distributions that have macros of their own for systemd and for those that have none.
@Suite struct SpecMacroTests {
  /// As Fedora's systemd-rpm-macros have them, but for what they call.
  private static let macros = """
    %fedora 40
    %dist .fc40
    %_unitdir /usr/lib/systemd/system
    %_sysusersdir /usr/lib/sysusers.d
    %systemd_post() \\
    if [ $1 -eq 1 ]; then \\
        helper install %{?*} || : \\
    fi \\
    %{nil}
    %systemd_preun() \\
    if [ $1 -eq 0 ]; then \\
        helper remove %{?*} || : \\
    fi \\
    %{nil}
    %systemd_postun_with_restart() \\
    if [ $1 -ge 1 ]; then \\
        helper restart %{?*} || : \\
    fi \\
    %{nil}

    """

  private static let tags = ["PREIN", "POSTIN", "PREUN", "POSTUN", "POSTTRANS"]

  /// The scriptlets and files of the package that is rebuilt from the source package.
  private func rebuilt(_ source: String, on bench: Workbench, _ options: [String]) throws -> BuiltPackage {
    let top = "\(bench.folder)/top\(options.count)"
    try Program(
      "rpmbuild",
      ["--rebuild", "--nodeps", "--define", "_topdir \(top)", "--define", "_dbpath \(top)/db"] + options + [source]
    ).run().successful()
    let found = try run("sh", "-c", "ls \(top)/RPMS/noarch/*.rpm").successful().output.trimmingCharacters(in: .newlines)
    return BuiltPackage(format: .rpm, path: found)
  }

  @Test(arguments: [
    (
      [String](), "helper install twisted-web.service", "helper remove twisted-web.service",
      "helper restart twisted-web.service"
    ),
    (["--no-enable"], nil, "helper remove twisted-web.service", "helper restart twisted-web.service"),
    (
      ["-t", "api.tac"], "helper install twisted-api.service", "helper remove twisted-api.service",
      "helper restart twisted-api.service"
    ), (["--instances"], nil, nil, nil),
  ])
  func takesTheMacrosThatThereAre(words: [String], post: String?, preun: String?, postun: String?) throws {
    try Workbench.with { bench in
      try bench.place("api.tac")
      try bench.call(.rpm, ["-t", "web.tac", "-o", "o"] + words).successful()
      let made = BuiltPackage(format: .rpm, path: "\(bench.folder)/o/twisted-web-1.0-1.noarch.rpm")
      let source = "\(bench.folder)/o/twisted-web-1.0-1.src.rpm"
      let plain = try rebuilt(source, on: bench, [])
      for tag in Self.tags { #expect(try plain.script(tag) == made.script(tag), "\(tag)") }
      let file = try bench.place("macros", Self.macros)
      let own = try rebuilt(source, on: bench, ["--load", file])
      #expect(own.path.hasSuffix("twisted-web-1.0-1.fc40.noarch.rpm"))
      #expect(try own.paths == made.paths)
      for (tag, expected) in [("POSTIN", post), ("PREUN", preun), ("POSTUN", postun)] {
        let text = try own.script(tag)
        if let expected {
          #expect(text.contains(expected) && !text.contains("systemctl --no-reload"), "\(text)")
        } else {
          #expect(!text.contains("helper") && text.contains("systemctl"), "\(text)")
        }
        // Other acts are the same.
        try #expect(text.contains("__pycache__") == made.script(tag).contains("__pycache__"))
      }
    }
  }
}
