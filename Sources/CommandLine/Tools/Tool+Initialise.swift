import Dependencies
import Diagnostics
import Formats
import Packaging
import Toolbox

extension Tool {
  /// Writes a configuration file beside the application, never over one that is there.
  func initialise(_ options: ToolOptions, _ context: BuildContext, console: Console) throws(Failure) {
    let path = options.configuration ?? ConfigurationFile.path(for: options)
    let sources = try ApplicationSources(options.inputs, context)
    var plans: [String: DependencyPlan] = [:]
    var bare = sources.inputs
    bare.dependencies.wishes = RelationWishes()
    for format in formats {
      func plan(_ inputs: Inputs) throws(Failure) -> DependencyPlan {
        try DependencyPlan(
          inputs, application: sources.subject.application, project: sources.project, format: format, context)
      }
      plans[format.name] = try plan(bare)
      // What was asked for must be right for all, as the file is read for each.
      _ = try plan(sources.inputs)
    }
    let draft = ConfigurationDraft(inputs: sources.inputs, subject: sources.subject, formats: formats, plans: plans)
    guard !FileSystem.exists(path) else {
      throw Failure.usage(
        .outputExists, "is there already, and is not written over", at: SourceLocation(file: path),
        remedy: "edit it, or move it away first")
    }
    try FileSystem.write(Array(draft.text.utf8), to: path)
    console.result(path)
  }
}
