import Foundation
import TestSupport
import Testing

/// What the environment file of a service sets reaches the service, and no program that root runs to start it.
@Suite struct InitScriptEnvironmentTests {
  enum Shell: String, CaseIterable, Sendable { case dash, bash }

  /// Lines of the file, with what the service is to have of them.
  private static let lines: [(text: String, name: String, value: String)] = [
    ("PATH=/evil:/usr/bin:/bin", "PATH", "/evil:/usr/bin:/bin"), ("IFS=/", "IFS", "/"),
    ("LD_PRELOAD=/evil.so", "LD_PRELOAD", "/evil.so"), ("BASH_ENV=/evil", "BASH_ENV", "/evil"),
    ("SETTINGS=mine", "SETTINGS", "mine"), ("SERVICE=own", "SERVICE", "own"), ("settings=x", "settings", "x"),
    (#"WORDS="a 'b' \"c\" \$d \`e\` \\""#, "WORDS", #"a 'b' "c" $d `e` \"#),
    ("LINES_=\"a\nunset PATH\n\"", "LINES_", "a\nunset PATH\n"), ("TEXT=é", "TEXT", "é"),
  ]

  /// Every variable that the scripts have.
  private static func scriptNames() throws -> Set<String> {
    var names: Set<String> = []
    for template in ["init.debian", "init.rpm", "process"] {
      let text = try String(contentsOfFile: "\(Places.repository)/templates/sysv/\(template)", encoding: .utf8)
      for match in text.matches(of: #/(?m)^\s*([A-Za-z_]+)=/#) { names.insert(String(match.output.1)) }
    }
    return names.subtracting(["PATH", "SETTINGS", "SERVICE"])
  }

  /// The script up to its verbs, with another file of variables, and then what a test has to add.
  private func run(
    _ format: PackageFormat, _ shell: Shell, file: String, then text: String,
    on bench: Workbench
  ) throws -> ProgramResult {
    let script = try bench.package(format, ["-t", "web.tac", "--sysv"]).initScript
    let end = try #require(script.firstRange(of: format == .deb ? "\n# 0 when it was started" : "\nstart() {\n"))
    let path = "/etc/\(format == .deb ? "default" : "sysconfig")/twisted-web"
    #expect(script.contains(path))
    let start = try script[..<end.lowerBound].replacing(path, with: bench.place("file", file))
      .replacing(". /lib/lsb/init-functions", with: ":")
      .replacing("PATH=/usr/sbin:", with: "PATH=\(bench.folder)/bin:/usr/sbin:")
    try bench.place("script", start + "\n" + text)
    let before = "mkdir -p bin && ln -sf /bin/\(shell) bin/sh && exec env -i PATH=/usr/bin:/bin HOME=/ bin/sh script"
    return try TestSupport.run("sh", "-c", before, in: bench.folder)
  }

  @Test(arguments: PackageFormat.allCases, Shell.allCases)
  func reachesTheServiceAlone(format: PackageFormat, shell: Shell) throws {
    try Workbench.with { bench in
      let names = try Self.scriptNames().subtracting(["TWISTD_LOG", "TWISTD_OPTIONS"])
      #expect(names.count > 10)
      let file =
        Self.lines.map { $0.text + "\n" }.joined() + names.map { "\($0)=evil\n" }.joined()
        + "TWISTD_LOG='--logfile=a b/c'\nTWISTD_OPTIONS=\"--x /\"\necho noise\nfalse\n"
      let report = names.sorted().map { "\($0)=$\($0)" }.joined(separator: "|")
      let text = """
        kept=$(env | sort; printf '%s' "\(report)|$PATH|$IFS")
        read_settings || exit 9
        stat / >/dev/null
        [ "$(env | sort; printf '%s' "\(report)|$PATH|$IFS")" = "$kept" ] || exit 8
        printf '%s\\0' $TWISTD_LOG $TWISTD_OPTIONS
        SETTINGS=$SETTINGS sh -c "$SERVICE" sh env -0
        """
      let result = try run(format, shell, file: file, then: text, on: bench)
      #expect(result.status == 0, "\(result)")
      // The loader says once that it cannot preload: for the service.
      #expect(result.errors.split(separator: "\n").count == 1 && result.errors.contains("/evil.so"), "\(result)")
      let said = result.output.split(separator: "\0").map(String.init)
      #expect(Array(said.prefix(4)) == ["--logfile=a", "b/c", "--x", "/"], "\(said)")
      let given = Set(said.dropFirst(4))
      for line in Self.lines { #expect(given.contains("\(line.name)=\(line.value)"), "\(line.name): \(given)") }
      for name in names { #expect(given.contains("\(name)=evil"), "\(name): \(given)") }
      #expect(given.contains("HOME=/"))
    }
  }

  /// What cannot be read to its end would start another service than the administrator wants.
  @Test(arguments: PackageFormat.allCases, ["exit 0\n", "(\n"])
  func aBrokenFileStartsNothing(format: PackageFormat, file: String) throws {
    try Workbench.with { bench in
      let result = try run(format, .dash, file: file, then: "read_settings && echo started; :", on: bench)
      #expect(result.status == 0 && result.output.isEmpty, "\(result)")
      #expect(result.errors.contains("file cannot be read."), "\(result)")
    }
  }
}
