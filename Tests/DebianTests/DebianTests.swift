import Diagnostics
import PackageModel
import TestSupport
import Testing
import Toolbox

@testable import Debian

/// What Debian's format reckons by itself, where dpkg does it too.
@Suite struct DebianTests {
  /// dpkg-gencontrol rounds each file up to whole KiB and counts one for each folder (Policy 5.6.20).
  @Test func reckonsTheInstalledSize() {
    var tree = FileTree()
    #expect(InstalledSize(of: tree).kibibytes == 1)
    tree.add("/usr/share/x/one", [UInt8](repeating: 0, count: 1024))
    tree.add("/usr/share/x/two", [UInt8](repeating: 0, count: 1025))
    tree.addLink("/usr/share/x/link", to: "one")
    tree.addFolder("/var/lib/x")
    // Root, usr, usr/share, usr/share/x, var, var/lib, var/lib/x; 1 + 2 for the files, 1 for the link.
    #expect(InstalledSize(of: tree).kibibytes == 11)
  }

  @Test func sumsAllButConffiles() throws {
    var tree = FileTree()
    tree.add("/etc/x.conf", "changes", isConfiguration: true)
    tree.add("/usr/bin/x", "hello\n")
    tree.addLink("/usr/bin/y", to: "x")
    #expect(try MD5Sums(of: tree).description == "b1946ac92492d2347c6235b4d2611184  usr/bin/x\n")
  }

  @Test func fitsTheSourceFormatToTheVersion() throws {
    let (native, revised) = (try PackageVersion("1.0", for: .debian), try PackageVersion("1.0-2", for: .debian))
    #expect(try SourceFormat(nil, for: native) == .native && SourceFormat(nil, for: revised) == .quilt)
    #expect(throws: Failure.self) { try SourceFormat(.quilt, for: native) }
    #expect(throws: Failure.self) { try SourceFormat(.native, for: revised) }
    #expect(throws: Failure.self) { try SourceFormat(option: "native ") }
    #expect(SourceFormat.quilt.title == "3.0 (quilt)")
  }

  @Test(arguments: [
    ("xz:6", "-Zxz -z6"), ("zstd:3", "-Zzstd -z3 --threads-max=1"), ("gzip", "-Zgzip -z6"), ("none", "-Znone"),
  ])
  func tellsDpkgHowToPack(text: String, options: String) throws {
    #expect(try Compression(text).options.joined(separator: " ") == options)
  }

  /// Larger presets cost time and save nothing where the data is smaller than their dictionaries.
  @Test func packsSmallPackagesWithSmallDictionaries() {
    #expect([0, 256 << 10, 1 << 20, 1 << 21].map { Compression.usual(size: $0).level } == [0, 0, 1, 6])
  }

  /// dpkg reads the fields as they were meant.
  @Test func writesRelationsThatDpkgReads() throws {
    var relations = Relations()
    relations.add("python3-treq (>= 22)", to: .depends)
    relations.add("adduser", to: .depends)
    relations.add("a | b", to: .suggests)
    #expect(
      relations.fields(sourceSubstitution: "${misc:Depends}")
        == "Depends: python3-treq (>= 22), adduser, ${misc:Depends}\nSuggests: a | b")
    try withTemporaryFolder { folder in
      let control =
        "Package: x\nVersion: 1\nArchitecture: all\nMaintainer: A <a@example.org>\nDescription: x\n"
        + relations.fields(sourceSubstitution: nil) + "\n"
      let tree = "\(folder)/x/DEBIAN"
      try run("mkdir", "-p", tree).successful()
      try FileSystem.write(Array(control.utf8), to: "\(tree)/control", mode: 0o644)
      try run("dpkg-deb", "--build", "\(folder)/x", "\(folder)/x.deb").successful()
      #expect(
        try run("dpkg-deb", "-f", "\(folder)/x.deb", "Depends").output == "python3-treq (>= 22), adduser\n")
    }
  }
}
