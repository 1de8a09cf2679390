import Diagnostics
import Toolbox

/// How a run gets to know its part.
package enum ShardChoice: Sendable, Equatable {
  case given(Shard)
  /// As the jobs of GitLab and others are numbered: CI_NODE_INDEX of CI_NODE_TOTAL.
  case environment

  init(option text: String?) throws(Failure) {
    self = if let text { .given(try Shard(text, of: "--shard")) } else { .environment }
  }

  func shard(in context: BuildContext) throws(Failure) -> Shard {
    switch self {
    case .given(let shard): return shard
    case .environment:
      let environment = context.environment
      guard let index = environment["CI_NODE_INDEX"], let total = environment["CI_NODE_TOTAL"] else {
        throw Failure.usage(
          .optionValue, "--shard names no part, and the environment has no CI_NODE_INDEX and CI_NODE_TOTAL",
          remedy: "give --shard 1/2")
      }
      return try Shard("\(index)/\(total)", of: "CI_NODE_INDEX/CI_NODE_TOTAL")
    }
  }
}
