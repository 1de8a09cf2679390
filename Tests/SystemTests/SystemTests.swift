import Foundation
import Testing
import Verification

/// Tests that install and run packages in real Debian systems.
///
/// They need root (or sudo without a password) and, once a week, the network. Where these are missing they are skipped, with the
/// reason in the output, but never on a CI machine: there they run and fail.
@Suite(
  .serialized,
  .enabled(if: isContinuousIntegration || Privilege.isAvailable, "needs root, or sudo without a password"),
  .enabled(if: isContinuousIntegration || RootRecipe.plain.isAvailable, "needs a Debian mirror to make a root from"))
struct SystemTests {}

/// Whether this is a CI machine, where a test that cannot run is a failure.
let isContinuousIntegration = !(ProcessInfo.processInfo.environment["CI"] ?? "").isEmpty

/// Whether the slower tests were asked for (`make check-system`).
let wantsEverything = ProcessInfo.processInfo.environment["TAP2DEB_SYSTEM_TESTS"] == "full"
