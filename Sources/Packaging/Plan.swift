import Bundling
import Collecting
import Diagnostics
import Formats
import PackageModel
import Templates
import Toolbox

/// A package that has been decided about, down to each of its files, and that nothing has been made of yet.
package struct Plan: Sendable {
  package let spec: PackageSpec
  package let templates: TemplateStore
  /// What was read for its services, in their order.
  package let subjects: [Subject]
  let bundle: Bundle?

  /// Decides about a package, and has a body make something of it while the files of a bundled environment last.
  ///
  /// - Parameter context: Told what is noteworthy, once all of it is known, and what is being done.
  package static func with<Value>(
    _ reading: Reading, for format: any PackageFormat, _ context: BuildContext,
    body: (Plan, BuildContext) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    guard reading.inputs.bundle.subject != nil else { return try body(Plan(reading, for: format, context), context) }
    // An environment's files are the package's, so their workspace is around everything else.
    return try context.inWorkspace { context throws(Failure) in try body(Plan(reading, for: format, context), context) }
  }

  private init(_ reading: Reading, for format: any PackageFormat, _ context: BuildContext) throws(Failure) {
    let inputs = reading.inputs
    var sources = try Sources(reading, for: format, context)
    context.tell(sources.notes)
    let bundle = try Contents.bundle(sources, for: sources.request(for: format), context)
    if let bundle { sources = try sources.completed(by: bundle) }
    let contents = try Contents(of: sources, bundle, for: format, context)
    try contents.bundle.map { bundle throws(Failure) in
      try TargetLimits.check(bundle.environment, for: format.rules.target)
    }
    var spec = try PackageSpec(contents.request(sources, for: format))
    try spec.add(sources.templates.addedFiles(to: spec))
    // Advice on a file is for one that can be packaged; where it cannot, the error stands alone.
    var notes = OrderedSet(
      zip(sources.subjects, spec.services).flatMap { subject, service in
        subject.advice(packsCode: inputs.files.packsCode, for: service)
      })
    notes.append(contentsOf: contents.notes.elements)
    if let target = format.rules.target, target.choice != .assumed {
      let limits = TargetLimits(of: target, for: spec, contents.applications(sources), grammar: format.grammar)
      if !limits.failures.isEmpty { throw Failure(.application, limits.failures) }
      notes.append(contentsOf: limits.notes)
    }
    notes.append(contentsOf: spec.notes)
    context.tell(notes.elements)
    (self.spec, templates, self.bundle) = (spec, sources.templates, bundle)
    subjects = sources.subjects
  }
}
