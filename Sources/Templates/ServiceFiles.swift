import Diagnostics
import PackageModel

/// The files of a service that both formats install, rendered from the one model.
package struct ServiceFiles: Sendable, Equatable {
  package let unit: String
  /// Only where systemd opens the socket.
  package let socketUnit: String?
  /// Only where the service can run without systemd.
  package let initScript: String?
  package let environment: String
  /// Only where the package makes the account.
  package let sysusers: String?

  /// The files of each service of a package, in the order of the services.
  package static func all(
    of spec: PackageSpec, from templates: TemplateStore
  ) throws(Failure) -> [(service: Service, files: ServiceFiles)] {
    let shared = spec.templateValues
    guard case .records(let records)? = shared["services"] else { return [] }
    var all: [(Service, ServiceFiles)] = []
    for (service, values) in zip(spec.services, records) {
      all.append((service, try ServiceFiles(service, shared.merging(values) { _, new in new }, from: templates)))
    }
    return all
  }

  private init(_ service: Service, _ values: TemplateValues, from templates: TemplateStore) throws(Failure) {
    unit = try templates.render("systemd/service", values)
    socketUnit = service.sockets.isEmpty ? nil : try templates.render("systemd/socket", values)
    let script = service.family == .debian ? "sysv/init.debian" : "sysv/init.rpm"
    if service.hasInitScript {
      // Both init scripts look for the process in the same way.
      var functions = try templates.render("sysv/process", values)
      while functions.hasSuffix("\n") { functions.removeLast() }
      initScript = try templates.render(script, values.merging(["processFunctions": .rendered(functions)]) { $1 })
    } else {
      initScript = nil
    }
    environment = try templates.render("systemd/environment", values)
    sysusers = service.account.isMade ? try templates.render("systemd/sysusers", values) : nil
  }
}
