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

  package init(
    _ service: Service, of spec: PackageSpec, from templates: TemplateStore
  ) throws(Failure) {
    let values = spec.templateValues.merging(spec.templateValues(of: service)) { _, new in new }
    unit = try templates.render("systemd/service", values)
    socketUnit = service.socket == nil ? nil : try templates.render("systemd/socket", values)
    let script = spec.family == .debian ? "sysv/init.debian" : "sysv/init.rpm"
    initScript = service.hasInitScript ? try templates.render(script, values) : nil
    environment = try templates.render("systemd/environment", values)
    sysusers = service.account.isMade ? try templates.render("systemd/sysusers", values) : nil
  }
}
