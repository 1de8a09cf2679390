import Foundation
import TestSupport

/// The scripts in the packages that the built tools make with a set of options.
struct PackageScripts: Sendable {
  /// The text of each script: preinst to postrm of the .deb, pre to posttrans of the .rpm.
  let texts: [PackageFormat: [String: String]]

  private init(_ set: OptionSet) throws {
    texts = try withTemporaryFolder { folder in
      var options = ["-o", ".", "-m", "Ada <ada@example.org>"]
      if !set.application.isEmpty {
        try Data(set.application.utf8).write(to: URL(filePath: "\(folder)/x.tac"))
        options += ["-t", "x.tac"]
      }
      options += set.options
      for (name, text) in set.files {
        let file = URL(filePath: "\(folder)/\(name)")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      if set.hasBundle { try TwistedWheel.make(in: folder) }
      if set.addsLines {
        for script in ["preinst", "postinst", "prerm", "postrm"] {
          try Data("#! /bin/sh -e\n# Its arguments.\nadded '100% \(script)' \"$@\"\n".utf8)
            .write(to: URL(filePath: "\(folder)/\(script)"))
          options += ["--\(script)", script]
        }
      }
      for (tool, name) in [(Places.tap2deb, "--debfile"), (Places.tap2rpm, "--rpmfile")] {
        var program = Program(tool, options + [name, "xx", "--sysv"])
        program.folder = folder
        try program.run().successful()
      }
      return [.deb: try Self.ofDeb(in: folder), .rpm: try Self.ofRPM(in: folder)]
    }
  }

  private static func ofDeb(in folder: String) throws -> [String: String] {
    try run("sh", "-c", "dpkg-deb --control \(folder)/xx_1.0_*.deb \(folder)/control").successful()
    return try Dictionary(
      uniqueKeysWithValues: DebianCalls.all.keys.map {
        ($0, try String(contentsOfFile: "\(folder)/control/\($0)", encoding: .utf8))
      })
  }

  private static func ofRPM(in folder: String) throws -> [String: String] {
    let tags = ["pre": "PREIN", "post": "POSTIN", "preun": "PREUN", "postun": "POSTUN", "posttrans": "POSTTRANS"]
    var texts: [String: String] = [:]
    for (script, tag) in tags {
      let query = "rm -f \(folder)/*.src.rpm; rpm -qp --qf '%{\(tag)}' \(folder)/xx-1.0-1.*.rpm"
      let text = try run("sh", "-c", query).successful().output
      if text != "(none)" { texts[script] = text }
    }
    return texts
  }

  /// Built once a run for each set.
  static func of(_ set: OptionSet) throws -> PackageScripts { try built[set.name]?.get() ?? PackageScripts(set) }

  private static let built = Dictionary(
    uniqueKeysWithValues: OptionSet.all.map { set in (set.name, Result { try PackageScripts(set) }) })
}
