import Dependencies
import Diagnostics
import Packaging
import Toolbox

extension Tool {
  /// Writes a configuration file beside the application, never over one that is there.
  func initialise(_ options: ToolOptions, _ context: BuildContext, console: Console) throws(Failure) {
    let path = options.configuration ?? ConfigurationFile.path(for: options)
    let sources = try ApplicationSources(options.inputs, context)
    var plans: [Tool: DependencyPlan] = [:]
    var bare = sources.inputs
    bare.dependencies.wishes = RelationWishes()
    for tool in Self.allCases {
      func plan(_ inputs: Inputs) throws(Failure) -> DependencyPlan {
        try DependencyPlan(
          inputs, application: sources.subject.application, project: sources.project, family: tool.family, context)
      }
      plans[tool] = try plan(bare)
      // What was asked for must be right for both, as the file is read by both.
      _ = try plan(sources.inputs)
    }
    let draft = ConfigurationDraft(inputs: sources.inputs, subject: sources.subject, plans: plans)
    guard !FileSystem.exists(path) else {
      throw Failure(
        .usage, "is there already, and is not written over", at: SourceLocation(file: path),
        remedy: "edit it, or move it away first")
    }
    try FileSystem.write(Array(draft.text.utf8), to: path)
    console.result(path)
  }
}
