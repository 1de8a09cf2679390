import Foundation
import TestSupport
import Testing

/// What a run writes about itself, and one run that makes both formats (docs/output.md).
@Suite struct OutputTests {
  private struct Document: Decodable {
    struct Artefact: Decodable {
      var format: String
      var kind: String
      var path: String
      var sha256: String?
      var size: Int?
    }
    struct Package: Decodable, Equatable {
      var format: String
      var name: String
      var version: String
      var architecture: String
    }
    struct Message: Decodable {
      struct Place: Decodable { var file: String }
      var severity: String
      var code: String
      var message: String
      var remedy: String?
      var at: Place?
    }
    var status: Int
    var packages: [Package]
    var artefacts: [Artefact]
    var diagnostics: [Message]
  }

  private static func document(_ text: String) throws -> Document {
    let schema = try JSONSchema(Data(contentsOf: URL(filePath: "\(Places.repository)/docs/build.schema.json")))
    #expect(try schema.problems(in: Data(text.utf8)) == [])
    return try JSONDecoder().decode(Document.self, from: Data(text.utf8))
  }

  @Test(arguments: PackageFormat.allCases)
  func makesBothFormatsAsTwoRunsDo(format: PackageFormat) throws {
    try Workbench.with { bench in
      let arguments = ["-t", "web.tac", "-m", Workbench.maintainer]
      let words = try bench.call(format, arguments + ["--format", "deb,rpm", "-o", "both", "-q"]).successful().output
      let names = [
        "twisted-web_1.0_all.deb", "twisted-web-1.0", "twisted-web-1.0-1.noarch.rpm", "twisted-web-1.0-1.src.rpm",
      ]
      for name in names { #expect(words.contains("both/\(name)"), "\(words)") }
      for one in PackageFormat.allCases {
        try bench.call(one, arguments + ["-o", "single"])
          .successful()
      }
      for name in names { try run("diff", "-r", "both/\(name)", "single/\(name)", in: bench.folder).successful() }
    }
  }

  @Test func tellsInJSONWhatWasMade() throws {
    try Workbench.with { bench in
      let said = try bench.tap2deb(
        "-t", "web.tac", "-m", Workbench.maintainer, "--json", "--format", "rpm,deb", "-V", "1:2.0-3"
      ).successful().output
      let document = try Self.document(said)
      #expect(document.status == 0)
      #expect(
        document.packages == [
          .init(format: "rpm", name: "twisted-web", version: "1:2.0-3", architecture: "noarch"),
          .init(format: "deb", name: "twisted-web", version: "1:2.0-3", architecture: "all"),
        ])
      for artefact in document.artefacts where artefact.kind == "file" {
        let sum = try run("sha256sum", artefact.path, in: bench.folder).successful().output.prefix(64)
        #expect(artefact.sha256 == String(sum))
        let size = try run("stat", "-c", "%s", artefact.path, in: bench.folder).successful().output
        #expect(artefact.size.map(String.init) == size.split(separator: "\n").first.map(String.init))
      }
      #expect(document.artefacts.filter { $0.kind == "file" }.count == 3)
      #expect(document.artefacts.filter { $0.kind == "folder" }.map(\.format) == ["deb"])
    }
  }

  @Test func tellsInJSONWhyNothingWasMade() throws {
    try Workbench.with { bench in
      try bench.place("web.tac", "import twisted.application\n")
      let result = try bench.tap2deb("-t", "web.tac", "-m", Workbench.maintainer, "--json")
      let document = try Self.document(result.output)
      #expect(result.status == 3 && document.status == 3)
      #expect(document.artefacts.isEmpty && document.packages.isEmpty)
      #expect(
        document.diagnostics.contains {
          $0.code == "application-missing" && $0.severity == "error" && $0.at?.file == "web.tac" && $0.remedy != nil
        })
      for diagnostic in document.diagnostics { #expect(result.errors.contains(diagnostic.message)) }
    }
  }

  @Test func makesNothingWhereToldTo() throws {
    try Workbench.with { bench in
      let quiet = ["-t", "web.tac", "-m", Workbench.maintainer, "-o", "out"]
      try bench.call(.deb, quiet + ["--fail-on", "note"]).successful()
      try bench.place(
        "web.tac",
        "from twisted.application import service\nopen('/srv/x/y', 'w')\napplication = service.Application('web')\n")
      let told = ["-t", "web.tac", "-m", Workbench.maintainer, "-o", "none"]
      try bench.call(.deb, told + ["--fail-on", "warning"]).successful()
      let failed = try bench.call(.rpm, ["-t", "web.tac", "-o", "rpms", "--fail-on", "note", "--json"])
      #expect(failed.status == 1 && failed.errors.contains("nothing is built, because of --fail-on note"))
      let document = try Self.document(failed.output)
      #expect(document.status == 1 && document.diagnostics.map(\.code) == ["file-written", "fail-on"])
      #expect(!FileManager.default.fileExists(atPath: "\(bench.folder)/rpms"))
      let wrong = try bench.call(.deb, told + ["--fail-on", "error"])
      #expect(wrong.status == 2 && wrong.errors.contains("give warning or note"))
    }
  }

  @Test(arguments: ["", "msi", "deb,", "deb rpm", "deb,deb,"])
  func refusesOtherFormats(text: String) throws {
    try Workbench.with { bench in
      let result = try bench.tap2deb("-t", "web.tac", "-m", Workbench.maintainer, "--format", text)
      #expect(result.status == 2 && result.errors.contains("give deb, rpm or deb,rpm"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder) == ["web.tac"])
    }
  }
}
