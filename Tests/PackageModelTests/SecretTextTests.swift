import PackageModel
import Testing

/// Which texts are not for everyone's eyes.
@Suite struct SecretTextTests {
  @Test(arguments: [
    "PASSWORD = \"hunter2\"", "connect(password='x')", "{\"secret\": \"x\"}", "conf['api_key'] = b'x'", "dbPasswd='x'",
    "checker.addUser('joe', 'pw')", "strcred.makeChecker('memory:joe:pw')", "url = 'amqp://joe:pw@host/'",
    "-----BEGIN RSA PRIVATE KEY-----", "TOKEN=u'x'",
  ])
  func holds(text: String) {
    #expect(SecretText.isIn(Array(text.utf8)))
  }

  @Test(arguments: [
    "password = ''", "password = input()", "password_file = 'x'", "if password == 'x':", "memory:",
    "tcp:80:interface=::1",
    "http://example.org/a@b", "secretary", "def f(password):", "# the password", "", "p", "-----BEGIN PUBLIC KEY-----",
  ])
  func doesNotHold(text: String) {
    #expect(!SecretText.isIn(Array(text.utf8)))
  }

  @Test(arguments: [
    (["--auth", "memory:joe:pw"], true), (["--password=x"], true), (["--secret", "x"], true), (["--secret"], false),
    (["--password-file", "x"], false), (["--port", "80"], false), (["http://a:b@c/"], true),
  ])
  func readsArguments(words: [String], isSecret: Bool) {
    #expect(SecretText.isIn(words) == isSecret)
  }
}
