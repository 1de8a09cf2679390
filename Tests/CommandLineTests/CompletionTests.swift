import Foundation
import TestSupport
import Testing

/// What the shells themselves offer for the tools, asked of each shell with the script that is installed for it.
@Suite struct CompletionTests {
  /// A command line as far as it is typed, and what it becomes; each has one way to go on.
  private static let cases = [
    ("tap2deb --section pyth", "python"), ("tap2deb --licence AGPL-3.0-on", "AGPL-3.0-only"),
    ("tap2deb --hardening str", "strict"), ("tap2deb --target debian-13", "debian-13"),
    ("tap2deb --user daem", "daemon"),
    ("tap2deb --group daem", "daemon"), ("tap2deb --plugin portf", "portforward"), ("tap2deb -t sit", "site.tac"),
    ("tap2deb sit", "site.tac"), ("tap2deb --sign ada@", "ada@example.org"), ("tap2rpm --runner axi", "axiomatic"),
    ("tapconvert -i ol", "old.tap"), ("mktap -a sit", "site.tac"), ("mktap portf", "portforward"),
    ("tap2deb --script pro", "program.py"), ("tap2deb --config noth", "nothing.txt"), ("tap2deb notes.t", "notes.txt"),
  ]

  private func expect(_ shell: String, _ offered: ([String: String], String) throws -> [String]) throws {
    try withTemporaryFolder { folder in
      for name in [
        "site.tac", "site.html", "old.tap", "old.txt", "program.py", "program.txt", "nothing.txt", "notes.txt",
      ] {
        try "".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      }
      // A keyring that has one key, without one being made.
      try """
      #!/bin/sh
      echo 'uid:u::::1700000000::0123::Ada Example <ada@example.org>::::::::::0:'
      """.write(toFile: "\(folder)/gpg", atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/gpg")
      let scripts = try Dictionary(
        uniqueKeysWithValues: ["tap2deb", "tap2rpm", "tapconvert", "mktap"].map { tool in
          (tool, try run("\(Places.binaries)/\(tool)", "--print-completions", shell).successful().output)
        })
      let found = try offered(scripts, folder)
      for (index, (line, wanted)) in Self.cases.enumerated() {
        #expect(index < found.count && found[index] == wanted, "\(shell): \(line): \(found)")
      }
    }
  }

  private func answer(_ program: String, _ arguments: [String], to text: String, in folder: String) throws -> [String] {
    var program = Program(program, arguments)
    program.input = Data(text.utf8)
    program.folder = folder
    program.environment = ["PATH": "\(folder):/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8"]
    return try program.run().output.split(separator: "\n").map(String.init)
  }

  @Test func bash() throws {
    try expect("bash") { scripts, folder in
      var text = "compopt() { :; }\n" + scripts.values.joined(separator: "\n")
      for (line, _) in Self.cases {
        let words = line.split(separator: " ")
        text += "COMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1); _\(words[0]); echo \"${COMPREPLY[*]}\"\n"
      }
      return try answer("bash", ["-s"], to: text, in: folder)
    }
  }

  @Test func fish() throws {
    try expect("fish") { scripts, folder in
      var text = scripts.values.joined(separator: "\n")
      for (line, _) in Self.cases { text += "complete -C '\(line)' | string split -f 1 \\t | head -n 1\n" }
      return try answer("fish", ["--no-config"], to: text, in: folder)
    }
  }

  /// zsh completes on a terminal only: a pseudo-terminal types the line and the tab, and a key writes down what became of it.
  @Test func zsh() throws {
    try expect("zsh") { scripts, folder in
      for (tool, script) in scripts {
        try script.write(toFile: "\(folder)/_\(tool)", atomically: true, encoding: .utf8)
      }
      var text = """
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell 'fpath=(\(folder) $fpath); autoload -U compinit; compinit -u -D; LISTMAX=1000'
        zpty -w shell 'written() { print -r -- $BUFFER >>\(folder)/lines; BUFFER= }; zle -N written; bindkey "^X" written'
        zpty -w shell 'print -r ready >>\(folder)/lines'
        await() { for ((i = 0; i < 200 && $(wc -l <\(folder)/lines) < $1; i++)) sleep 0.1; }
        : >\(folder)/lines; await 1

        """
      for (index, (line, _)) in Self.cases.enumerated() {
        text += "zpty -n -w shell $'\(line)\\t\\x18'; await \(index + 2)\n"
      }
      text += "zpty -d shell\n"
      _ = try answer("zsh", ["-f"], to: text, in: folder)
      let lines = try String(contentsOfFile: "\(folder)/lines", encoding: .utf8).split(separator: "\n").dropFirst()
      return lines.map { $0.trimmingCharacters(in: .whitespaces).split(separator: " ").last.map(String.init) ?? "" }
    }
  }
}
