import Diagnostics
import TestSupport
import Testing

@testable import Templates

/// The scripts of packages: fragments of one act each, in an order that is data.
@Suite struct ScriptOrderTests {
  private static let fragments = TemplateStore.paths.filter { $0.hasPrefix("scripts/") && $0 != ScriptOrder.path }

  @Test func namesEveryFragmentOnce() throws {
    let lines = try TemplateSources.text(ScriptOrder.path).split(separator: "\n").filter { !$0.hasPrefix("#") }
    let named = lines.map { line in
      let words = line.split(separator: " ")
      return "scripts/\(words[2])/\(words[0])"
    }
    #expect(named.sorted() == Self.fragments && named.count > 30)
  }

  /// One that grows longer does more than one act.
  @Test(arguments: fragments)
  func isShort(path: String) throws {
    #expect(try TemplateSources.text(path).split(separator: "\n").count < 25)
  }

  /// dpkg calls a script for many reasons, and an act serves some of them (Debian Policy 6.5).
  @Test(arguments: fragments.filter { $0.contains("/deb.") && !$0.hasPrefix("scripts/added/") })
  func isGuardedByItsVerb(path: String) throws {
    #expect(try TemplateSources.text(path).contains(#""$1""#))
  }

  @Test func repeatsTheActsOfServices() throws {
    let store = try TemplateStore(overrides: [
      "scripts/order":
        "# x\ndeb.prerm service sysv\ndeb.prerm  service systemd\n\nrpm.pre package added\ndeb.prerm package added",
      "scripts/sysv/deb.prerm": "one {{name}} {{shared}}\n", "scripts/systemd/deb.prerm": "{{#if name}}\n{{/if}}\n",
      "scripts/added/deb.prerm": "all of {{name}}\n\n",
    ])
    let values: TemplateValues = [
      "name": .text("a b"), "shared": .text("s"), "services": .records([["name": .text("a b")], ["name": .text("c")]]),
    ]
    #expect(try store.script("deb.prerm", values) == "one 'a b' s\n\none c s\n\nall of 'a b'")
    #expect(try store.script("deb.preinst", values).isEmpty)
  }

  @Test(arguments: ["deb.prerm service", "deb.prerm each sysv", "deb.prerm service sysv twice"])
  func namesTheLineThatIsWrong(line: String) throws {
    let store = try TemplateStore(overrides: ["scripts/order": "\n\(line)\n"])
    let failure = #expect(throws: Failure.self) { try store.script("deb.prerm", [:]) }
    #expect(failure?.diagnostics.first?.location?.description == "templates/scripts/order:2")
    #expect(failure?.diagnostics.first?.remedy?.contains("deb.postinst service account") == true)
  }

  @Test func namesTheFragmentThatIsMissing() throws {
    let store = try TemplateStore(overrides: ["scripts/order": "deb.prerm package nothing\n"])
    let failure = #expect(throws: Failure.self) { try store.script("deb.prerm", [:]) }
    #expect(failure?.diagnostics.first?.message.contains("scripts/nothing/deb.prerm") == true)
  }
}
