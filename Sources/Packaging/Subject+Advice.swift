import ApplicationFacts
import Diagnostics
import PackageModel

extension Subject {
  /// What was noticed while it was read, and what someone who packages it should know.
  ///
  func advice(packsCode: Bool, for service: Service) -> [Diagnostic] {
    guard let application else { return [] }
    let knowsPorts = !service.ports.isEmpty
    let advice = Advice(
      on: application, file: title, packsCode: packsCode,
      allowsLowPorts: knowsPorts || service.network.bindsPrivilegedPort)
    return application.diagnostics.filter { !knowsPorts || $0.topic != .port } + advice.diagnostics
  }
}
