import Diagnostics

/// Finds templates by their path below `templates/`: the ones compiled in, overridden one by one.
package struct TemplateStore: Sendable {
  private let overrides: [String: String]
  private let parsed = ParsedTemplates()

  /// - Parameter overrides: Texts by path, e.g. `systemd/service`, from `--templates DIR`.
  /// - Throws: A usage failure for a path that names no template.
  package init(overrides: [String: String] = [:]) throws(Failure) {
    self.overrides = overrides
    for (path, text) in overrides.sorted(by: { $0.key < $1.key }) {
      try refuseDeceptive(text, of: "a template", at: SourceLocation(file: path))
    }
    let unknown = overrides.keys.filter { embeddedTemplates[$0] == nil }.sorted()
    guard unknown.isEmpty else {
      throw Failure(
        .usage,
        unknown.map {
          .error("no template is called \($0)", remedy: "the templates are \(Self.paths.joined(separator: ", "))")
        })
    }
  }

  /// The templates' paths, sorted.
  package static var paths: [String] { embeddedTemplates.keys.sorted() }

  /// Renders the template at a path, each value escaped for the language of what it becomes.
  package func render(_ path: String, _ values: TemplateValues) throws(Failure) -> String {
    let source = try text(of: path)
    let template = try parsed.template(path) { () throws(Failure) in try Template(source, name: "templates/\(path)") }
    return try template.render(values, escaping: Self.escaping(of: path))
  }

  /// The text of the template at a path, as it is written.
  func text(of path: String) throws(Failure) -> String {
    guard let source = overrides[path] ?? embeddedTemplates[path] else {
      throw Failure(.build, "there is no template \(path)")
    }
    return source
  }

  private static func escaping(of path: String) -> Escaping {
    switch path {
    case "debian/control": .control
    case "debian/control.binary", "debian/changelog", "debian/copyright", "debian/install",
      "debian/lintian-overrides", "debian/source-lintian-overrides", "debian/source-options":
      .line
    case "rpm/spec": .spec
    case _ where path.hasPrefix("systemd/"): .unit
    default: .shell
    }
  }
}
