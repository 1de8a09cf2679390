/// Under which terms the packaged files may be used.
package struct Licence: Sendable, Equatable {
  /// An SPDX expression such as `MIT` or `Apache-2.0 OR MIT`; `nil` where nobody said.
  package var identifier: String?
  /// Who holds the copyright, e.g. `2024 Ada Example`; `nil` for the year and the maintainer.
  package var copyright: String?

  package init(identifier: String? = nil, copyright: String? = nil) {
    self.identifier = identifier
    self.copyright = copyright
  }
}
