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
  }

  package private(set) var all: [Artefact] = []

  package init() {}

  package mutating func add(_ kind: Artefact.Kind, _ path: String) { all.append(Artefact(kind: kind, path: path)) }
}
