import Foundation
import TestSupport
import Testing

/// Compiled files beside the application, which tie a package to a machine and need libraries.
@Suite struct CompiledFileTests {
  private static let machine = try? run("dpkg", "--print-architecture").successful().output.dropLast()

  /// Makes the packages of an application with a program, a copy of one of the system's, among its data.
  private static func package(
    on bench: Workbench, _ format: PackageFormat, _ arguments: [String] = []
  ) throws -> BuiltPackage {
    try run("sh", "-c", "mkdir -p tools && cp /bin/true tools/helper", in: bench.folder).successful()
    try bench.call(
      format, ["-m", Workbench.maintainer, "-t", "web.tac", "--include", "tools"] + arguments
    ).successful()
    let name = try #require(bench.files.first { $0.hasSuffix(".\(format)") && !$0.hasSuffix(".src.rpm") })
    return BuiltPackage(format: format, path: "\(bench.folder)/\(name)")
  }

  @Test(arguments: PackageFormat.allCases)
  func tieThePackageToTheMachine(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try Self.package(on: bench, format)
      let paths = try package.paths
      #expect(paths.contains("/usr/lib/twisted-web/compiled/tools/helper"))
      #expect(paths.contains("/usr/share/twisted-web/tools/helper"))
      switch format {
      case .deb:
        #expect(try package.field("Architecture") == Self.machine ?? "")
        #expect(try package.field("Depends").contains("libc6 (>= "))
        let findings = try run("lintian", "--fail-on", "none", package.path).output.split(separator: "\n")
        #expect(findings.filter { $0.hasPrefix("E:") }.isEmpty, "\(findings)")
      case .rpm:
        #expect(try package.tag("ARCH") != "noarch")
        #expect(try run("rpm", "-qpR", package.path).successful().output.contains("libc.so.6("))
      }
    }
  }

  @Test func rebuildsTheSameDebianPackage() throws {
    try Workbench.with { bench in
      let package = try Self.package(on: bench, .deb)
      try run(
        "sh", "-c", "cd .build/twisted-web-1.0 && dpkg-buildpackage -b -us -uc -d",
        environment: ["SOURCE_DATE_EPOCH": Workbench.date], in: bench.folder
      ).successful()
      let name = URL(filePath: package.path).lastPathComponent
      #expect(try BuiltPackage(format: .deb, path: "\(bench.folder)/.build/\(name)").digest == package.digest)
    }
  }

  /// What rests with the packager: a program for another machine is data, a module for one can never be imported.
  @Test func tellsOfOtherMachines() throws {
    try Workbench.with { bench in
      // An ELF header of a 32-bit big-endian machine: m68k.
      let header = "printf '\\177ELF\\1\\2\\1\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\2\\0\\4'"
      try run("sh", "-c", "mkdir d; \(header) >d/firmware; cp d/firmware m.abi3.so", in: bench.folder).successful()
      let data = try bench.tap2deb("-m", Workbench.maintainer, "-t", "web.tac", "--include", "d").successful()
      #expect(data.errors.contains("d/firmware\" is compiled for another machine, and goes in as data"))
      let module = try bench.tap2deb("-m", Workbench.maintainer, "-t", "web.tac", "--include", "m.abi3.so")
      #expect(module.status == 1)
      #expect(module.errors.contains("m.abi3.so: is compiled for another machine"))
    }
  }

  /// Links to the target, and absolute ones within the package.
  @Test(arguments: PackageFormat.allCases)
  func linksAreTheTargets(format: PackageFormat) throws {
    try Workbench.with { bench in
      try run(
        "sh", "-c", "mkdir s t; echo x >s/real; ln -s /usr/share/twisted-web/s/real s/l; ln -s /etc/ssl/certs t/certs",
        in: bench.folder
      ).successful()
      let refused = try bench.call(format, ["-m", Workbench.maintainer, "-t", "web.tac", "--include", "t"])
      #expect(refused.errors.contains("--link /etc/ssl/certs:t/certs"))
      let package = try bench.package(
        format,
        [
          "-t", "web.tac", "--include", "s", "--include", "t", "--exclude", "certs", "--link", "/etc/ssl/certs:t/certs",
        ])
      #expect(try Self.link("/usr/share/twisted-web/t/certs", of: package) == "/etc/ssl/certs")
      #expect(try Self.link("/usr/share/twisted-web/s/l", of: package) == "real")
    }
  }

  private static func link(_ path: String, of package: BuiltPackage) throws -> String {
    switch package.format {
    case .deb:
      let listing = try run("dpkg-deb", "-c", package.path).successful().output
      let line = listing.split(separator: "\n").first { $0.contains(" .\(path) -> ") } ?? ""
      return line.split(separator: " ").last.map(String.init) ?? ""
    case .rpm:
      let listing = try run("rpm", "-qp", "--queryformat", "[%{FILENAMES} %{FILELINKTOS}\n]", package.path).successful()
      let line = listing.output.split(separator: "\n").first { $0.hasPrefix(path + " ") } ?? ""
      return String(line.dropFirst(path.utf8.count + 1))
    }
  }
}
