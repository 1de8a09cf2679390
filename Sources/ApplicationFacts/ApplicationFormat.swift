/// The formats in which Twisted keeps an application.
package enum ApplicationFormat: String, Sendable, Equatable, CaseIterable {
  /// Python source that binds `application`.
  case tac
  /// A pickle.
  case tap
  /// Abstract Object Trees: Python source of constructor calls bound to `app`.
  case tas
  /// Marmalade XML, which no twistd since 2008 runs.
  case tax
  /// A twistd subcommand: a file of plugins, or the name of one with its options.
  case plugin
  /// Python source that runs the reactor itself: a script, or what a console script calls.
  case program
  /// A folder with a database of Axiom's, which is not opened.
  case axiom

  /// What `--type` calls it, in the originals' words.
  package var typeName: String {
    switch self {
    case .tac: "python"
    case .tap: "tap"
    case .tas: "source"
    case .tax: "xml"
    case .plugin: "plugin"
    case .program: "program"
    case .axiom: "axiom"
    }
  }
}
