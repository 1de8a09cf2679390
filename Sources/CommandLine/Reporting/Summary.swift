import Diagnostics
import Formats
import PackageModel
import Packaging
import Text
import Toolbox

/// What came of a build, for a person at a terminal: what the package is, what it runs, and the next command to type.
struct Summary {
  let text: String

  /// - Parameter width: The columns of the terminal.
  init(_ package: Report.Package, in words: FormatWords, width: Int) {
    let spec = package.spec
    let binary = package.artefacts.installable.first
    let size = binary.flatMap { FileSystem.size(of: $0) }.map { ", \($0.sizeInWords)" } ?? ""
    var rows: [(label: String, value: String)] = [("package", "\(spec.name) \(spec.fullVersion)\(size)")]
    for service in spec.services {
      rows.append(("runs", service.shown))
      let ports = service.network.listening.map { "\($0.kind.rawValue) \($0.number)" }
      if !ports.isEmpty { rows.append(("listens", ports.joined(separator: ", "))) }
      rows.append(("settings", service.environmentPath))
    }
    let needs = spec.relations[.depends]
    if !needs.isEmpty { rows.append(("needs", needs.joined(separator: ", "))) }
    let files = spec.payload.count { $0.content != .folder }
    if files > 0 {
      rows.append(("holds", "\(files) file\(files == 1 ? "" : "s") of the application; --list shows them"))
    }
    var lines = [""]
    for row in rows {
      let label = "  " + row.label.padded(to: 11)
      lines += row.value.visibleLine.wrapped(to: width, first: label, indentation: String(repeating: " ", count: 13))
    }
    if let binary, let installer = words.installer {
      // Without a slash apt takes a path for the name of a package. A command is copied whole, so it is not wrapped.
      let path = binary.hasPrefix("/") || binary.hasPrefix("./") ? binary : "./\(binary)"
      lines += ["", "Install it with:  \(installer) \(path.visibleLine)"]
    }
    text = lines.joined(separator: "\n") + "\n"
  }
}

extension Service {
  /// `/etc/twisted-web/web.tac as _twisted-web`
  fileprivate var shown: String {
    let what =
      command.applicationPath ?? command.plugin.map { "\(command.runnerInWords) \($0)" }
      ?? ([command.program.description] + command.leadingWords).joined(separator: " ")
    return "\(what) as \(account.user) (\(options.hasInstances ? "\(name)@NAME" : "\(name)").service)"
  }
}

extension Int {
  /// `812 bytes`, `8.7 kB`, `13 MB`.
  fileprivate var sizeInWords: String {
    if self < 1000 { return "\(self) bytes" }
    var (value, unit) = (Double(self), 0)
    while value >= 999.5, unit < 3 { (value, unit) = (value / 1000, unit + 1) }
    let tenths = Int((value * 10).rounded())
    return (value < 9.95 ? "\(tenths / 10).\(tenths % 10)" : "\((tenths + 5) / 10)") + " "
      + ["bytes", "kB", "MB", "GB"][unit]
  }
}
