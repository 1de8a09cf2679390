/// Where the sources of an application are kept, for `Vcs-Browser` and `Vcs-Git` (Developer's Reference 6.2.5).
package struct RepositoryAddress: Sendable, Equatable {
  /// For people.
  package let browser: WebAddress
  /// What git clones; `nil` where it is not known that git does.
  package let git: String?

  /// Sites on which a repository has one address for people and for git.
  private static let hosts = [
    "github.com", "gitlab.com", "salsa.debian.org", "codeberg.org", "git.sr.ht", "bitbucket.org",
  ]

  init(_ address: WebAddress) {
    browser = address
    let text = address.description
    let words = text.split(separator: "/").map(String.init)
    let isPlain = !text.contains { "?#".contains($0) }
    // SCHEME:, HOST, OWNER, NAME.
    let isRepository = words.count == 4 && Self.hosts.contains(words[1].lowercased())
    let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
    git = isPlain && (isRepository || trimmed.hasSuffix(".git")) ? trimmed : nil
  }
}
