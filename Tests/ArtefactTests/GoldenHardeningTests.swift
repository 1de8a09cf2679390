import Foundation
import TestSupport
import Testing

/// The units of each level of hardening, for a person to read.
@Suite struct GoldenHardeningTests {
  @Test(arguments: ["hardening-none", "hardening-basic", "plain", "low-port", "socket"], ["deb", "rpm"])
  func isTheUnitOfItsLevel(name: String, format: String) throws {
    let set = try #require(OptionSet.all.first { $0.name == name })
    let artefacts = try set.artefacts()
    let tree = format == "deb" ? artefacts.debTree : artefacts.rpmTree
    let unit = try String(contentsOfFile: "\(tree)/usr/lib/systemd/system/twisted-web.service", encoding: .utf8)
    try expectGolden(unit, at: "Tests/ArtefactTests/Golden/\(name).\(format).service")
  }
}
