import Foundation
import TestSupport
import Testing
import Toolbox

@testable import Collecting

/// Keys are known by what is in them, whatever they are called.
@Suite struct SecretFileTests {
  /// Made by openssl, each under its name.
  private static let recipe = """
    openssl genrsa -out rsa.pem 2048; openssl ecparam -name prime256v1 -genkey -noout -out ec.pem
    openssl req -x509 -new -key rsa.pem -subj /CN=x -days 1 -out cert.pem
    openssl pkcs12 -export -inkey rsa.pem -in cert.pem -passout pass:x -out key-pkcs12
    openssl rsa -in rsa.pem -traditional -outform DER -out key-pkcs1; openssl ec -in ec.pem -outform DER -out key-sec1
    openssl pkcs8 -topk8 -nocrypt -in rsa.pem -outform DER -out key-pkcs8
    openssl pkcs8 -topk8 -nocrypt -in ec.pem -outform DER -out key-pkcs8-ec
    openssl pkcs8 -topk8 -passout pass:x -in rsa.pem -outform DER -out key-pkcs8-encrypted
    openssl genpkey -algorithm ed25519 -outform DER -out key-ed25519
    { for i in $(seq 80); do cat cert.pem; done; cat ec.pem; } >key-behind-certificates
    cp rsa.pem key-pem; printf 'AGE-SECRET-KEY-1QQQ\\n' >key-age; printf '\\376\\355\\376\\355\\0\\0\\0\\2' >key-jks
    openssl x509 -in cert.pem -outform DER -out cert-der; openssl rsa -in rsa.pem -pubout -outform DER -out pub-der
    openssl rsa -in rsa.pem -RSAPublicKey_out -outform DER -out pub-pkcs1; cp cert.pem cert
    printf '0\\202\\1\\0\\2\\1\\3' >text; head -c 4096 /dev/zero >zeros; printf '0' >nought; : >empty
    """

  @Test func areKnownByTheirContents() throws {
    try withTemporaryFolder { path in
      let made = try run("sh", "-ec", "cd \"$0\"; { \(Self.recipe)\n} 2>/dev/null", path)
      #expect(made.succeeded, "\(made)")
      let folder = try Folder(path)
      for name in try FileManager.default.contentsOfDirectory(atPath: path) where !name.contains(".") {
        let file = try SourceFile(name, in: folder)
        #expect((SecretFile(contentsOf: file) != nil) == name.hasPrefix("key-"), "\(name)")
      }
    }
  }
}
