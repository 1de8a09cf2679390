import Diagnostics
import Toolbox
import ApplicationFacts
import TwistedApplication

extension Program {
  fileprivate static let openssl = Program("openssl", package: "openssl")
}

/// Decrypts what Twisted up to 17.1.0 encrypted: AES-128 in ECB mode, keyed by the MD5 digest of the passphrase, which is
/// what openssl derives without a salt. The passphrase stays in its file and out of every process's arguments.
package enum Decipherment {
  /// - Returns: The application within.
  /// - Throws: An application failure when the passphrase is wrong, a build failure without openssl.
  package static func decrypt(
    _ input: InputFile, passphraseFile: String, _ context: BuildContext
  ) throws(Failure) -> [UInt8] {
    _ = try InputFile(passphraseFile, limit: 4096, kind: .usage)
    return try context.withWorkspace { workspace throws(Failure) in
      let (sealed, plain) = ("\(workspace.path)/sealed", "\(workspace.path)/plain")
      try FileSystem.write(input.contents, to: sealed, mode: 0o600)
      try Program.openssl.run(
        [
          "enc", "-d", "-aes-128-ecb", "-nopad", "-nosalt", "-md", "md5", "-pass", "file:\(passphraseFile)",
          "-in", sealed, "-out", plain,
        ],
        environment: workspace.environment(from: context.environment), in: workspace)
      let content = try InputFile(plain, limit: ApplicationReader.sizeLimit, kind: .build).contents
      return try Decryption.validated(content, file: input.path)
    }
  }
}
