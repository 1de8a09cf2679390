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

  /// The path for a spec, where systemd's folders are known by macros.
  var macroPath: String {
    for (folder, macro) in [("/usr/lib/systemd/system", "%{_unitdir}"), ("/usr/lib/sysusers.d", "%{_sysusersdir}")]
    where path.hasPrefix(folder + "/") { return macro + path.dropFirst(folder.count) }
    return path
  }

  static func all(of spec: PackageSpec, from templates: TemplateStore) throws(Failure) -> [Self] {
    let documentation = "/usr/share/doc/\(spec.name)"
    var files: [Self] = []
    func add(document name: String, _ text: String, directive: String) {
      files.append(
        Self(sourceName: name, path: "\(documentation)/\(name)", contents: Array(text.utf8), directive: directive))
    }
    for rendered in try ServiceFile.all(of: spec, from: templates) {
      let file = rendered.file
      files.append(
        Self(
          sourceName: rendered.sourceName, path: file.path, contents: rendered.contents, mode: file.mode,
          isConfiguration: file.isConfiguration, group: file.isPrivate ? rendered.service.privateGroupName : nil,
          directive: file.isConfiguration ? "%config(noreplace) " : ""))
    }
    add(document: "copyright", try templates.copyright(of: spec), directive: "%license ")
    if let news = spec.news { add(document: "NEWS", news, directive: "%doc ") }
    return files
  }
}

extension ServiceFile {
  /// What its source is called, as in packages of Fedora.
  fileprivate var sourceName: String {
    switch file.kind {
    case .application: service.application?.name ?? ""
    case .unit: "\(service.name).service"
    case .socket: "\(service.name).socket"
    case .initScript: "\(service.name).init"
    case .environment: "\(service.name).sysconfig"
    case .account: "\(service.name).sysusers"
    }
  }
}
