import CommandOptions
import PackageModel

/// The options that one format has beside those of all, by what they are about.
package struct FormatOptions: Sendable {
  package var identity: [Option<PackageIdentity>]
  package var release: [Option<ReleaseOptions>]
  package var publishing: [Option<PublishingOptions>]

  package init(
    identity: [Option<PackageIdentity>], release: [Option<ReleaseOptions>] = [],
    publishing: [Option<PublishingOptions>] = []
  ) {
    (self.identity, self.release, self.publishing) = (identity, release, publishing)
  }
}
