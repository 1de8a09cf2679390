import Formats
import Packaging
import Text
import Toolbox

/// The digests of the files that a run made, as sha256sum(1) writes and reads them.
struct Checksums {
  let text: String

  /// - Parameter path: The file that they are for: what lies beside or below it is named from there, so that
  ///   `sha256sum -c` works in that folder, wherever that is moved.
  init(_ report: Report, beside path: String) {
    let folder = FileSystem.real(Path(path).folder)
    text = report.packages.flatMap(\.artefacts.all).filter { $0.kind == .file }.compactMap { artefact in
      guard let digest = FileDigest.of(artefact.path) else { return nil }
      let real = FileSystem.real(artefact.path) ?? artefact.path
      let isBelow = folder.map { Path(real).lies(in: $0) } ?? false
      return "\(digest.sha256)  \(isBelow ? String(real.dropFirst((folder ?? "").count + 1)) : real)\n"
    }.joined()
  }
}
