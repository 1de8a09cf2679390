import Diagnostics
import Glibc
import Text
import Toolbox

/// The packages of an archive. A file's name holds name and version, so none ever changes: whoever downloaded a
/// version has that version.
struct Pool {
  /// The archive's folder.
  let archive: String

  private static let sizeLimit = 1 << 32

  /// Copies files into a folder below the archive; those that are there already stay.
  ///
  /// - Throws: A build failure for another package of the same name and version; nothing is added then.
  func add(_ files: [String], to folder: String, in build: ArchiveBuild) throws(Failure) {
    var missing: [String] = []
    for file in files {
      let place = "\(archive)/\(folder)/\(Path(file).name)"
      if !FileSystem.exists(place) {
        missing.append(file)
      } else if try !isSame(file, as: place, build) {
        throw Failure.build(
          .archiveConflict, "\(place) is there already, and it is another package", at: SourceLocation(file: file),
          remedy: "give this one a new version with --set-version, or take the old one out of the archive")
      }
    }
    if !missing.isEmpty { try FileSystem.makeFolder("\(archive)/\(folder)") }
    let guardian = missing.isEmpty ? nil : Guardian(removing: missing.map { self.aside($0, folder) })
    defer { guardian?.dismiss() }
    for file in missing {
      let aside = aside(file, folder)
      // Only who holds the lock writes here, so this is what a killed run left.
      FileSystem.remove(aside)
      do throws(Failure) {
        // What the package's own file withholds, its copy does.
        try FileSystem.copyFile(file, to: aside, mode: 0o644, keepingWithheld: true)
      } catch {
        FileSystem.remove(aside)
        throw error.renaming(aside, to: "\(archive)/\(folder)/\(Path(file).name)")
      }
      guard rename(aside, "\(archive)/\(folder)/\(Path(file).name)") == 0 else {
        throw SystemError().failure(.build, to: "write", "\(archive)/\(folder)/\(Path(file).name)")
      }
    }
  }

  /// The name of a file that is being copied.
  private func aside(_ file: String, _ folder: String) -> String { "\(archive)/\(folder)/.\(Path(file).name).new" }

  /// Whether two files are the same apart from their signatures, which differ each time they are made.
  private func isSame(_ one: String, as other: String, _ build: ArchiveBuild) throws(Failure) -> Bool {
    let contents = (try Self.contents(one), try Self.contents(other))
    if contents.0 == contents.1 { return true }
    if one.hasSuffix(".dsc") { return Self.signedText(contents.0) == Self.signedText(contents.1) }
    guard one.hasSuffix(".rpm") else { return false }
    // The header holds the payload's digest, and lies outside the signature.
    let query = ["-qp", "--nosignature", "--queryformat", "%{SHA256HEADER}\n", one, other]
    let digests = try Program.rpm.run(query, environment: build.environment, in: build.workspace).split(separator: "\n")
    return digests.count == 2 && digests[0] == digests[1] && digests[0].utf8.count == 64
  }

  private static func contents(_ path: String) throws(Failure) -> [UInt8] {
    try InputFile(path, limit: sizeLimit, kind: .build).contents
  }

  /// The text within a clear-signed one (RFC 4880, 7), or all of it.
  static func signedText(_ bytes: [UInt8]) -> Substring {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix("-----BEGIN PGP SIGNED MESSAGE-----\n"), let start = text.firstRange(of: "\n\n"),
      let end = text.firstRange(of: "\n-----BEGIN PGP SIGNATURE-----")
    else { return text[...].trimmedEnd }
    return start.upperBound <= end.lowerBound ? text[start.upperBound..<end.lowerBound].trimmedEnd : ""
  }
}

/// What the programs that write indices run in.
struct ArchiveBuild: Sendable {
  let workspace: Workspace
  let environment: [String: String]

  init(in workspace: Workspace, _ context: BuildContext) {
    self.workspace = workspace
    // No SOURCE_DATE_EPOCH: an archive's date tells readers which state is the newer one.
    self.environment = workspace.environment(from: context)
  }
}

extension Substring {
  fileprivate var trimmedEnd: Substring {
    var text = self
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
