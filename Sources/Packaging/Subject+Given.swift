import Diagnostics
import PackageModel
import ApplicationFacts

extension Subject {
  /// The same, with the values that the packager gives to variables for the defaults of what is read from them.
  func given(_ variables: [ProcessSettings.Variable]) -> Subject {
    guard !variables.isEmpty, var application else { return self }
    let values = Dictionary(
      variables.map { ("env:\($0.name)", SettingValue(text: $0.value)) }, uniquingKeysWith: { first, _ in first })
    application.take { values[$0] }
    return with(application)
  }
}

extension Subject {
  /// The same, with the reactor that the packager chooses, and what that needs.
  func running(on reactor: Reactor?) -> Subject {
    guard let reactor, var application, !isProgram else { return self }
    let location = SourceLocation(file: "--reactor \(reactor.rawValue)")
    if let module = reactor.module, !application.modules.contains(where: { $0.name == module }) {
      application.modules.append(Module(module, .thirdParty, at: location))
    }
    return with(application)
  }

  private var isProgram: Bool { if case .program = request { true } else { false } }
}
