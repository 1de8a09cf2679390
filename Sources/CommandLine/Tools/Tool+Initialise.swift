import Collecting
import Dependencies
import Diagnostics
import PackageModel
import Projects
import Toolbox

extension Tool {
  /// Writes a configuration file beside the application, never over one that is there.
  func initialise(_ options: ToolOptions, environment: [String: String], console: Console) throws(Failure) {
    let path = options.configuration ?? ConfigurationFile.path(for: options)
    let (options, project) = try options.withProject()
    let subject = try Subject(options, modulesIn: project.map { [$0.moduleFolder] } ?? [], environment: environment)
    var plans: [Tool: DependencyPlan] = [:]
    var bare = options
    bare.wishes = RelationWishes()
    for tool in Self.allCases {
      plans[tool] = try DependencyPlan(
        bare, application: subject.application, project: project, family: tool.family, environment: environment)
      // What was asked for must be right for both, as the file is read by both.
      _ = try DependencyPlan(
        options, application: subject.application, project: project, family: tool.family, environment: environment)
    }
    let draft = ConfigurationDraft(options: options, subject: subject, plans: plans)
    guard !FileSystem.exists(path) else {
      throw Failure(
        .usage, "is there already, and is not written over", at: SourceLocation(file: path),
        remedy: "edit it, or move it away first")
    }
    try FileSystem.write(Array(draft.text.utf8), to: path)
    console.result(path)
  }
}
