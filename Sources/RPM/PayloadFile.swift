import Diagnostics
import PackageModel
import Templates
import Text

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

  static func all(
    of spec: PackageSpec, _ shared: TemplateValues, from templates: TemplateStore
  ) throws(Failure) -> [Self] {
    var files: [Self] = []
    for rendered in try ServiceFile.all(of: spec, shared, from: templates) {
      let file = rendered.file
      files.append(
        Self(
          sourceName: rendered.sourceName, path: file.path, contents: rendered.contents, mode: file.mode,
          isConfiguration: file.isConfiguration, group: file.isPrivate ? rendered.service.privateGroupName : nil,
          directive: file.isConfiguration ? "%config(noreplace) " : ""))
    }
    for file in spec.documents {
      let isLicence = file.kind == .copyright
      let text = isLicence ? try templates.copyright(of: spec, shared) : spec.news ?? ""
      files.append(
        Self(
          sourceName: Path(file.path).name, path: file.path, contents: Array(text.utf8),
          directive: isLicence ? "%license " : "%doc "))
    }
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
    case .copyright, .changelog, .news: Path(file.path).name
    }
  }
}
