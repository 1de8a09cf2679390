import Diagnostics
import Toolbox
import TwistedApplication

extension Program {
  fileprivate static let openssl = Program("openssl", package: "openssl")
}

/// The encryption of Twisted up to 17.1.0: AES-128 in ECB mode, keyed by the MD5 digest of the passphrase, which is
/// what openssl derives without a salt. The passphrase stays in its file and out of every process's arguments.
package enum Cipher {
  /// - Returns: The application within.
  /// - Throws: An application failure when the passphrase is wrong, a build failure without openssl.
  package static func decrypt(
    _ input: InputFile, passphraseFile: String, _ context: BuildContext
  ) throws(Failure) -> [UInt8] {
    let content = try run(["-d"], on: input.contents, passphraseFile: passphraseFile, context)
    return try Decryption.validated(content, file: input.path)
  }

  /// What `twisted.persisted.sob` writes, filled up with spaces to whole blocks.
  ///
  /// - Throws: A build failure without openssl.
  package static func encrypt(
    _ plain: [UInt8], passphraseFile: String, _ context: BuildContext
  ) throws(Failure) -> [UInt8] {
    let padding = [UInt8](repeating: UInt8(ascii: " "), count: (16 - plain.count % 16) % 16)
    return try run(["-e"], on: plain + padding, passphraseFile: passphraseFile, context)
  }

  private static func run(
    _ direction: [String], on bytes: [UInt8], passphraseFile: String, _ context: BuildContext
  ) throws(Failure) -> [UInt8] {
    _ = try InputFile(passphraseFile, limit: 4096, kind: .usage)
    return try context.withWorkspace { workspace throws(Failure) in
      let (before, after) = ("\(workspace.path)/before", "\(workspace.path)/after")
      try FileSystem.write(bytes, to: before, mode: 0o600)
      try Program.openssl.run(
        ["enc"] + direction + [
          "-aes-128-ecb", "-nopad", "-nosalt", "-md", "md5", "-pass", "file:\(passphraseFile)", "-in", before,
          "-out", after,
        ],
        environment: workspace.environment(from: context), in: workspace)
      return try InputFile(after, limit: ApplicationReader.sizeLimit + 16, kind: .build).contents
    }
  }
}
