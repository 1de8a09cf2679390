import Diagnostics

/// What is asked for of a trial.
package struct VerificationOptions: Sendable, Equatable {
  /// How much is tried.
  package enum Extent: Sendable, Equatable {
    /// What needs no running system.
    case offline
    /// Everything, in a root of this suite; of the machine's own where none is named.
    case suite(String?)

    /// - Parameter text: What `--verify=` says; empty for a bare `--verify`.
    package init(option text: String) throws(Failure) {
      switch text {
      case "": self = .suite(nil)
      case "offline": self = .offline
      default:
        guard text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }),
          text.utf8.first != 0x2D, text.utf8.count <= 64
        else {
          throw Failure.usage(
            .verification, "--verify takes no \(quoted(text))", remedy: "name a suite, for example bookworm, or offline"
          )
        }
        self = .suite(text)
      }
    }
  }

  package var extent: Extent?
  /// The suites that packages are for, by their paths, where the extent names none.
  package var suites: [String: String] = [:]
  /// A root of the user's own: a folder or a tarball.
  package var root: String?
  /// The package to upgrade from.
  package var former: String?
  /// Where the JUnit report is written.
  package var junit: String?

  package init() {}

  /// - Throws: A usage failure for what only a trial has a use for.
  package func check() throws(Failure) {
    let given = [("--verify-root", root), ("--verify-from", former), ("--junit", junit)].first { $0.1 != nil }
    if extent == nil, let given {
      throw Failure.usage(
        .optionsExclude, "\(given.0) is for --verify, which is not given", remedy: "give --verify, too")
    }
    if extent == .offline, root != nil || former != nil {
      throw Failure.usage(
        .optionsExclude, "--verify=offline runs nothing, so it has no root and no upgrade",
        remedy: "leave --verify-root and --verify-from out")
    }
  }
}
