/// What a run has made, in the order in which it is told.
package struct Artefacts: Sendable, Equatable {
  package struct Artefact: Sendable, Equatable {
    package enum Kind: String, Sendable, Equatable {
      /// A file of the package, its source or its upload.
      case file
      /// The folder with the packaging, for people.
      case folder
      /// The indices of an archive.
      case archive
    }
    package let kind: Kind
    package let path: String
    /// Whether it is a package that the target installs.
    package let isInstallable: Bool
  }

  package private(set) var all: [Artefact] = []

  package init() {}

  /// Those that the target installs.
  package var installable: [String] { all.filter(\.isInstallable).map(\.path) }

  package mutating func add(_ kind: Artefact.Kind, _ path: String, isInstallable: Bool = false) {
    all.append(Artefact(kind: kind, path: path, isInstallable: isInstallable))
  }
}
