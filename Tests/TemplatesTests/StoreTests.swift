import Diagnostics
import Templates
import Testing

/// The templates that the tools bring, and those that a user puts in their place.
@Suite struct StoreTests {
  @Test func bringsEveryTemplateOfTheRepository() throws {
    let expected = try TemplateSources.paths()
    #expect(TemplateStore.paths == expected)
    #expect(expected.contains("sysv/init.rpm") && expected.contains("systemd/service"))
  }

  @Test func readsAllOfThem() throws {
    for path in TemplateStore.paths {
      #expect(throws: Never.self) { try Template(TemplateSources.text(path), name: path) }
    }
  }

  @Test func rendersAnOverrideInTheLanguageOfItsPlace() throws {
    let store = try TemplateStore(overrides: [
      "systemd/service": "{{x}}", "scripts/sysv/deb.postinst": "{{x}}", "rpm/spec": "{{x}}",
      "debian/changelog": "{{x}}",
    ])
    let values: TemplateValues = ["x": .text("50% of $x")]
    #expect(try store.render("systemd/service", values) == "50%% of $x")
    #expect(try store.render("scripts/sysv/deb.postinst", values) == "'50% of $x'")
    #expect(try store.render("rpm/spec", values) == "50%% of $x")
    #expect(try store.render("debian/changelog", values) == "50% of $x")
  }

  @Test(arguments: [
    "debian/watch", "debian/tests/control", "debian/NAME.logrotate", "rpm/shop.cron.daily",
    "systemd/NAME.service.d/limits.conf",
    "systemd/shop.timer",
  ])
  func takesNewFilesByTheirPlace(path: String) throws {
    #expect(throws: Never.self) { try TemplateStore(overrides: [path: ""]) }
  }

  @Test(arguments: [
    "debian/NAME.links", "debian/posinst", "systemd/limits.conf", "systemd/a.d/../x.conf", "other/x",
    "debian/.logrotate",
    "debian/a b.logrotate", "systemd/x.service", "watch",
  ])
  func refusesWhatHasNoPlace(path: String) {
    #expect(throws: Failure.self) { try TemplateStore(overrides: [path: ""]) }
  }

  /// Where values are named, the file says how they are written; scripts need not, for shell is what holds without that.
  @Test func everyTemplateDeclaresItsEscaping() throws {
    let isScript = { (path: String) in
      path.hasPrefix("scripts/") || path.hasPrefix("sysv/") || path == "debian/script"
    }
    for path in TemplateStore.paths where !isScript(path) {
      let text = TemplateStore.text(path)
      guard text.contains("{{") else { continue }
      #expect(try Template(text, name: path).escaping != nil, "\(path)")
    }
  }

  @Test func refusesAnOverrideOfNothing() {
    let failure = #expect(throws: Failure.self) { try TemplateStore(overrides: ["systemd/srevice": ""]) }
    #expect(failure?.kind == .usage)
    #expect(failure?.diagnostics.first?.description.contains("systemd/srevice") == true)
    #expect(failure?.diagnostics.first?.remedy?.contains("systemd/service") == true)
  }

  @Test func namesTheTemplateWithAMistake() throws {
    let store = try TemplateStore(overrides: ["systemd/service": "a\n{{nmae}}\n"], from: "mine")
    let failure = #expect(throws: Failure.self) { try store.render("systemd/service", ["name": .text("x")]) }
    #expect(failure?.diagnostics.first?.location?.description == "mine/systemd/service:2")
    #expect(failure?.diagnostics.first?.remedy == "try name")
  }
}
