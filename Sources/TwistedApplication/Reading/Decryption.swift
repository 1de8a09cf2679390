import Diagnostics

/// The parts of Twisted's encryption that need no cipher: the key and the proof that it was right.
///
/// `twisted.persisted.sob` (up to 17.1.0) encrypts with AES-128 in ECB mode; the key is the MD5 digest of the
/// passphrase; the text is padded with spaces to whole blocks; there is neither salt nor check value. `openssl enc -d
/// -aes-128-ecb -nopad -K KEY` undoes it.
package enum Decryption {
  /// The key for a passphrase: 16 bytes.
  package static func key(passphrase: [UInt8]) -> [UInt8] { MD5.digest(passphrase) }

  /// The key as 32 hexadecimal digits, as openssl's `-K` takes it.
  package static func hexadecimalKey(passphrase: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(key(passphrase: passphrase).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// The decrypted application without its padding, when it can be one.
  ///
  /// - Throws: `Failure` of kind `.application` when what came out is no format of Twisted's, so that the passphrase
  ///   must be wrong.
  package static func validated(_ plain: [UInt8], file: String) throws(Failure) -> [UInt8] {
    guard case .format = ApplicationFormat.detect(plain) else {
      throw Failure(
        .application, "the passphrase does not decrypt the file", at: SourceLocation(file: file),
        remedy: "check the file given with --passphrase-file; a newline at its end is not part of the passphrase")
    }
    var content = plain
    while content.last == UInt8(ascii: " ") { content.removeLast() }
    return content
  }
}
