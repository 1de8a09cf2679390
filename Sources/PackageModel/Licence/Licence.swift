/// Under which terms the packaged files may be used.
package struct Licence: Sendable, Equatable {
  /// An SPDX expression such as `MIT` or `Apache-2.0 OR MIT`; `nil` where nobody said.
  package var expression: LicenceExpression?
  /// Who holds the copyright, e.g. `2024 Ada Example`; `nil` for the year and the maintainer.
  package var copyright: Line?

  package var identifier: String? { expression?.description }

  package init(expression: LicenceExpression? = nil, copyright: Line? = nil) {
    self.expression = expression
    self.copyright = copyright
  }
}
