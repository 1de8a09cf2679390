import Foundation
import TestSupport

/// The packages of debian-example, built once a run by the tools under test, and unpacked.
///
/// They stay in the build folder, where a person can look at them after a failure.
struct Artefacts: Sendable {
  let deb: String
  let rpm: String
  let sourceRPM: String
  /// The .deb's files.
  let debTree: String
  /// The .deb's control files (dpkg-deb --control).
  let debControl: String
  /// The binary .rpm's files.
  let rpmTree: String
  /// The packaging that tap2deb leaves for modification.
  let packaging: String

  /// Built at the first use; a failure is thrown to every test.
  static func built() throws -> Artefacts { try result.get() }

  private static let result = Result {
    let folder = "\(Places.binaries)/artefact-tests"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try Artefacts(
      in: folder,
      [
        "-t", Places.example, "-m", "Ada Example <ada@example.org>", "-o", folder,
      ])
  }

  /// Runs both tools in a folder and unpacks what they wrote there. An RPM needs no maintainer.
  init(in folder: String, _ words: [String]) throws {
    for tool in [Places.tap2deb, Places.tap2rpm] {
      var own = words
      if tool == Places.tap2rpm, let place = own.firstIndex(of: "-m") { own.removeSubrange(place...place + 1) }
      var program = Program(tool, own)
      program.folder = folder
      try program.run().successful()
    }
    deb = "\(folder)/twisted-web_1.0_all.deb"
    rpm = "\(folder)/twisted-web-1.0-1.noarch.rpm"
    sourceRPM = "\(folder)/twisted-web-1.0-1.src.rpm"
    packaging = "\(folder)/twisted-web-1.0/debian"
    debTree = "\(folder)/deb"
    debControl = "\(folder)/control"
    rpmTree = "\(folder)/rpm"
    try run("dpkg-deb", "--extract", deb, debTree).successful()
    try run("dpkg-deb", "--control", deb, debControl).successful()
    try FileManager.default.createDirectory(atPath: rpmTree, withIntermediateDirectories: true)
    try run("sh", "-c", "rpm2cpio '\(rpm)' | cpio --quiet -idm", in: rpmTree).successful()
  }
}
