import Diagnostics

/// Finds templates by their path below `templates/`: the ones compiled in, overridden one by one.
package struct TemplateStore: Sendable {
  /// Told of each template that is rendered, and of the values that it can name.
  package typealias Listener = @Sendable (_ path: String, _ values: TemplateValues) -> Void

  let overrides: [String: String]
  /// The folder that the overrides are from, for messages.
  private let folder: String
  private let listener: Listener?
  let parsed = ParsedTemplates()

  /// - Parameters:
  ///   - overrides: Texts by path, e.g. `systemd/service`, from `--templates DIR`; those of no template of the tool's are
  ///     additions.
  ///   - folder: DIR.
  /// - Throws: A usage failure for a path that is neither a template's nor a place for an addition.
  package init(
    overrides: [String: String] = [:], from folder: String = "templates", listener: Listener? = nil
  ) throws(Failure) {
    self.overrides = overrides
    self.folder = folder
    self.listener = listener
    let unknown = overrides.keys.filter { embeddedTemplates[$0] == nil }.sorted()
    let mistakes = unknown.compactMap { path -> Diagnostic? in
      if AddedTemplate.Place(path) != nil { return nil }
      return .error(
        .template, "no template is called \(path)", at: SourceLocation(file: "\(folder)/\(path)"),
        remedy: Spelling.nearest(to: path, among: Self.paths).first.map { "try \($0)" }
          ?? "the templates are \(Self.paths.joined(separator: ", ")); docs/templates.md tells where new files go")
    }
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes) }
  }

  /// The templates' paths, sorted.
  package static var paths: [String] { embeddedTemplates.keys.sorted() }

  /// The text of a template that the tool brings.
  package static func text(_ path: String) -> String { embeddedTemplates[path] ?? "" }

  /// Renders the template at a path, each value escaped as the template says; an override that does not say is written
  /// in the language of what it takes the place of.
  package func render(_ path: String, _ values: TemplateValues) throws(Failure) -> String {
    listener?(path, values)
    let template = try template(path)
    guard overrides[path] != nil, template.escaping == nil, let own = embeddedTemplates[path] else {
      return try template.render(values)
    }
    let usual = try parsed.template("templates/\(path)") { () throws(Failure) in try Template(own, name: path) }
    return try template.render(values, escaping: usual.escaping ?? .shell)
  }

  private func template(_ path: String) throws(Failure) -> Template {
    let source = try text(of: path)
    let name = overrides[path] == nil ? "templates/\(path)" : "\(folder)/\(path)"
    return try parsed.template(path) { () throws(Failure) in try Template(source, name: name) }
  }

  /// The text of the template at a path, as it is written.
  func text(of path: String) throws(Failure) -> String {
    guard let source = overrides[path] ?? embeddedTemplates[path] else {
      throw Failure.build(.template, "there is no template \(path)")
    }
    return source
  }
}
