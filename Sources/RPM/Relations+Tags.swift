import PackageModel
import Text

extension Relations {
  /// The tags of a spec, a line each. RPM knows no `Replaces:`; what takes another package's place obsoletes it.
  var tags: String {
    Self.order.flatMap { kind, tag in self[kind].map { (tag + ":").padded(to: 16) + $0 } }.joined(separator: "\n")
  }

  private static let order: [(Kind, String)] = [
    (.depends, "Requires"), (.recommends, "Recommends"), (.suggests, "Suggests"), (.conflicts, "Conflicts"),
    (.replaces, "Obsoletes"), (.provides, "Provides"),
  ]
}
