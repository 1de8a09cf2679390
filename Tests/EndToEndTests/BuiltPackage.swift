import Foundation
import TestSupport

/// A package, read back with the formats' own tools.
struct BuiltPackage {
  let format: PackageFormat
  let path: String

  var fileName: String { URL(filePath: path).lastPathComponent }
  var name: String { get throws { try format == .deb ? field("Package") : tag("NAME") } }
  var version: String { get throws { try format == .deb ? field("Version") : tag("VERSION") } }
  var maintainer: String { get throws { try format == .deb ? field("Maintainer") : tag("PACKAGER") } }
  var summary: String {
    get throws { try format == .deb ? String(field("Description").prefix { $0 != "\n" }) : tag("SUMMARY") }
  }
  /// The long description, a control field's folding undone (Debian Policy 5.6.13).
  var description: String {
    get throws {
      guard format == .deb else { return try tag("DESCRIPTION") }
      return try field("Description").split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        .map { $0 == " ." ? "" : String($0.dropFirst()) }.joined(separator: "\n")
    }
  }

  /// A control field of a .deb.
  func field(_ name: String) throws -> String {
    String(try run("dpkg-deb", "--field", path, name).successful().output.dropLast())
  }

  /// A header tag of an .rpm.
  func tag(_ name: String) throws -> String {
    try run("rpm", "-qp", "--queryformat", "%{\(name)}", path).successful().output
  }

  /// The paths of the installed files, without folders.
  var paths: [String] {
    get throws {
      switch format {
      case .deb:
        try run("sh", "-c", "dpkg-deb --fsys-tarfile \"$0\" | tar --quoting-style=literal -tf -", path).successful()
          .output
          .split(separator: "\n").filter { !$0.hasSuffix("/") }.map { String($0.dropFirst()) }.sorted()
      case .rpm:
        try run("rpm", "-qp", "--queryformat", "[%{FILEMODES:perms} %{FILENAMES}\n]", path).successful().output
          .split(separator: "\n").filter { !$0.hasPrefix("d") }
          .map { String($0.drop { $0 != "/" }) }.sorted()
      }
    }
  }

  /// The files that upgrades leave to the administrator.
  var conffiles: [String] {
    get throws {
      switch format {
      case .deb:
        try run("dpkg-deb", "--info", path, "conffiles").successful().output.split(separator: "\n").map(String.init)
      case .rpm:
        try run("rpm", "-qp", "--configfiles", path).successful().output.split(separator: "\n").map(String.init)
      }
    }
  }

  /// Where each link leads, from the root.
  var links: [String: String] {
    get throws {
      let lines =
        switch format {
        case .deb:
          try run("sh", "-c", "dpkg-deb --fsys-tarfile \"$0\" | tar --quoting-style=literal -tvf -", path).successful()
            .output
        case .rpm:
          try run("rpm", "-qp", "--queryformat", "[%{FILENAMES} -> %{FILELINKTOS}\n]", path).successful().output
        }
      var links: [String: String] = [:]
      for line in lines.split(separator: "\n") {
        guard let arrow = line.firstRange(of: " -> "), arrow.upperBound < line.endIndex,
          let start = line[..<arrow.lowerBound].firstIndex(of: "/").map({
            format == .rpm ? $0 : line.firstRange(of: " ./")?.upperBound ?? $0
          })
        else { continue }
        let file = (format == .deb ? "/" : "") + line[start..<arrow.lowerBound]
        let folder = URL(filePath: file).deletingLastPathComponent()
        links[file] = URL(filePath: String(line[arrow.upperBound...]), relativeTo: folder).standardizedFileURL
          .path(percentEncoded: false)
      }
      return links
    }
  }

  /// The bytes of an installed file.
  func contents(_ file: String) throws -> Data {
    let command =
      format == .deb
      ? "dpkg-deb --fsys-tarfile \"$0\" | tar -xOf - \".$1\"" : "rpm2cpio \"$0\" | cpio --quiet -i --to-stdout \".$1\""
    return try run("sh", "-c", command, path, file).successful().standardOutput
  }

  func text(_ file: String) throws -> String { String(decoding: try contents(file), as: UTF8.self) }

  var unit: String { get throws { try text("/usr/lib/systemd/system/\(name).service") } }
  var initScript: String { get throws { try text("/etc/init.d/\(name)") } }

  /// The application file's path.
  var application: String {
    get throws {
      let folder = "/etc/\(try name)/"
      return try paths.first { $0.hasPrefix(folder) } ?? "nothing in \(folder)"
    }
  }

  /// The words of a unit's `ExecStart=`.
  var command: [String] {
    get throws {
      let line = try unit.split(separator: "\n").first { $0.hasPrefix("ExecStart=") } ?? ""
      return line.dropFirst("ExecStart=".count).split(separator: " ").map(String.init)
    }
  }

  /// Whether unit and init script give an application file to twistd under an option.
  func runs(_ file: String, under option: String) throws -> Bool {
    let (words, script) = (try command, try initScript)
    let isInUnit = zip(words, words.dropFirst()).contains { $0 == option && $1 == file }
    let isInScript =
      script.contains(" \(option) \(file) ")
      || script.contains("\(option) \"$APPLICATION\"") && script.contains("\nAPPLICATION=\(file)\n")
    return isInUnit && isInScript
  }

  var digest: String { get throws { String(try run("sha256sum", path).successful().output.prefix(64)) } }
}
