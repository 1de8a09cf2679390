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
    func add(_ suffix: String, _ path: String, _ text: String?, mode: UInt32 = 0o644, directive: String = "") {
      guard let text else { return }
      files.append(
        Self(
          sourceName: suffix.hasPrefix(".") ? name + suffix : suffix, path: path, contents: Array(text.utf8),
          mode: mode, isConfiguration: directive.hasPrefix("%config"), directive: directive))
    }
    add(".service", service.unitPath, rendered.unit)
    add(".socket", service.socketUnitPath, rendered.socketUnit)
    add(".init", service.initScriptPath, rendered.initScript, mode: 0o755)
    add(".sysconfig", service.environmentPath, rendered.environment, directive: "%config(noreplace) ")
    add(".sysusers", service.sysusersPath, rendered.sysusers)
    add("copyright", "/usr/share/doc/\(name)/copyright", copyright, directive: "%doc ")
    return files
  }
}
