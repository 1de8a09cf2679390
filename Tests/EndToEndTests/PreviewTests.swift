import Foundation
import TestSupport
import Testing

/// What a run says before and after it builds.
@Suite struct PreviewTests {
  @Test(arguments: PackageFormat.allCases)
  func listsWhatWouldBeInstalled(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place(
        "own.tac",
        "from twisted.application import service\nimport helper\nopen('words.txt')\napplication = service.Application('x')\n"
      )
      try bench.place("helper.py", "")
      try run("sh", "-ec", "echo x >words.txt; chmod 600 own.tac; echo y >more", in: bench.folder).successful()
      let words = ["-t", "own.tac", "-m", Workbench.maintainer, "--include", "more", "--sysv"]
      let before = bench.files
      let listed = try bench.call(format, words + ["--list"]).successful().output
      #expect(bench.files == before && bench.leftovers.isEmpty)
      for line in [
        "-rw-r----- root:_twisted-own /etc/twisted-own/own.tac  (the application file)\n",
        "-rw-r--r-- root:root /usr/share/twisted-own/helper.py  (imported at own.tac:2)\n",
        "-rw-r--r-- root:root /usr/share/twisted-own/more  (--include more)\n",
        "-rw-r--r-- root:root /usr/lib/systemd/system/twisted-own.service  (the unit)\n", "(named at own.tac:3)\n",
      ] {
        #expect(listed.contains(line), "\(line)\n\(listed)")
      }
      // Of what ends alike, the file that is installed is shown.
      #expect(try bench.call(format, words + ["--print=service"]).output.contains("[Service]\n"))
      // The package that is built has these files and no others.
      let package = try bench.package(format, words)
      let paths = listed.split(separator: "\n").filter { !$0.hasPrefix("d") }.map { line in
        String(line.split(separator: " ")[2])
      }
      #expect(try Set(paths) == Set(package.paths.map { String($0.prefix { $0 != " " }) }))
    }
  }

  @Test(arguments: [(PackageFormat.deb, "postinst"), (.rpm, "pre"), (.deb, "control"), (.rpm, "spec")])
  func printsOneFile(format: PackageFormat, name: String) throws {
    try Workbench.with { bench in
      let words = ["-t", "web.tac", "-m", Workbench.maintainer]
      let printed = try bench.call(format, words + ["--print=\(name)"]).successful().output
      #expect(bench.files.isEmpty && !printed.isEmpty)
      if name == "postinst" {
        let package = try bench.package(.deb, words)
        #expect(try run("dpkg-deb", "--info", package.path, "postinst").output == printed)
      }
      let all = try bench.call(format, words + ["--print"]).successful().output
      #expect(all.contains(printed) && all.contains("==> usr/lib/systemd/system/twisted-web.service <==\n[Unit]\n"))
      let wrong = try bench.call(format, words + ["--print=\(name)x"])
      #expect(wrong.status == 2 && wrong.errors.contains("try --print="), "\(wrong)")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func tellsRealPathsAndNothingElseWhenQuiet(format: PackageFormat) throws {
    try Workbench.with { bench in
      let words = ["-t", "web.tac", "-m", Workbench.maintainer, "-o", "out"]
      let told = try bench.call(format, words).successful().output
      let quiet = try bench.call(format, words + ["-q"]).successful()
      let paths = quiet.output.split(separator: "\n").map(String.init)
      #expect(paths.count == 2 && quiet.errors.isEmpty)
      for path in paths {
        #expect(FileManager.default.fileExists(atPath: "\(bench.folder)/\(path)"), "\(path)")
        #expect(told.contains(path), "\(told)")
      }
    }
  }
}
