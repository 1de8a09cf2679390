import Diagnostics
import Formats
import PackageModel
import Packaging

extension Tool {
  /// The formats that packages are made in, each fitted to the system that they are for, in the order of what was asked for.
  ///
  /// - Throws: A usage failure for targets of a format that is not asked for, and for two whose packages would have one name.
  func formats(_ options: ToolOptions) throws(Failure) -> [any PackageFormat] {
    let targets = options.targets
    for format in self.formats {
      let names = targets.filter { $0.format == format.name }.map(\.name)
      if let twin = names.first(where: { name in names.count { $0 == name } > 1 }) {
        throw Failure.usage(.optionsExclude, "--target names \(twin) twice", remedy: "leave one out")
      }
      if names.count > 1, !options.inputs.release.hasTargetSuffix {
        throw Failure.usage(
          .packageTwice, "the packages for \(names.joined(separator: " and ")) would have the same name",
          remedy: "give --target-suffix, too")
      }
    }
    let asked = options.formats.isEmpty ? Self.asked(by: targets, or: format.name) : options.formats
    if let other = targets.first(where: { !asked.contains($0.format) }) {
      throw Failure.usage(
        .optionsExclude, "\(other.name) takes packages of the format \(other.format), which --format leaves out",
        remedy: "give --format \(other.format), or leave --format out")
    }
    let system = targets.isEmpty || asked.count > 1 ? SystemRelease.ofMachine() : SystemRelease("")
    return asked.flatMap { name in
      self.formats.filter { $0.name == name }.flatMap { format in
        let own = targets.filter { $0.format == name }
        if !own.isEmpty { return own.map(format.fitted) }
        let usual = Target.usual(for: name, distribution: options.inputs.release.distribution, system: system)
        return [usual.map(format.fitted) ?? format]
      }
    }
  }

  /// The formats of targets, in their order.
  private static func asked(by targets: [Target], or own: String) -> [String] {
    targets.isEmpty ? [own] : OrderedSet(targets.map(\.format)).elements
  }
}
