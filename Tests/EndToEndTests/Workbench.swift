import Foundation
import TestSupport
import Testing

/// A folder in which the built tools run as a person would run them, with a `TMPDIR` beside it.
struct Workbench {
  /// The working directory; `web.tac` of the example lies in it.
  let folder: String
  /// `TMPDIR` of every run.
  let temporary: String

  /// The date that every run gives its packages.
  static let date = "1795248226"
  static let maintainer = "Ada Example <ada@example.org>"

  /// Calls `body` with a fresh workbench, and removes it afterwards.
  static func with<Result>(_ body: (Workbench) throws -> Result) throws -> Result {
    try withTemporaryFolder { path in
      let bench = Workbench(folder: "\(path)/work", temporary: "\(path)/tmp")
      for folder in [bench.folder, bench.temporary] {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
      try FileManager.default.copyItem(atPath: Places.example, toPath: "\(bench.folder)/web.tac")
      return try body(bench)
    }
  }

  /// The tools' environment: nothing in it that says who the maintainer is.
  var environment: [String: String?] {
    [
      "TMPDIR": temporary, "SOURCE_DATE_EPOCH": Self.date, "DEBEMAIL": nil, "DEBFULLNAME": nil, "EMAIL": nil,
      "NO_COLOR": "1",
    ]
  }

  /// Runs a tool with exactly these arguments.
  func call(
    _ format: PackageFormat, _ arguments: [String], environment: [String: String?] = [:],
    timeout: Duration = .seconds(60)
  ) throws -> ProgramResult {
    var program = Program(format.tool, arguments)
    program.environment = self.environment.merging(environment) { $1 }
    program.folder = folder
    program.timeout = timeout
    return try program.run()
  }

  func tap2deb(_ arguments: String..., environment: [String: String?] = [:]) throws -> ProgramResult {
    try call(.deb, arguments, environment: environment)
  }

  func tap2rpm(_ arguments: String..., environment: [String: String?] = [:]) throws -> ProgramResult {
    try call(.rpm, arguments, environment: environment)
  }

  /// Builds a package with a maintainer, for systems with and without systemd, and reads it back.
  func package(
    _ format: PackageFormat, _ arguments: [String], environment: [String: String?] = [:]
  ) throws -> BuiltPackage {
    let before = Set(packages(format))
    let isNamed = arguments.contains { $0 == "-m" || $0 == "--maintainer" }
    let isOfBoth = format == .rpm && !arguments.contains { $0.hasSuffix("-sysv") }
    try call(
      format, (isNamed ? [] : ["-m", Self.maintainer]) + (isOfBoth ? ["--sysv"] : []) + arguments,
      environment: environment
    ).successful()
    guard let path = packages(format).first(where: { !before.contains($0) }) else {
      throw MissingPackage(format: format, files: files)
    }
    return BuiltPackage(format: format, path: path)
  }

  /// Writes a file into the working directory.
  @discardableResult
  func place(
    _ name: String,
    _ text: String = "from twisted.application import service\napplication = "
      + "service.Application('x')\n"
  ) throws -> String {
    let path = "\(folder)/\(name)"
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  /// Makes a program of shell that is to be found instead of a real one.
  ///
  /// - Returns: The folder that it lies in, for `PATH`.
  func standIn(for program: String, _ script: String) throws -> String {
    let (source, bin) = (try place("stand-in", "#!/bin/sh\n\(script)\n"), "\(folder)/bin")
    // Written by another process: a child that this one forks meanwhile would keep it open, and nobody could run it.
    try run("install", "-D", "-m", "755", source, "\(bin)/\(program)").successful()
    try FileManager.default.removeItem(atPath: source)
    return bin
  }

  /// Everything in the working directory but `web.tac`, sorted.
  var files: [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return all.filter { $0 != "web.tac" }.sorted()
  }

  /// What a run left in `TMPDIR`.
  var leftovers: [String] { (try? FileManager.default.subpathsOfDirectory(atPath: temporary)) ?? [] }

  private func packages(_ format: PackageFormat) -> [String] {
    files.filter { $0.hasSuffix(format.ending) }.map { "\(folder)/\($0)" }
  }
}

/// The two kinds of packages.
enum PackageFormat: String, CaseIterable, CustomTestStringConvertible {
  case deb, rpm

  var tool: String { self == .deb ? Places.tap2deb : Places.tap2rpm }
  var toolName: String { self == .deb ? "tap2deb" : "tap2rpm" }
  /// How the name of the binary package ends.
  var ending: String { self == .deb ? ".deb" : ".noarch.rpm" }
  /// The option that names the package.
  var nameOption: String { self == .deb ? "--debfile" : "--rpmfile" }
  /// The program that packs, and the package that brings it.
  var packer: (program: String, package: String) { self == .deb ? ("dpkg-deb", "dpkg") : ("rpmbuild", "rpm") }
  var testDescription: String { rawValue }
}

/// A run that succeeded and wrote no package.
struct MissingPackage: Error, CustomStringConvertible {
  let format: PackageFormat
  let files: [String]
  var description: String { "no new \(format.ending) among \(files)" }
}
