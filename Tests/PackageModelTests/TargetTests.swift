import Diagnostics
import PackageModel
import Testing

/// The systems that packages are made for, and how one is chosen.
@Suite struct TargetTests {
  @Test func readsEachOfItsOwn() throws {
    #expect(
      Target.names == [
        "debian-12", "debian-13", "debian-sid", "el10", "el9", "fedora", "opensuse", "ubuntu-22.04", "ubuntu-24.04",
        "ubuntu-26.04",
      ])
    for name in Target.names {
      let target = try #require(Target(named: name), "\(name)")
      #expect(["deb", "rpm"].contains(target.format) && target.python != nil, "\(name)")
      #expect(target.hasInitScripts == name.hasPrefix("debian-"), "\(name)")
      #expect((target.format == "deb") == !target.standards.isEmpty, "\(name)")
      #expect(target.systems.isEmpty == (name == "debian-sid") && target.reads(.xz) && target.reads(.none), "\(name)")
    }
    for format in ["deb", "rpm"] {
      #expect(Target.names.compactMap { Target(named: $0) }.count { $0.format == format && $0.isNewest } == 1)
    }
  }

  @Test(arguments: [
    ("ID=debian\nVERSION_ID=\"12\"\nVERSION_CODENAME=bookworm", "debian-12", "fedora"),
    ("ID=debian\nVERSION_CODENAME=forky", "debian-sid", "fedora"),
    ("ID=ubuntu\nVERSION_ID=\"24.04\"", "ubuntu-24.04", "fedora"),
    ("ID=ubuntu\nVERSION_ID=\"19.10\"", "debian-13", "fedora"),
    ("ID='rhel'\nVERSION_ID='9.6'", "debian-13", "el9"), ("ID=fedora\nVERSION_ID=43", "debian-13", "fedora"),
    ("ID=opensuse-leap\nVERSION_ID=16.0", "debian-13", "opensuse"), ("", "debian-13", "fedora"),
  ])
  func takesTheMachinesOwn(release: String, deb: String, rpm: String) {
    let system = SystemRelease(release)
    for (format, name) in [("deb", deb), ("rpm", rpm)] {
      let target = Target.usual(for: format, distribution: nil, system: system)
      #expect(target?.name == name)
      #expect(target?.choice == (Self.isOwn(name, release) ? .machine : .assumed))
    }
    #expect(Target.usual(for: "tar", distribution: nil, system: system) == nil)
  }

  private static func isOwn(_ target: String, _ release: String) -> Bool {
    let name = target.prefix { $0 != "-" && !$0.isNumber }
    return release.contains(name == "el" ? "rhel" : name) && !release.contains("19.10")
  }

  @Test func aSuiteOfTheArchiveIsATarget() {
    let system = SystemRelease("ID=debian\nVERSION_ID=12")
    for (suite, name) in [("trixie", "debian-13"), ("trixie-backports", "debian-13"), ("shop", "debian-12")] {
      #expect(Target.usual(for: "deb", distribution: suite, system: system)?.name == name, "\(suite)")
    }
  }

  @Test func aFileSaysWhatIsDifferent() throws {
    let text = #"{ "like": "debian-13", "title": "Shop OS", "twistd": "/opt/py/bin/twistd", "suffix": "+shop1" }"#
    let target = try Target(json: Array(text.utf8), name: "shop", file: "shop.json")
    let base = try #require(Target(named: "debian-13"))
    #expect(target.title == "Shop OS" && target.twistd.description == "/opt/py/bin/twistd" && target.suffix == "+shop1")
    #expect(target.format == "deb" && target.python == base.python && target.suites == base.suites)
    #expect(target.systems.isEmpty && !target.isNewest)
  }

  @Test(arguments: [
    ("[]", "is not a JSON object"), (#"{ "like": "debian-99" }"#, "names no target"),
    (#"{ "like": "el9", "twisted": "new" }"#, "is not a release"), (#"{ "title": "x" }"#, "does not say format"),
    (#"{ "like": "el9", "twistdd": "/x" }"#, "which no target has"),
    (#"{ "like": "el9", "twistd": "bin/twistd" }"#, "takes an absolute path"),
    (#"{ "like": "el9", "suffix": "~a b" }"#, "cannot stand after a version"),
    (#"{ "like": "el9", "needs": { "twisted": "a\nb" } }"#, "names no package"),
    (#"{ "like": "el9", "compression": ["lzma"] }"#, "names what nothing is packed with"),
    (#"{ "like": "debian-12", "suites": ["a/b"] }"#, "suites in"),
    (#"{ "like": "el9", "debhelper": 130 }"#, "is not a debhelper level"),
    (#"{ "like": "el9", "title": "a\nb" }"#, "one line"),
  ])
  func refusesWhatIsNoTarget(text: String, words: String) {
    let failure = #expect(throws: Failure.self) {
      try Target(json: Array(text.utf8), name: "own", file: "own.json")
    }
    #expect(failure?.kind == .usage)
    #expect(failure?.diagnostics.first?.message.contains(words) == true, "\(failure.debugDescription)")
  }

  @Test func knowsTheNearestName() {
    let failure = #expect(throws: Failure.self) { try Target(option: "debian13") }
    #expect(failure?.diagnostics.first?.remedy == "did you mean debian-13?")
  }

  @Test func readsEachRowOfTheModules() throws {
    #expect(ModuleRelease.modules.count >= 35)
    for module in ModuleRelease.modules {
      let release = try #require(ModuleRelease.of(module))
      #expect(module.split(separator: ".").allSatisfy { !$0.isEmpty }, "\(module)")
      #expect(release.software == .twisted || release.release.major == 3, "\(module)")
    }
  }

  @Test(arguments: [
    ("imp", "3.12", true), ("imp", "3.11", false), ("tomllib.x", "3.10", true), ("tomllib", "3.11", false),
    ("twisted.web.soap", "22.4", false), ("twisted.web.soap", "24.11", true), ("twisted.web.soap", "24.3", false),
  ])
  func knowsWhatAReleaseLacks(module: String, release: String, isMissing: Bool) throws {
    let known = try #require(ModuleRelease.of(module))
    let series = try #require(ReleaseSeries(release))
    #expect(known.isMissing(in: series) == isMissing)
    #expect(ModuleRelease.of("os") == nil)
  }
}
