import Diagnostics
import Formats
import Toolbox

/// Which artefacts a build makes.
package enum DebianSelection: Sendable, Equatable {
  /// The .deb and the source folder.
  case usual
  /// The .deb, the source folder and all that an upload consists of (dpkg-buildpackage's `--build=full`).
  case withSource
  /// The .deb alone.
  case binaryOnly
  /// The source package and its upload (`--build=source`).
  case sourceOnly

  /// The programs that it takes.
  package var programs: [Program] {
    (hasBinary ? [.gzip, .dpkgDeb] : []) + (hasSource ? [.dpkgSource, .dpkgGenbuildinfo, .dpkgGenchanges] : [])
  }

  var hasBinary: Bool { self != .sourceOnly }
  var hasFolder: Bool { self == .usual || self == .withSource }
  var hasSource: Bool { self == .withSource || self == .sourceOnly }
}

extension DebianSelection {
  /// - Throws: A usage failure for options that contradict one another.
  init(_ options: PublishingOptions) throws(Failure) {
    switch try options.only() {
    case .binary:
      if options.isSourceWanted { throw PublishingOptions.contradiction("--binary-only", "--source") }
      if options.sourceFormat != nil { throw PublishingOptions.contradiction("--binary-only", "--source-format") }
      if options.key != nil && options.repository == nil {
        throw Failure.usage(
          .optionsExclude, "--binary-only leaves nothing to sign: a .deb has no signature of its own",
          remedy: "sign the source package with --source, or an archive with --repo")
      }
      self = .binaryOnly
    case .source: self = .sourceOnly
    case nil:
      self = options.isSourceWanted || options.sourceFormat != nil || options.key != nil ? .withSource : .usual
    }
  }
}
