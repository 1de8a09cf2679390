import ApplicationFacts
import Diagnostics

/// What is left of Twisted's encryption once a program has undone the cipher: the proof that the passphrase was right.
///
/// `twisted.persisted.sob` (up to 17.1.0) encrypts with AES-128 in ECB mode; the text is padded with spaces to whole
/// blocks; there is neither salt nor check value.
package enum Decryption {
  /// The decrypted application without its padding, when it can be one.
  ///
  /// - Throws: `Failure` of kind `.application` when what came out is no format of Twisted's, so that the passphrase
  ///   must be wrong.
  package static func validated(_ plain: [UInt8], file: String) throws(Failure) -> [UInt8] {
    guard case .format = ApplicationFormat.detect(plain) else {
      throw Failure.application(
        .encryption, "the passphrase does not decrypt the file", at: SourceLocation(file: file),
        remedy: "check the file given with --passphrase-file; a newline at its end is not part of the passphrase")
    }
    var content = plain
    while content.last == UInt8(ascii: " ") { content.removeLast() }
    return content
  }
}
