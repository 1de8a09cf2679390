/// What `--list --json` and `--print --json` answer; `docs/preview.schema.json` describes the form, which only ever grows.
struct PreviewDocument: Encodable, Sendable {
  /// The version of the form.
  var schema = 1
  /// One for each format.
  var packages: [BuildDocument.Package]

  struct Item: Codable, Sendable {
    var path: String
    /// `file`, `folder` or `link`.
    var kind: String
    /// In octal digits.
    var mode: String
    var owner: String
    var group: String
    /// Of a file, in bytes.
    var size: Int?
    /// Of a link.
    var target: String?
    var reason: String?
  }

  struct Text: Codable, Sendable {
    var path: String
    var text: String
  }
}
