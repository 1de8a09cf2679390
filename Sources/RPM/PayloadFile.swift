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
  /// The group that alone may read it beside root.
  var group: String?
  /// What stands before the path in %files.
  var directive = ""

  /// The path for a spec, where a literal /usr/lib counts as a mistake about multilib.
  var macroPath: String {
    path.hasPrefix("/usr/lib/") ? "%{_usr}" + path.dropFirst("/usr".count) : path
  }

  static func all(of spec: PackageSpec, from templates: TemplateStore) throws(Failure) -> [Self] {
    let documentation = "/usr/share/doc/\(spec.name)"
    var files: [Self] = []
    func add(
      _ name: String, _ suffix: String, _ path: String, _ text: String?, mode: UInt32 = 0o644, directive: String = ""
    ) {
      guard let text else { return }
      files.append(
        Self(
          sourceName: name + suffix, path: path, contents: Array(text.utf8),
          mode: mode, isConfiguration: directive.hasPrefix("%config"), directive: directive))
    }
    for (service, rendered) in try ServiceFiles.all(of: spec, from: templates) {
      let name = service.name.description
      if let application = service.application, let path = service.command.applicationPath {
        files.append(
          Self(
            sourceName: application.name, path: path, contents: application.contents, mode: application.mode,
            isConfiguration: true, group: application.isPrivate ? service.privateGroupName : nil,
            directive: "%config(noreplace) "))
      }
      add(name, ".service", service.unitPath, rendered.unit)
      add(name, ".socket", service.socketUnitPath, rendered.socketUnit)
      add(name, ".init", service.initScriptPath, rendered.initScript, mode: 0o755)
      add(
        name, ".sysconfig", service.environmentPath, rendered.environment, mode: service.environmentMode,
        directive: "%config(noreplace) ")
      if service.hasSecretEnvironment { files[files.count - 1].group = service.privateGroupName }
      add(name, ".sysusers", service.sysusersPath, rendered.sysusers)
    }
    add("copyright", "", "\(documentation)/copyright", try templates.copyright(of: spec), directive: "%license ")
    add("NEWS", "", "\(documentation)/NEWS", spec.news, directive: "%doc ")
    return files
  }
}
