/// Twisted and what it imports as wheels, made of Debian's own packages, for environments that are bundled in tests.
package enum DebianWheels {
  /// The packages whose modules a plain Twisted service loads; zope.interface is compiled.
  package static let packages = [
    "python3-twisted", "python3-zope.interface", "python3-constantly", "python3-hyperlink", "python3-idna",
    "python3-incremental", "python3-attr", "python3-automat", "python3-six",
  ]
}
