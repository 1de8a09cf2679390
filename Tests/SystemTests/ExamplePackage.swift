import Foundation
import TestSupport

/// Packages of debian-example, built by the tools under test.
enum ExamplePackage {
  /// Calls `body` with the path of the .deb.
  static func withDeb<Result>(_ body: (String) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
      try run(
        Places.tap2deb, "-t", Places.example, "-m", "Ada Example <ada@example.org>", "-o", folder, in: folder
      ).successful()
      return try body("\(folder)/twisted-web_1.0_all.deb")
    }
  }

  /// Calls `body` with the path of the binary .rpm.
  static func withRPM<Result>(_ body: (String) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
      try run(
        Places.tap2rpm, "-t", Places.example, "-m", "Ada Example <ada@example.org>", "-o", folder, "--sysv", in: folder
      ).successful()
      return try body("\(folder)/twisted-web-1.0-1.noarch.rpm")
    }
  }
}
