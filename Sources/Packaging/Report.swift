import Diagnostics
import Formats
import PackageModel
import Toolbox

/// What came of a build: the end of the flow Inputs → Reading → Sources → Contents → PackageSpec → Artefacts → Report.
///
/// Each stage is a value that is made from those before it, and carries its notes.
package struct Report: Sendable {
  /// The packages of one format: what they are, and where they are.
  package struct Package: Sendable {
    package let spec: PackageSpec
    package let artefacts: Artefacts
    /// What was read for its services, in their order.
    package let subjects: [Subject]
    /// Its files, where they were asked for.
    package let trees: PackageTrees?
  }

  /// In the order of the formats.
  package let packages: [Package]

  /// Makes packages of each format from one reading.
  ///
  /// - Parameters:
  ///   - keepsTrees: Whether the files of the packages are wanted afterwards.
  ///   - check: Called once all is told that is known of a package, and before anything is made of it.
  /// - Throws: A failure of a format that cannot be made, that of the first; the artefacts of others stay.
  package init(
    _ inputs: Inputs, for formats: [any PackageFormat], _ context: BuildContext, keepsTrees: Bool = false,
    check: () throws(Failure) -> Void = {}
  ) throws(Failure) {
    let reading = try Reading(inputs, for: formats, context)
    for format in formats {
      for program in try format.programs(for: inputs.publishing) {
        try program.lookUp(in: context)
      }
    }
    // One for all steps: each workspace that has none around it looks for those that killed runs left.
    packages = try context.withWorkspace { _ throws(Failure) in
      try Self.make(formats[...], of: reading, context, keepsTrees: keepsTrees, check: check)
    }
  }

  /// Makes packages of each format: while the programs of one work, the next one is begun.
  private static func make(
    _ formats: ArraySlice<any PackageFormat>, of reading: Reading, _ context: BuildContext, keepsTrees: Bool,
    check: () throws(Failure) -> Void
  ) throws(Failure) -> [Package] {
    guard let format = formats.first else { return [] }
    func rest() -> Result<[Package], Failure> {
      Result { () throws(Failure) in
        try make(formats.dropFirst(), of: reading, context, keepsTrees: keepsTrees, check: check)
      }
    }
    var others: Result<[Package], Failure>?
    let package = try Plan.with(reading, for: format, context) { plan, context throws(Failure) in
      try check()
      if let bundle = plan.bundle { context.progress("packing \(bundle.summary)") }
      let artefacts = try format.make(plan.spec, from: plan.templates, publishing: reading.inputs.publishing, context) {
        // An environment takes much room, and its programs are ended with all that they started: one at a time.
        if plan.bundle == nil { others = rest() }
      }
      let trees = keepsTrees ? try format.trees(of: plan.spec, from: plan.templates, context) : nil
      return Package(spec: plan.spec, artefacts: artefacts, subjects: plan.subjects, trees: trees)
    }
    return [package] + (try (others ?? rest()).get())
  }
}
