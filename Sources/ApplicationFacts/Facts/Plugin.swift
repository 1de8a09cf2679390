import Diagnostics

/// A twistd subcommand.
package struct Plugin: Sendable, Equatable {
  /// The subcommand's name (`tapname`).
  package var name: Fact<String>
  package var summary: Fact<String>?
  /// The module that makes the service, as `ServiceMaker` names it.
  package var module: Fact<String>?
  /// Whether the file is that module itself, as mktap took it, and no plugin names it yet.
  package var isModule = false
  package var options: [Option] = []
  /// What it does that only root may, as a clause that follows its name.
  package var rootReason: String?

  /// One of the plugin's own command-line options, from `optParameters` or `optFlags`.
  package struct Option: Sendable, Equatable {
    package var name: String
    package var short: String?
    /// A flag takes no value.
    package var isFlag: Bool
    /// The default, as text.
    package var fallback: String?
    package var summary: String?
    package var location: SourceLocation

    package init(
      name: String, short: String? = nil, isFlag: Bool, fallback: String? = nil, summary: String? = nil,
      at location: SourceLocation
    ) {
      self.name = name
      self.short = short
      self.isFlag = isFlag
      self.fallback = fallback
      self.summary = summary
      self.location = location
    }
  }

  package init(name: Fact<String>, summary: Fact<String>? = nil, module: Fact<String>? = nil) {
    self.name = name
    self.summary = summary
    self.module = module
  }
}
