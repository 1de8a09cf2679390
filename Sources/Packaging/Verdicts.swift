import Bundling
import Diagnostics
import Formats
import PackageModel
import Synchronization
import Toolbox

/// What becomes of the facts of an application when it is packaged as it stands.
package struct Verdicts: Sendable {
  package enum Verdict: String, Sendable, Equatable {
    /// The package sees to it.
    case given
    /// A note or warning says what the package does not see to, and the way out.
    case told
    /// No package is made of it.
    case refused
  }

  private let told: [Diagnostic]
  private let isPackaged: Bool

  /// Decides about a package and makes none.
  package init(_ inputs: Inputs, for format: any PackageFormat, _ context: BuildContext) {
    var inputs = inputs
    // Who makes it, and what environment it brings, is nothing to the facts.
    inputs.identity.maintainer = "Nobody <nobody@example.org>"
    inputs.bundle = BundleOptions()
    let recorder = Recorder()
    do throws(Failure) {
      let context = context.heard(by: recorder)
      try Plan.with(Reading(inputs, for: [format], context), for: format, context) { _, _ in }
      (told, isPackaged) = (recorder.told, true)
    } catch {
      (told, isPackaged) = (recorder.told + error.diagnostics, false)
    }
  }

  /// - Parameter topics: The kinds of fact that it is one of.
  /// - Returns: `nil` where something else keeps a package from being made.
  package func verdict(on topics: Set<Diagnostic.Topic>, at location: SourceLocation) -> Verdict? {
    let here = told.filter { $0.location == location }
    if here.contains(where: { $0.severity == .error }) { return .refused }
    if here.contains(where: { $0.topic.map(topics.contains) ?? false }) { return .told }
    return isPackaged ? .given : nil
  }
}

private final class Recorder: BuildListener {
  private let heard = Mutex<[Diagnostic]>([])
  var told: [Diagnostic] { heard.withLock { $0 } }

  func tell(_ diagnostic: Diagnostic) { heard.withLock { $0.append(diagnostic) } }
  func progress(_ text: String) {}
}
