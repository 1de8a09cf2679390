import Glibc
import PackageModel

extension FormatRules {
  package static let rpm = rpm(for: nil)

  package static func rpm(for target: Target?) -> FormatRules {
    var rules = usual(
      of: target?.twistedPackage ?? "python3dist(twisted)", with: target?.twistd.description ?? "/usr/bin/twistd")
    guard let target else { return rules }
    rules.target = target
    rules.hasInitScripts = target.hasInitScripts
    return rules
  }

  private static func usual(of twistedPackage: String, with usualTwistd: String) -> FormatRules {
    FormatRules(
      name: "rpm", tool: "tap2rpm",
      places: Places(twistd: usualTwistd, environment: "/etc/sysconfig", noLoginShell: "/sbin/nologin"),
      names: Names(rule: "RPM's rule", option: "--rpmfile"),
      versions: VersionRules(rule: "RPM's rule", after: "^", signs: ["_", "^"], partsRevision: true),
      // rpmbuild refuses any other.
      descendingDates: "an RPM's changelog descends", everyArchitecture: "noarch", summary: "TCP server for",
      // Every distribution of RPM's has systemd, and Fedora's packages have no init scripts.
      initScript: "sysv/init.rpm", hasInitScripts: false, templates: "rpm",
      needs: Needs(
        basics: { services, bundle in
          guard bundle == nil else { return [] }
          // The program that is run: a distribution may part it from the modules.
          let programs = Set(services.map(\.command.program.description))
          let usual = [usualTwistd] + (services.first.map { [$0.format.places.twist] } ?? [])
          let runsDatabase = services.contains { $0.command.runner == .axiomatic }
          // The first whose endpoints know sockets by their names.
          let isNamed = services.contains { $0.network.socketName != nil }
          let twisted = isNamed ? "\(twistedPackage) >= 22.8" : twistedPackage
          return ([twisted] + usual.filter(programs.contains) + (runsDatabase ? ["python3dist(axiom)"] : []))
            .compactMap { try? RelationText($0) }
        },
        // Fedora's packaging guidelines for Python.
        python: { release, _ in ["python(abi) = \(release)", release.interpreter] }),
      // Every rpm reads it.
      compression: { _ in Compression(method: .gzip, level: 6) })
  }
}
