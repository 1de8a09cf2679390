import Bundling
import Collecting
import Diagnostics
import PackageModel
import Toolbox

/// What came of a build: the end of the flow Inputs → Sources → Contents → PackageSpec → Artefacts → Report.
///
/// Each stage is a value that is made from those before it, and carries its notes.
package struct Report: Sendable {
  package let spec: PackageSpec
  package let artefacts: Artefacts

  /// Builds a package.
  ///
  /// - Parameter context: Told what is noteworthy, once all of it is known, and what is being done.
  package init(_ inputs: Inputs, for family: PackageFamily, _ context: BuildContext) throws(Failure) {
    try inputs.bundle.validate()
    // An environment's files are the package's, so their workspace is around everything else.
    self =
      inputs.bundle.subject == nil
      ? try Self(building: inputs, family, context)
      : try context.inWorkspace { context throws(Failure) in try Self(building: inputs, family, context) }
  }

  private init(building inputs: Inputs, _ family: PackageFamily, _ context: BuildContext) throws(Failure) {
    let sources = try Sources(inputs, for: family, context)
    context.tell(sources.notes)
    let contents = try Contents(of: sources, for: family, context)
    spec = try PackageSpec(contents.request(sources, for: family))
    // Advice on a file is for one that can be packaged; where it cannot, the error stands alone.
    var notes = OrderedSet(sources.subjects.flatMap { $0.advice(packsCode: inputs.files.packsCode) })
    notes.append(contentsOf: contents.notes.elements)
    notes.append(contentsOf: spec.notes)
    context.tell(notes.elements)
    if let bundle = contents.bundle { context.progress("packing \(bundle.summary)") }
    artefacts = try Artefacts(of: spec, from: sources.templates, inputs.publishing, context)
  }
}
