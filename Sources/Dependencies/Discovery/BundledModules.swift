/// What a bundled environment has of Python's modules, so that no package needs to bring them.
package struct BundledModules: Sendable, Equatable {
  /// The top-level names that can be imported.
  package let modules: Set<String>
  package let distributions: Set<DistributionName>
  /// Whether the distribution's own modules are found beside those of the environment.
  package let seesSystem: Bool
  /// What the environment was made from, for messages.
  package let subject: String

  package init(modules: Set<String>, distributions: Set<DistributionName>, seesSystem: Bool, subject: String) {
    self.modules = modules
    self.distributions = distributions
    self.seesSystem = seesSystem
    self.subject = subject
  }
}
