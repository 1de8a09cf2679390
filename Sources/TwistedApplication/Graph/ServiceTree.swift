import SavedObjects

/// Where each service stands in the tree of services that is being walked.
struct ServiceTree {
  typealias Node = ObjectGraph.Node

  /// A service still to be looked at.
  struct Pending {
    var node: Node
    /// The collection that holds it, by its place in `collections`.
    var holder: Int32
    var label: UInt32
  }

  private var collections: [(holder: Int32, label: UInt32)] = []
  /// The service that is being looked at.
  private(set) var current: Pending?

  mutating func visit(_ service: Pending) { current = service }

  /// Makes the current service a collection that others may name as their holder.
  mutating func openCollection() -> Int32 {
    collections.append((current?.holder ?? -1, current?.label ?? 0))
    return Int32(truncatingIfNeeded: collections.count - 1)
  }

  /// The path of the current service, e.g. `services[0].services[2]`; of a deep one only the last steps.
  func path(in graph: borrowing ObjectGraph) -> String {
    var steps: [String] = []
    var (holder, label) = (current?.holder ?? -1, current?.label ?? 0)
    while holder >= 0 {
      guard steps.count < GraphPaths.stepLimit else { return "…" + steps.reversed().joined() }
      steps.append(".services" + (GraphPaths.step(label, graph) ?? ""))
      (holder, label) = collections[Int(holder)]
    }
    return String(steps.reversed().joined().dropFirst())
  }
}
