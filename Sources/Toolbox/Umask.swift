import Glibc

/// What the caller's umask leaves of a file's mode (umask(2)).
package enum Umask {
  /// The bits that it takes away.
  package static var bits: mode_t {
    let bits = umask(0o077)
    umask(bits)
    return bits
  }

  /// Has all that this process and its programs make from now on be readable by everyone, whatever the caller's umask:
  /// packages and archives are for others. What is not for everyone is kept from them by its own mode.
  package static func admitReaders() { _ = umask(bits & 0o022) }

  /// A mode, without them.
  package static func applied(to mode: mode_t) -> mode_t { mode & ~bits }
}
