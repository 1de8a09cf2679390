import Foundation

/// Where the repository and what was built from it are.
package enum Places {
  /// The repository's root, found from the place of this file when it was compiled.
  package static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The folder with the built tools: the one the running test bundle or benchmark is in.
  package static let binaries = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().path

  package static let tap2deb = "\(binaries)/tap2deb"
  package static let tap2rpm = "\(binaries)/tap2rpm"
  package static let mktap = "\(binaries)/mktap"
  package static let tapconvert = "\(binaries)/tapconvert"

  /// The example application of the repository.
  package static let example = "\(repository)/debian-example/web.tac"
}
