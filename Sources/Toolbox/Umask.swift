import Glibc

/// What the caller's umask leaves of a file's mode (umask(2)).
package enum Umask {
  /// The bits that it takes away.
  package static var bits: mode_t {
    let bits = umask(0o077)
    umask(bits)
    return bits
  }

  /// A mode, without them.
  package static func applied(to mode: mode_t) -> mode_t { mode & ~bits }
}
