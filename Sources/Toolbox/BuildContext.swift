import Diagnostics

/// What every step of a run is handed: where it runs, and who is told of it. Nothing below the command line prints.
package struct BuildContext: Sendable {
  /// This process's own environment.
  package let environment: [String: String]
  package let listener: any BuildListener
  /// The workspace of the run, which lasts until its artefacts are in place; `nil` where each step has its own.
  package let workspace: Workspace?

  /// - Parameter listener: By default nobody hears.
  package init(environment: [String: String], listener: any BuildListener = Silence(), workspace: Workspace? = nil) {
    self.environment = environment
    self.listener = listener
    self.workspace = workspace
  }

  /// The same, with another who is told.
  package func heard(by listener: any BuildListener) -> BuildContext {
    BuildContext(environment: environment, listener: listener, workspace: workspace)
  }

  /// Tells a note, or several.
  package func tell(_ diagnostics: some Sequence<Diagnostic>) { for diagnostic in diagnostics { tell(diagnostic) } }
  package func tell(_ diagnostic: Diagnostic) { listener.tell(diagnostic) }
  /// Tells what is being done.
  package func progress(_ text: String) { listener.progress(text) }

  /// Runs a body with a fresh workspace, within that of the run if there is one.
  package func withWorkspace<Value>(
    _ body: (Workspace) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try Workspace.with(environment: environment, body)
  }

  /// Runs a body with a workspace that is the run's.
  package func inWorkspace<Value>(
    _ body: (BuildContext) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try withWorkspace { workspace throws(Failure) in
      try body(BuildContext(environment: environment, listener: listener, workspace: workspace))
    }
  }
}

/// Hears nothing.
package struct Silence: BuildListener {
  package init() {}
  package func tell(_ diagnostic: Diagnostic) {}
  package func progress(_ text: String) {}
}

/// Hears what a run has to tell.
package protocol BuildListener: Sendable {
  func tell(_ diagnostic: Diagnostic)
  /// What is being done now, in place of what was told before.
  func progress(_ text: String)
}
