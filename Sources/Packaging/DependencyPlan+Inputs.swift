import Dependencies
import Diagnostics
import Formats
import Projects
import Toolbox
import ApplicationFacts

extension DependencyPlan {
  /// The dependencies of a run: from the options, the requirements that they name, the project's own, and the imports.
  package init(
    _ inputs: Inputs, application: Application?, project: Project?, format: any PackageFormat,
    bundled: BundledModules? = nil, _ context: BuildContext
  ) throws(Failure) {
    let options = inputs.dependencies
    var requirements = options.findsImports ? try project?.dependencies() ?? [] : []
    var notes: [Diagnostic] = []
    for path in options.requirements {
      let file = try RequirementsFile(path, reading: inputs.reader(of: path, limit: RequirementsFile.sizeLimit))
      requirements += file.requirements
      notes += file.diagnostics
    }
    try self.init(
      for: format.grammar, application: options.findsImports ? application : nil, requirements: requirements,
      wishes: options.wishes, bundled: bundled,
      installed: { (modules: [String]) throws(Failure) in
        try format.packages(of: modules, context)
      })
    add(notes)
  }
}
