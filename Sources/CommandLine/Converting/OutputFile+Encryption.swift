import ApplicationFacts
import Diagnostics
import Packaging
import Toolbox

extension OutputFile {
  /// Saved objects as Twisted encrypted them, with the warning that this hides little.
  ///
  /// - Throws: A usage failure for Python source, which nothing reads when it is encrypted, and without a passphrase.
  static func encrypted(
    _ bytes: [UInt8], as format: ApplicationFormat, passphraseFile: String?, _ context: BuildContext
  ) throws(Failure) -> [UInt8] {
    guard format != .tac else {
      throw Failure.usage(
        .encryption, "twistd reads no encrypted .tac", remedy: "give --type or --typeout pickle, source or xml")
    }
    guard let passphraseFile else {
      throw Failure.usage(
        .encryption, "there is no passphrase to encrypt with",
        remedy: "put it into a file and give --passphrase-file FILE")
    }
    context.tell(
      .warning(
        .encryption, "this encryption is weak, and Twisted since 17.5 does not read it",
        remedy: "encrypt with gpg what has to stay secret"))
    return try Cipher.encrypt(bytes, passphraseFile: passphraseFile, context)
  }
}
