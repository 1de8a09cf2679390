import Diagnostics
import Text

/// The runner that the packager chooses (`--runner`), by its name or its path on the target.
package struct RunnerChoice: Sendable, Equatable {
  package let runner: Runner
  /// `nil` for the one that the distribution or the bundled environment has.
  package let path: AbsolutePath?

  /// - Throws: A usage failure for what is neither a runner's name nor a path.
  package init(option text: String) throws(Failure) {
    if let runner = Runner(rawValue: text) {
      (self.runner, path) = (runner, nil)
      return
    }
    guard text.hasPrefix("/") else {
      throw Failure.usage(
        .optionValue, "--runner takes twistd, twist, axiomatic or a path, not \(quoted(text))",
        remedy: "give one of these, or --script and --command for a program that runs by itself")
    }
    let name = Path(text).name
    // `twistd3`, `twist3`, `twistd-3.11`: a path that is called otherwise takes twistd's options.
    runner =
      name.hasPrefix("axiomatic") ? .axiomatic : name.hasPrefix("twist") && !name.hasPrefix("twistd") ? .twist : .twistd
    path = try AbsolutePath(text, option: "--runner")
  }
}
