import Diagnostics
import Formats
import PackageModel
import Packaging
import Text
import Toolbox

/// What packages are made of, in the form of SPDX 2.3 (spdx.github.io/spdx-spec/v2.3): the package itself, and the distributions of
/// Python in its bundled environment, as the folders `NAME-VERSION.dist-info` name them (PEP 376).
struct BillOfMaterials {
  private let document: JSONValue

  init(_ report: Report) {
    var packages: [JSONValue] = []
    var relationships: [JSONValue] = []
    for (index, made) in report.packages.enumerated() {
      let spec = made.spec
      let id = "SPDXRef-Package-\(spec.format.name)-\(index)"
      var own = Self.package(id, name: spec.name.description, version: spec.fullVersion)
      if let licence = spec.licence.identifier { own["licenseDeclared"] = .string(licence) }
      if let file = made.artefacts.installable.first { own["packageFileName"] = .string(Path(file).name) }
      if let address = spec.maintainer.address {
        own["supplier"] = .string("Person: \(spec.maintainer.name) (\(address))")
      }
      packages.append(.object(own))
      relationships.append(Self.relation(of: "SPDXRef-DOCUMENT", "DESCRIBES", to: id))
      for (part, distribution) in Self.distributions(of: spec).enumerated() {
        var bundled = Self.package("\(id)-\(part)", name: distribution.name, version: distribution.version)
        bundled["externalRefs"] = .array([
          .object([
            "referenceCategory": .string("PACKAGE-MANAGER"), "referenceType": .string("purl"),
            "referenceLocator": .string(distribution.locator),
          ])
        ])
        packages.append(.object(bundled))
        relationships.append(Self.relation(of: id, "CONTAINS", to: "\(id)-\(part)"))
      }
    }
    let first = report.packages.first?.spec
    let name = first.map { "\($0.name)-\($0.fullVersion)" } ?? ""
    // The same contents have the same name, and others another.
    let digest = MD5.hexDigest(Array(JSONText.text(of: .array(packages)).utf8))
    let plain = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") ? $0 : "-" }
    document = .object([
      "spdxVersion": .string("SPDX-2.3"), "dataLicense": .string("CC0-1.0"), "SPDXID": .string("SPDXRef-DOCUMENT"),
      "name": .string(name), "documentNamespace": .string("https://spdx.org/spdxdocs/\(String(plain))-\(digest)"),
      "creationInfo": .object([
        "created": .string((first?.timestamp ?? 0).inUTC),
        "creators": .array([.string("Tool: tap2deb-\(Tool.version)")]),
      ]), "packages": .array(packages), "relationships": .array(relationships),
    ])
  }

  /// Indented, keys in order.
  var json: String { JSONText.text(of: document).visibleJSON + "\n" }

  private static func package(_ id: String, name: String, version: String) -> [String: JSONValue] {
    let unknown = JSONValue.string("NOASSERTION")
    return [
      "SPDXID": .string(id), "name": .string(name), "versionInfo": .string(version), "downloadLocation": unknown,
      "filesAnalyzed": .boolean(false), "licenseConcluded": unknown, "licenseDeclared": unknown,
      "copyrightText": unknown,
    ]
  }

  private static func relation(of one: String, _ type: String, to other: String) -> JSONValue {
    .object([
      "spdxElementId": .string(one), "relationshipType": .string(type), "relatedSpdxElement": .string(other),
    ])
  }

  private struct Distribution: Hashable {
    let name: String
    let version: String

    /// The package URL of PyPI's, whose names are small and have hyphens (purl-spec, pypi).
    var locator: String {
      "pkg:pypi/\(Self.encoded(name.lowercased().replacing("_", with: "-")))@\(Self.encoded(version))"
    }

    /// Folders have any names: what would be a part of the address is none (purl-spec, character encoding).
    private static func encoded(_ text: String) -> String {
      var result = ""
      for byte in text.utf8 {
        let character = Character(UnicodeScalar(byte))
        if byte < 0x80, character.isLetter || character.isNumber || ".-_~".contains(character) {
          result.append(character)
        } else {
          result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
      }
      return result
    }
  }

  private static func distributions(of spec: PackageSpec) -> [Distribution] {
    let found = spec.payload.compactMap { file -> Distribution? in
      let parts = file.path.split(separator: "/")
      guard parts.last == "METADATA", let folder = parts.dropLast().last, folder.hasSuffix(".dist-info") else {
        return nil
      }
      let words = folder.dropLast(".dist-info".count).split(separator: "-", maxSplits: 1)
      return words.count == 2 ? Distribution(name: String(words[0]), version: String(words[1])) : nil
    }
    return Set(found).sorted { ($0.name, $0.version) < ($1.name, $1.version) }
  }
}

extension Int {
  /// Seconds since 1970 as SPDX has dates: `2026-11-21T08:03:46Z` (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  fileprivate var inUTC: String {
    let (days, seconds) = (self / 86400, self % 86400)
    let shifted = days + 719_468
    let era = shifted / 146_097
    let day = shifted - era * 146_097
    let year = (day - day / 1460 + day / 36524 - day / 146_096) / 365
    let rest = day - (365 * year + year / 4 - year / 100)
    let month = (5 * rest + 2) / 153
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let calendar = month < 10 ? month + 3 : month - 9
    let date = "\(year + era * 400 + (calendar <= 2 ? 1 : 0))-\(two(calendar))-\(two(rest - (153 * month + 2) / 5 + 1))"
    return "\(date)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
  }
}
