import Diagnostics
import PackageModel
import Toolbox

/// What came of a build: the end of the flow Inputs → Sources → Contents → PackageSpec → Artefacts → Report.
///
/// Each stage is a value that is made from those before it, and carries its notes.
package struct Report: Sendable {
  package let spec: PackageSpec
  package let artefacts: Artefacts

  package init(_ inputs: Inputs, for family: PackageFamily, _ context: BuildContext) throws(Failure) {
    (spec, artefacts) = try Plan.with(inputs, for: family, context) { plan, context throws(Failure) in
      if let bundle = plan.bundle { context.progress("packing \(bundle.summary)") }
      return (plan.spec, try Artefacts(of: plan.spec, from: plan.templates, inputs.publishing, context))
    }
  }
}
