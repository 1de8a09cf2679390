import Diagnostics
import PackageModel

/// A file of a service with its contents, which are the same in every format.
package struct ServiceFile: Sendable, Equatable {
  package let service: Service
  package let file: InstalledFile
  package let contents: [UInt8]

  /// The files of all services of a package, in the order of the services.
  ///
  /// - Parameter shared: The values that every template can name.
  package static func all(
    of spec: PackageSpec, _ shared: TemplateValues, from templates: TemplateStore
  ) throws(Failure) -> [Self] {
    guard case .records(let records)? = shared["services"] else { return [] }
    var all: [Self] = []
    for (service, record) in zip(spec.services, records) {
      let values = shared.merging(record) { _, new in new }
      for file in service.installedFiles {
        let contents =
          if file.kind == .application {
            service.application?.contents ?? []
          } else {
            Array(try text(of: file.kind, service, values, from: templates).utf8)
          }
        all.append(Self(service: service, file: file, contents: contents))
      }
    }
    return all
  }

  private static func text(
    of kind: InstalledFile.Kind, _ service: Service, _ values: TemplateValues, from templates: TemplateStore
  ) throws(Failure) -> String {
    switch kind {
    // What is no template, or is no service's.
    case .application, .copyright, .changelog, .news: return ""
    case .unit: return try templates.render("systemd/service", values)
    case .socket: return try templates.render("systemd/socket", values)
    case .environment: return try templates.render("systemd/environment", values)
    case .account: return try templates.render("systemd/sysusers", values)
    case .initScript:
      // All init scripts look for the process in the same way.
      var functions = try templates.render("sysv/process", values)
      while functions.hasSuffix("\n") { functions.removeLast() }
      return try templates.render(
        service.format.initScript, values.merging(["processFunctions": .rendered(functions)]) { $1 })
    }
  }
}
