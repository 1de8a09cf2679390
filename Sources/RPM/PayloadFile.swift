import Diagnostics
import PackageModel
import Templates
import Toolbox

/// One file of an RPM, with the name of the source that it is installed from.
struct PayloadFile: Sendable, Equatable {
  var sourceName: String
  var path: String
  var contents: [UInt8]
  var mode: UInt32 = 0o644
  var isConfiguration = false
  /// What stands before the path in %files.
  var directive = ""

  /// The path for a spec, where a literal /usr/lib counts as a mistake about multilib.
  var macroPath: String {
    path.hasPrefix("/usr/lib/") ? "%{_usr}" + path.dropFirst("/usr".count) : path
  }

  static func all(of spec: PackageSpec, from templates: TemplateStore) throws(Failure) -> [Self] {
    let rendered = try ServiceFiles(of: spec, from: templates)
    let service = spec.service
    let name = spec.name.description
    var values = spec.templateValues
    values["year"] = .text(Clock.year(spec.timestamp))
    let copyright = try templates.render("debian/copyright", values)
    var files: [Self] = []
    if let application = spec.application, let path = service.command.applicationPath {
      files.append(
        Self(
          sourceName: application.name, path: path, contents: application.contents, isConfiguration: true,
          directive: "%config(noreplace) "))
    }
    return files + [
      Self(sourceName: "\(name).service", path: service.unitPath, contents: Array(rendered.unit.utf8)),
      Self(
        sourceName: "\(name).init", path: service.initScriptPath, contents: Array(rendered.initScript.utf8), mode: 0o755
      ),
      Self(
        sourceName: "\(name).sysconfig", path: service.environmentPath, contents: Array(rendered.environment.utf8),
        isConfiguration: true, directive: "%config(noreplace) "),
      Self(sourceName: "\(name).sysusers", path: service.sysusersPath, contents: Array(rendered.sysusers.utf8)),
      Self(
        sourceName: "copyright", path: "/usr/share/doc/\(name)/copyright", contents: Array(copyright.utf8),
        directive: "%doc "),
    ]
  }
}
