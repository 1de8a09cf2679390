import Dependencies
import Diagnostics
import TestSupport
import Testing

@testable import Bundling

/// Wheels that would write elsewhere, hide programs or lie about themselves are refused by what they list.
@Suite struct WheelTests {
  /// A listing of a wheel that is right, before something is done to it.
  private static func rows(_ change: (inout [String: String]) -> Void) -> String {
    var texts = [
      "x-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: x\nVersion: 1.0\n",
      "x-1.0.dist-info/RECORD": "x/__init__.py,sha256=abc,10\n",
      "x-1.0.dist-info/entry_points.txt": "[console_scripts]\nx-run = x.cli:main [fast]\n",
      "x/__init__.py": "",
    ]
    change(&texts)
    return texts.sorted { $0.key < $1.key }.map { name, text in
      "file \(Self.quoted(name)) 10 10 33188 abc\ntext \(Self.quoted(name)) \(Self.quoted(text))\n"
    }.joined()
  }

  private static func quoted(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain = Character(UnicodeScalar(byte)).isLetter && byte < 0x80
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private func judge(
    _ name: String = "x-1.0-py3-none-any.whl", rows: String, allowsAddresses: Bool = false
  ) throws -> Wheel {
    let listing = try #require(WheelListing.parse("wheel \(Self.quoted(name))\n\(rows)").first)
    return try Wheel(listing, allowsAddresses: allowsAddresses)
  }

  @Test func takesWhatIsRight() throws {
    let wheel = try judge(rows: Self.rows { _ in })
    #expect(wheel.distribution.description == "x" && wheel.size == 40 && wheel.notes.isEmpty)
  }

  struct Lie: Sendable, CustomTestStringConvertible {
    /// A file of the wheel, and its text.
    let file: String
    var text = ""
    let says: String
    var testDescription: String { "\(file) \(text)" }
  }

  static let lies = [
    Lie(file: "../../etc/x", says: "leads elsewhere"), Lie(file: "/etc/x", says: "leads elsewhere"),
    Lie(file: "x/../../y", says: "leads elsewhere"), Lie(file: "x//y", says: "leads elsewhere"),
    Lie(file: "x/./y", says: "leads elsewhere"), Lie(file: "x\\..\\y", says: "packages cannot hold"),
    Lie(file: "x/\u{1B}[2J", says: "packages cannot hold"), Lie(file: "x/a\nb", says: "packages cannot hold"),
    Lie(file: "x-1.0.data/scripts/../../y", says: "leads elsewhere"),
    Lie(file: "x-1.0.data/scripts/python3", says: "not a program"),
    Lie(file: "x-1.0.data/scripts/a/b", says: "not a program"),
    Lie(file: "x-1.0.data/scripts/.profile", says: "not a program"),
    Lie(file: "x-1.0.data/data/bin/python3.11", says: "environment's own"),
    Lie(file: "x-1.0.data/data/pyvenv.cfg", says: "environment's own"),
    Lie(file: "y.data/data/lib/python3.11/site-packages/y.pth", says: "environment's own"),
    Lie(file: "x-1.0.data/elsewhere/y", says: "there is not"),
    Lie(file: "y-2.0.dist-info/METADATA", says: "metadata of one distribution"),
    Lie(file: "x-1.0.dist-info/METADATA", text: "Name: y\nVersion: 1.0\n", says: "which its name does not say"),
    Lie(file: "x-1.0.dist-info/METADATA", text: "Name: x\nVersion: 2.0\n", says: "which its name does not say"),
    Lie(file: "x-1.0.dist-info/METADATA", text: "\nName: x\nVersion: 1.0\n", says: "which its name does not say"),
    Lie(
      file: "x-1.0.dist-info/METADATA",
      text: "Name: x\nVersion: 1.0\nRequires-Dist: y @ git+https://example.org/y\n", says: "--allow-sdists"),
    Lie(
      file: "x-1.0.dist-info/METADATA",
      text: "Name: x\nVersion: 1.0\nrequires-dist: y\n @ https://example.org/y.whl\n", says: "--allow-sdists"),
    Lie(
      file: "x-1.0.dist-info/METADATA",
      text: "Name: x\nVersion: 1.0\nSummary: a\u{2028}\u{2028}b\nRequires-Dist: y @ file:///y\n",
      says: "--allow-sdists"),
    Lie(file: "x-1.0.dist-info/RECORD", text: "x/__init__.py,sha256=abd,10\n", says: "than its RECORD says"),
    Lie(file: "x-1.0.dist-info/RECORD", text: "x/__init__.py,sha256=abc,11\n", says: "than its RECORD says"),
    Lie(file: "x-1.0.dist-info/RECORD", text: "../../etc/passwd,,\n", says: "that is not there"),
    Lie(file: "x-1.0.dist-info/RECORD", text: "\"x\n", says: "not a list of files"),
    Lie(
      file: "x-1.0.dist-info/entry_points.txt", text: "[console_scripts]\n../../x = x:main\n",
      says: "does not call a function"),
    Lie(
      file: "x-1.0.dist-info/entry_points.txt", text: "[gui_scripts]\npython3 = x:main\n",
      says: "does not call a function"),
    Lie(
      file: "x-1.0.dist-info/entry_points.txt", text: "[console_scripts]\ny = x:main()#\n",
      says: "does not call a function"),
    Lie(
      file: "x-1.0.dist-info/entry_points.txt", text: "[console_scripts]\ny = x;import os:main\n",
      says: "does not call a function"),
    Lie(file: "x.pth", text: "/home/ada/x\n", says: "outside the environment"),
    Lie(file: "x.pth", text: "# a\n../../../../x\n", says: "outside the environment"),
  ]

  @Test(arguments: lies)
  func refusesLies(lie: Lie) throws {
    let rows = Self.rows { $0[lie.file] = lie.text }
    let failure = #expect(throws: Failure.self) { try judge(rows: rows) }
    #expect(failure?.diagnostics.first?.message.contains(lie.says) == true, "\(String(describing: failure))")
  }

  @Test(arguments: [
    "x", "x-1.0.whl", "x-1.0-py3-none-any.zip", "-1.0-py3-none-any.whl", "x--py3-none-any.whl",
    "x-1.0-b-py3-none-any.whl", "x-1.0-py3-none-any \".whl", "y-1.0-py3-none-any.whl", "x-1.1-py3-none-any.whl",
  ])
  func refusesNames(name: String) {
    #expect(throws: Failure.self) { try judge(name, rows: Self.rows { _ in }) }
  }

  @Test(arguments: [
    "file big 5368709120 100 0 ", "file big 134217728 1000000 0 ",
    "file a 9223372036854775807 9223372036854775807 0 \n",
    "file a 4294967296 4294967296 0 x\nfile b 1 1 0 x", "file link 4 4 41471 x", "file x 4 4 35309 x",
    "file x%2F%5F%5Finit%5F%5F%2Epy 1 1 0 x", "problem BadZipFile", "file a 99999999999999999999 1 0 x",
  ])
  func refusesBombsLinksAndDoubles(row: String) {
    #expect(throws: Failure.self) { try judge(rows: Self.rows { _ in } + row) }
  }

  @Test func tellsOfCodeThatRunsAtEveryStart() throws {
    let wheel = try judge(rows: Self.rows { $0["x.pth"] = "import x; x.patch()\n" })
    #expect(wheel.notes.first?.message.contains("whenever the environment's Python starts") == true)
  }

  @Test func takesAddressesWhenToldTo() throws {
    let rows = Self.rows {
      $0["x-1.0.dist-info/METADATA"] = "Name: x\nVersion: 1.0\nRequires-Dist: y @ https://e.org/y\n"
    }
    _ = try judge(rows: rows, allowsAddresses: true)
  }
}
