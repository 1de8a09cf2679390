import Foundation
import TestSupport
import Testing

/// The pictures of docs/ show what the tools say today.
@Suite struct PictureTests {
  @Test(arguments: ["session", "package", "flow"])
  func isWhatTheToolsSay(name: String) throws {
    try withTemporaryFolder { folder in
      try run("/usr/bin/python3", "\(Places.repository)/packaging/make-pictures", Places.binaries, folder).successful()
      let drawn = try String(contentsOfFile: "\(folder)/\(name).svg", encoding: .utf8)
      let kept = try String(contentsOfFile: "\(Places.repository)/docs/\(name).svg", encoding: .utf8)
      // dpkg-deb's compressor decides.
      func withoutSize(_ text: String) -> String { text.replacing(#/[0-9.]+ kB/#, with: "SIZE") }
      #expect(withoutSize(drawn) == withoutSize(kept), "`make pictures` draws it")
    }
  }
}
