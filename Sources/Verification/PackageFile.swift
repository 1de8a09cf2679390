import Diagnostics
import Toolbox

/// A package that is tried: what it says of itself, read without running any of it.
package struct PackageFile: Sendable, Equatable {
  package enum Format: String, Sendable, Equatable { case deb, rpm }

  package let format: Format
  package let path: String
  package let name: String
  package let version: String
  /// The packages that it needs, the first of each choice.
  package let dependencies: [String]
  /// The files that are the administrator's.
  package let conffiles: [String]
  package var services: [PackagedService]
  /// Where it is unpacked.
  let contents: String

  /// Reads a package, a Debian one or an RPM package by the ending of its name.
  ///
  /// - Throws: A usage failure for what is none.
  package init(_ path: String, in workspace: Workspace, _ context: BuildContext) throws(Failure) {
    guard FileSystem.size(of: path) != nil, !FileSystem.isFolder(path) else {
      throw Failure.usage(
        .verification, "there is no package \(quoted(path))", remedy: "give the path of a .deb or an .rpm")
    }
    if path.hasSuffix(".rpm") {
      try self.init(rpm: path, in: workspace, context)
    } else {
      try self.init(debian: path, in: workspace, context)
    }
  }

  private init(debian path: String, in workspace: Workspace, _ context: BuildContext) throws(Failure) {
    format = .deb
    let environment = workspace.environment(from: context)
    let absolute = FileSystem.real(path) ?? path
    func field(_ name: String) throws(Failure) -> String {
      try Program.dpkgDeb.run(["--field", absolute, name], environment: environment, in: workspace)
        .split(separator: "\n", omittingEmptySubsequences: true).joined(separator: " ")
    }
    self.path = absolute
    name = try field("Package")
    version = try field("Version")
    guard Self.isName(name) else {
      throw Failure.usage(.verification, "\(quoted(path)) has no name in its control file", remedy: "build it again")
    }
    dependencies = Self.firstChoices(try field("Pre-Depends") + "," + (try field("Depends")))
    // What installs them takes more than names: paths of packages, patterns, options.
    if let other = dependencies.first(where: { !Self.isName($0) }) {
      throw Failure.usage(
        .verification, "\(quoted(path)) depends on \(quoted(other)), which is not the name of a package",
        remedy: "build it again")
    }
    contents = try Self.unique("package", in: workspace)
    try Program.dpkgDeb.run(
      ["--raw-extract", absolute, contents], environment: environment, in: workspace, timeout: 120)
    conffiles = Self.lines("\(contents)/DEBIAN/conffiles").filter { $0.hasPrefix("/") }
    services = PackagedService.all(in: contents)
  }

  private init(rpm path: String, in workspace: Workspace, _ context: BuildContext) throws(Failure) {
    format = .rpm
    let environment = workspace.environment(from: context)
    let absolute = FileSystem.real(path) ?? path
    func told(_ query: [String]) throws(Failure) -> [String] {
      try Program.rpm.run(
        ["--query", "--package", "--nosignature"] + query + ["--", absolute], environment: environment, in: workspace
      ).split(separator: "\n").map(String.init)
    }
    let said = try told(["--queryformat", "%{NAME}\n%{EPOCHNUM}:%{VERSION}-%{RELEASE}\n%{SOURCEPACKAGE}\n"])
    guard said.count == 3, said[0].first != "-", said[0].utf8.allSatisfy({ $0 != 0x2F && $0 > 0x20 }), said[2] != "1"
    else {
      throw Failure.usage(
        .verification, "\(quoted(path)) is not a package that can be installed",
        remedy: "give the binary package's path")
    }
    self.path = absolute
    (name, version) = (said[0], said[1].hasPrefix("0:") ? String(said[1].dropFirst(2)) : said[1])
    dependencies =
      OrderedSet(
        try told(["--requires"]).map { String($0.prefix { $0 != " " }) }.filter { !$0.hasPrefix("rpmlib(") }
      ).elements
    conffiles = try told(["--configfiles"]).filter { $0.hasPrefix("/") }
    contents = try Self.unique("package", in: workspace)
    // Not cpio, which writes through a link that it has just unpacked.
    try Program.sh.run(
      [
        "-c", #"rpm2archive - <"$1" | tar --directory "$2" --extract --gzip --no-same-owner"#, "sh", absolute, contents,
      ],
      environment: environment, in: workspace, timeout: 120)
    services = PackagedService.all(in: contents)
  }

  /// A package's name, as Debian Policy 5.6.1 has it.
  static func isName(_ name: String) -> Bool {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E].contains(byte)
    }
    return isPlain && name.utf8.count > 1 && name.first.map { $0.isLetter || $0.isNumber } == true
  }

  /// The name of the first of each choice, without version and architecture.
  static func firstChoices(_ relations: String) -> [String] {
    var names = OrderedSet<String>()
    for relation in relations.split(separator: ",") {
      let choice = relation.split(separator: "|").first ?? ""
      let name = choice.drop { $0 == " " }.prefix { !" (:[".contains($0) }
      if !name.isEmpty { names.append(String(name)) }
    }
    return names.elements
  }

  static func lines(_ path: String) -> [String] {
    guard let file = try? InputFile(path, limit: 1 << 20) else { return [] }
    return String(decoding: file.contents, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func unique(_ name: String, in workspace: Workspace) throws(Failure) -> String {
    do throws(SystemError) {
      return try FileSystem.makeUniqueFolder("\(workspace.path)/\(name)-")
    } catch {
      throw error.failure(.build, to: "make a folder in", workspace.path)
    }
  }
}

extension Program {
  static let rpm = Program("rpm", package: "rpm")
  static let sh = Program("sh", package: "dash")
}
