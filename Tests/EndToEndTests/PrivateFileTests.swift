import Foundation
import TestSupport
import Testing

/// What others could not read stays so.
@Suite struct PrivateFileTests {
  static let application = """
    import os
    from twisted.application import service
    open("secrets.json"); open("public.txt"); open("data.bin")
    application = service.Application("web")

    """

  /// Path, mode and group of what is installed.
  private static func listing(_ package: BuiltPackage) throws -> [String: String] {
    let text =
      try package.format == .deb
      ? run("sh", "-c", "dpkg-deb -c \"$0\" | awk '{ print $1, $2, $6 }' | sed 's, \\., ,'", package.path).output
      : run(
        "rpm", "-qp", "--queryformat", "[%{FILEMODES:perms} %{FILEUSERNAME}/%{FILEGROUPNAME} %{FILENAMES}\n]",
        package.path
      )
      .output
    var modes: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      if words.count == 3 {
        modes[words[2].hasSuffix("/") ? String(words[2].dropLast()) : words[2]] = words[0] + " " + words[1]
      }
    }
    return modes
  }

  private static func prepare(_ bench: Workbench) throws {
    try bench.place("own.tac", application)
    try run(
      "sh", "-ec",
      """
      echo '{}' >secrets.json; chmod 600 secrets.json own.tac; echo x >public.txt
      openssl genrsa -out data.bin 1024 2>/dev/null; chmod 600 data.bin
      mkdir -p inc/.ssh inc/hidden; chmod 700 inc/hidden; echo x >inc/hidden/f; echo x >inc/.netrc; echo y >inc/tool
      echo '-----BEGIN OPENSSH PRIVATE KEY-----' >inc/.ssh/id; chmod 640 inc/.netrc; chmod 750 inc/tool
      """, in: bench.folder
    ).successful()
  }

  /// A program that runs the reactor itself is an application file, too.
  @Test(arguments: PackageFormat.allCases, [true, false])
  func aScriptStaysPrivate(format: PackageFormat, holdsPassword: Bool) throws {
    try Workbench.with { bench in
      let password = holdsPassword ? "PASSWORD = \"hunter2\"\n" : ""
      try bench.place("run.py", "from twisted.internet import reactor\n\(password)reactor.run()\n")
      if !holdsPassword { try run("chmod", "600", "run.py", in: bench.folder).successful() }
      let modes = try Self.listing(bench.package(format, ["--script", "run.py"]))
      let mode = try #require(modes["/usr/share/twisted-run/run.py"])
      #expect(mode == (format == .deb ? "-rw-r----- root/root" : "-rw-r----- root/_twisted-run"), "\(mode)")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func staysPrivate(format: PackageFormat) throws {
    try Workbench.with { bench in
      try Self.prepare(bench)
      let result = try bench.call(
        format,
        ["-t", "own.tac", "-m", Workbench.maintainer, "--include", "inc", "--include", "inc/.netrc:/etc/x/cred"])
      #expect(result.succeeded, "\(result)")
      for word in [
        "private key \"data.bin\" is not packaged", "inc/.ssh\" is", "inc/.netrc\" is", "inc/.ssh/id\" holds",
      ] {
        #expect(result.errors.contains(word), "\(word): \(result)")
      }
      let path = try #require(bench.files.first { $0.hasSuffix(format.ending) })
      let package = BuiltPackage(format: format, path: "\(bench.folder)/\(path)")
      let modes = try Self.listing(package)
      let group = format == .deb ? "root/root" : "root/_twisted-own"
      let home = "/usr/share/twisted-own"
      #expect(modes["/etc/twisted-own/own.tac"] == "-rw-r----- \(group)", "\(modes)")
      #expect(modes["/etc/twisted-own/secrets.json"] == "-rw-r----- \(group)")
      #expect(
        modes["\(home)/inc/hidden"] == "drwxr-x--- \(group)" && modes["\(home)/inc/hidden/f"] == "-rw-r--r-- root/root")
      #expect(modes["\(home)/inc/tool"] == "-rwxr-x--- \(group)" && modes["/etc/x/cred"] == "-rw-r----- \(group)")
      #expect(!modes.keys.contains { $0.hasSuffix("data.bin") })
      if format == .deb {
        let script = try run("dpkg-deb", "--info", package.path, "postinst").output
        #expect(script.contains("chgrp _twisted-own") && script.contains("/etc/twisted-own/own.tac"), "\(script)")
        #expect(script.contains("dpkg-statoverride --list"))
      }
      if format == .rpm {
        #expect(try run("rpm", "-qp", "--provides", package.path).output.contains("group(_twisted-own)\n"))
      }
      // Nor can others read the packages themselves.
      for file in bench.files where file.hasSuffix(".deb") || file.hasSuffix(".rpm") {
        let mode = try run("stat", "-c", "%a", file, in: bench.folder).output
        #expect(mode == "600\n", "\(file) \(mode)")
      }
    }
  }

  /// What comes in by two ways is for the service alone if it is by one; what --state names keeps what others may do.
  @Test(arguments: PackageFormat.allCases)
  func stateStaysPrivate(format: PackageFormat) throws {
    try Workbench.with { bench in
      try run(
        "sh", "-ec",
        """
        mkdir -p web.axiom/files seed/hidden; printf 'SQLite format 3\\0' >web.axiom/db.sqlite
        echo x >seed/open; echo x >seed/own; echo x >seed/hidden/f; echo x >seed/tool
        chmod 600 seed/own; chmod 700 seed/hidden; chmod 750 seed/tool; chmod 644 web.axiom/db.sqlite
        """, in: bench.folder
      ).successful()
      let words = ["-t", "web.axiom", "--state", "web.axiom", "--state", "seed", "--state", "seed/own:other"]
      let modes = try Self.listing(bench.package(format, words))
      let state = "/usr/lib/twisted-web/state"
      let expected = [
        "web.axiom": "drwxr-x---", "web.axiom/db.sqlite": "-rw-r-----", "web.axiom/files": "drwxr-x---",
        "seed": "drwxr-xr-x", "seed/open": "-rw-r--r--", "seed/own": "-rw-r-----", "seed/hidden": "drwxr-x---",
        "seed/tool": "-rwxr-x---", "other": "-rw-r-----",
      ]
      for (path, mode) in expected {
        let group = format == .rpm && mode.hasSuffix("---") ? "_twisted-web" : "root"
        #expect(modes["\(state)/\(path)"] == "\(mode) root/\(group)", "\(path): \(modes)")
      }
    }
  }

  /// Lists of passwords, settings with one, and what lies in a folder of its owner's alone are no less private.
  @Test(arguments: PackageFormat.allCases)
  func whatHoldsPasswordsBecomesPrivate(format: PackageFormat) throws {
    try Workbench.with { bench in
      try run("sh", "-ec", "mkdir -m 700 own; echo x >own/f; echo a:b >passwd.txt; echo x >words.txt", in: bench.folder)
        .successful()
      try bench.place("settings.py", "SECRET_KEY = 'hunter2'\n")
      try bench.place("words.py", "hint = {'password': 'yours'}\n")
      try bench.place(
        "web.tac",
        """
        import settings, words
        from twisted.application import service
        from twisted.cred.checkers import FilePasswordDB
        open("own/f"); open("words.txt"); FilePasswordDB("passwd.txt")
        application = service.Application("web")

        """)
      let modes = try Self.listing(bench.package(format, ["-t", "web.tac"]))
      let home = "/usr/share/twisted-web"
      for name in ["own/f", "passwd.txt", "settings.py"] {
        #expect(modes["\(home)/\(name)"]?.hasPrefix("-rw-r----- ") == true, "\(name): \(modes)")
      }
      for name in ["words.txt", "words.py"] {
        #expect(modes["\(home)/\(name)"]?.hasPrefix("-rw-r--r-- ") == true, "\(name): \(modes)")
      }
    }
  }

  @Test func rebuildsTheSame() throws {
    try Workbench.with { bench in
      try Self.prepare(bench)
      let package = try bench.package(.deb, ["-t", "own.tac", "-d", "twisted-web", "--include", "inc"])
      #expect(try bench.rebuildDebianPackage().digest == package.digest)
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func isForEveryoneWhateverTheUmask(format: PackageFormat) throws {
    try Workbench.with { bench in
      let words = "\"$0\" -t web.tac -m '\(Workbench.maintainer)' -o"
      var call = Program("sh", ["-ec", "umask 022; \(words) a; umask 077; \(words) b --repo r", format.tool])
      call.environment = bench.environment
      call.folder = bench.folder
      try call.run().successful()
      let modes = try run("sh", "-c", "find b r ! -type l -printf '%y %m\\n' | sort -u", in: bench.folder).output
      #expect(modes == (format == .deb ? "d 755\nf 644\nf 755\n" : "d 755\nf 644\n"), "\(modes)")
      let same = try run(
        "sh", "-c", "cmp a/*\(format.ending) b/*\(format.ending); stat -c %a a/*\(format.ending)", in: bench.folder)
      #expect(same.output == "644\n", "\(same)")
    }
  }

  @Test(
    arguments: PackageFormat.allCases,
    [
      ["ftp", "--auth", "memory:joe:hunter2"], ["xmpp-router", "--secret", "hunter2"], ["x", "--password=hunter2"],
      ["x", "http://joe:hunter2@example.org/"],
    ])
  func passwordsAreNotForEveryone(format: PackageFormat, words: [String]) throws {
    try Workbench.with { bench in
      let built = try bench.call(
        format, ["--plugin", words[0], "-m", Workbench.maintainer, "--no-inspect", "--"] + words.dropFirst())
      #expect(built.succeeded && built.errors.contains("a password is in the options"), "\(built)")
      let path = try #require(bench.files.first { $0.hasSuffix(format.ending) })
      let package = BuiltPackage(format: format, path: "\(bench.folder)/\(path)")
      let modes = try Self.listing(package)
      for file in try package.paths {
        guard try String(decoding: package.contents(file), as: UTF8.self).contains("hunter2") else { continue }
        #expect(modes[file]?.hasPrefix("-rw-r----- ") == true, "\(file)")
      }
      let folder = format == .deb ? "/etc/default" : "/etc/sysconfig"
      #expect(try package.text("\(folder)/\(package.name)").contains("hunter2"))
    }
  }

  /// An RPM names groups, so a number is for its scriptlet.
  @Test(arguments: PackageFormat.allCases)
  func groupsMayBeNumbers(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place(
        "own.tac",
        "from twisted.application import service\napplication = service.Application('x', uid=1234, gid=1234)\n")
      try run("chmod", "600", "own.tac", in: bench.folder).successful()
      let package = try bench.package(format, ["-t", "own.tac"])
      let scripts =
        try format == .deb
        ? run("dpkg-deb", "--info", package.path, "postinst") : run("rpm", "-qp", "--scripts", package.path)
      #expect(scripts.output.contains("chgrp 1234"), "\(scripts)")
      #expect(try Self.listing(package)["/etc/twisted-own/own.tac"] == "-rw-r----- root/root")
    }
  }

  @Test func severalGroupsShareNoPrivateFile() throws {
    try Workbench.with { bench in
      try bench.place(
        "a.tac", "open('s')\nfrom twisted.application import service\napplication = service.Application('a')\n")
      try bench.place("b.tac")
      try run("sh", "-ec", "echo x >s; chmod 600 s", in: bench.folder).successful()
      let words = ["-t", "a.tac", "-t", "b.tac", "-m", Workbench.maintainer]
      let result = try bench.call(.deb, words)
      #expect(result.status == 2 && result.errors.contains("several groups"), "\(result)")
      try bench.call(.deb, words + ["--group", "shared"]).successful()
    }
  }
}
