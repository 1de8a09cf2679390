import Foundation
import TestSupport
import Testing

/// What people get wrong, and all that they are told: `Golden/mistakes.txt` is read like a page of the manual.
@Suite struct MistakeTests {
  @Test func eachIsToldInPlainWords() throws {
    try Workbench.with { bench in
      try Self.prepare(bench)
      var page = ""
      for line in Self.commands.split(separator: "\n") where !line.hasPrefix("#") {
        var program = Program("sh", ["-c", String(line)])
        program.environment = bench.environment.merging([
          "PATH": "\(Places.binaries):/usr/bin:/bin", "DEBEMAIL": "Ada Example <ada@example.org>",
        ]) { $1 }
        program.folder = bench.folder
        let result = try program.run()
        let said = result.errors.replacing(bench.folder, with: "FOLDER")
        page += "$ \(line)\n\(said)status \(result.status)\n\n"
        #expect([1, 2, 3].contains(result.status), "\(line): \(result)")
        #expect(result.errors.contains("error: "), "\(line): \(result)")
      }
      #expect(bench.leftovers.isEmpty)
      try expectGolden(page, at: "Tests/EndToEndTests/Golden/mistakes.txt")
    }
  }

  private static func prepare(_ bench: Workbench) throws {
    let start = "from twisted.application import internet, service\n"
    let end = "application = service.Application('x')\n"
    for (name, text) in [
      ("open.tac", start + "print('never closed'\n" + end), ("print.tac", start + "print 'two'\n" + end),
      ("indent.tac", start + "if True:\nx = 1\n" + end), ("string.tac", start + "x = 'abc\n" + end),
      ("nothing.tac", start + "x = 1\n"), ("empty.tac", ""),
      ("run.tac", start + end + "from twisted.internet import reactor\nreactor.run()\n"),
      ("port.tac", start + end + "internet.TCPServer(99999, None).setServiceParent(application)\n"),
      ("text.tac", start + end + "internet.TCPServer('80', None).setServiceParent(application)\n"),
      ("name.tac", start + "application = service.Applicatoin('x')\n"),
      ("unbound.tac", start + "application = service.Application(nmae)\n"),
      ("root.tac", start + "application = service.Application('x', uid=0)\n"),
      ("page.html", "<html></html>\n"), ("settings.json", "{ \"section\": \"net\"\n"),
      ("keys.json", "{ \"maintaner\": \"Ada <ada@example.org>\" }\n"), ("req.txt", "six\n-e .\n"),
      ("url.txt", "six @ https://example.org/six.zip\n"), ("news.md", "# News\n\nNothing yet.\n"),
      ("bad.sh", "if true; then\n"), ("secrets/a.txt", "x\n"), ("old.tap", "no pickle"), ("x.tas", "app=Ref(1\n"),
      ("templates/systemd/service", "{{nmae}}\n"), ("templates2/systemd/service", "{{#if a}}\n"),
      ("plugin.py", "x = 1\n"), ("log.txt", "x\n"),
    ] {
      let folder = URL(filePath: "\(bench.folder)/\(name)").deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try bench.place(name, text)
    }
  }

  private static let commands = """
    # No file, or another than was meant.
    tap2deb
    env -u DEBEMAIL tap2deb web.tac
    tap2deb wbe.tac
    tap2deb nowhere/web.tac
    tap2deb .
    tap2deb page.html
    tap2deb empty.tac
    tap2deb -t web.tac -t wbe.tac
    tap2deb web.tac extra
    tap2deb web.tac -- --port 80
    tap2deb old.tap
    tap2deb x.tas
    tap2deb plugin.py --plugin web
    tap2deb -t twisted/plugins/web_plugin.py
    tap2deb --project nowhere
    tap2rpm wbe.tac
    # What Python or twistd would refuse.
    tap2deb open.tac
    tap2deb print.tac
    tap2deb indent.tac
    tap2deb string.tac
    tap2deb nothing.tac
    tap2deb run.tac
    tap2deb port.tac
    tap2deb text.tac
    tap2deb name.tac
    tap2deb unbound.tac
    tap2deb root.tac
    tap2deb web.tac --explain --type pickle
    tap2deb web.tac --explain --no-inspect
    # Options.
    tap2deb web.tac --hardning strict
    tap2deb web.tac --maintaner 'Ada <ada@example.org>'
    tap2deb web.tac -x
    tap2deb web.tac --version 1.2
    tap2deb web.tac --re 1
    tap2deb web.tac --output
    tap2deb web.tac --quiet=yes
    tap2deb web.tac --debfile a --debfile b
    tap2deb web.tac --type pickel
    tap2deb web.tac --format deb,rmp
    tap2deb web.tac --fail-on error
    tap2deb web.tac --print=postins
    tap2deb web.tac --list=x
    tap2deb --print-completions tcsh
    # Who and what.
    env -u DEBEMAIL tap2deb web.tac -m Ada
    tap2deb web.tac -m 'Ada <ada>'
    tap2deb web.tac -m 'Ada <ada@localhost>'
    tap2deb web.tac -m 'Ada, Bob <ada@example.org>'
    tap2deb web.tac -m ''
    tap2deb web.tac --debfile Web
    tap2deb web.tac --debfile w
    tap2deb web.tac --debfile web_server
    tap2deb web.tac --set-version 'one'
    tap2deb web.tac --set-version '1.0 beta'
    tap2deb web.tac --set-version v1.0
    tap2deb web.tac --set-version git
    tap2deb web.tac -e ''
    tap2deb web.tac --section nett
    tap2deb web.tac --licence MITT
    tap2deb web.tac --licence 'MIT AND'
    tap2deb web.tac --homepage example
    tap2deb web.tac --changelog nowhere
    tap2deb web.tac --changelog news.md
    tap2deb web.tac --changelog git
    tap2deb web.tac --compression zip
    tap2deb web.tac --compression xz:12
    # The service.
    tap2deb web.tac --user 'Ada Example'
    tap2deb web.tac --group 0x
    tap2deb web.tac --hardening hard
    tap2deb web.tac --runlevels 9
    tap2deb web.tac --runlevels ''
    tap2deb web.tac --unit MemoryMxa=5
    tap2deb web.tac --unit ExecStart=/bin/true
    tap2deb web.tac --unit MemoryMax
    tap2deb web.tac --unit Nice=50
    tap2deb web.tac --env TZ
    tap2deb web.tac --env '2=x'
    tap2deb web.tac --port 80000
    tap2deb web.tac --port http
    tap2deb web.tac --socket 8080
    tap2deb web.tac --socket tcp:8080
    tap2deb web.tac --twistd bin/twistd
    tap2deb web.tac --start-after-all
    tap2deb --plugin web -- --prot 80
    tap2deb --plugin web -- --port
    tap2deb --plugin web --plugin web
    tap2deb --plugin web -- extra
    tap2deb --plugin web -- --help
    # Files.
    tap2deb web.tac --include nowhere
    tap2deb web.tac --include log.txt:/etc/../x
    tap2deb web.tac --include log.txt:/usr/x --include page.html:/usr/x
    tap2deb web.tac --exclude-from nowhere
    tap2deb web.tac --link a
    tap2deb web.tac --state nowhere
    tap2deb web.tac --templates nowhere
    tap2deb web.tac --templates templates
    tap2deb web.tac --templates templates2
    tap2deb web.tac --postinst nowhere
    tap2deb web.tac --postinst bad.sh
    tap2deb web.tac --config nowhere
    tap2deb web.tac --config settings.json
    tap2deb web.tac --config keys.json
    tap2deb web.tac --stubs nowhere
    # What it needs.
    tap2deb web.tac --requirements req.txt --fail-on note
    tap2deb web.tac --requirements url.txt --fail-on note
    tap2rpm web.tac --depends 'foo (> > 1)'
    tap2deb web.tac --depends 'foo (>= 1_0)'
    tap2deb web.tac --init-command 'if true'
    tap2deb --plugin wbe --fail-on note
    tap2deb web.tac --depends 'foo >= 1 bar'
    tap2deb web.tac --depends 'Foo!'
    tap2deb web.tac --requirements nowhere
    tap2deb web.tac --bundle nowhere
    tap2deb web.tac --bundle req.txt --wheelhouse nowhere
    # Artefacts.
    tap2deb web.tac --binary-only --source-only
    tap2deb web.tac --source-format 2.0
    tap2deb web.tac --sign 12
    tap2deb web.tac -o web.tac
    tap2deb web.tac -o /proc/x
    tap2rpm web.tac --source-format native
    tap2deb --init
    # The other tools.
    tapconvert
    tapconvert -i wbe.tap
    tapconvert -i web.tac -t pickle
    tapconvert -i old.tap
    tapconvert -i web.tac -t taz
    mktap
    mktap wbe
    mktap web --prot 80
    mktap --uid 'a b' web
    mktap --type pickel web
    mktap --append nowhere.tac web
    """
}
