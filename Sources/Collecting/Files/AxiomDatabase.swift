import Diagnostics
import PackageModel
import Text
import Toolbox

/// A database of Axiom's, or of Mantissa's, which is one: a folder with the store `db.sqlite` and the folder `files`
/// (axiom.store.Store). It is known by these; no SQL of it is read.
package struct AxiomDatabase: Sendable, Equatable {
  /// As the user named it, without a slash at the end.
  package let folder: String
  /// When the store was last modified, in seconds since 1970.
  package let modified: Int

  package var name: String { Path(folder).name }

  private static let store = "db.sqlite"
  /// sqlite.org, "Database File Format", 1.3.1.
  private static let magic = Array("SQLite format 3\0".utf8)

  /// - Throws: An application failure for a folder that holds something else.
  package init(_ folder: String) throws(Failure) {
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    self.folder = folder
    let opened: Folder
    do throws(FileProblem) { opened = try Folder(folder) } catch { throw error.failure(.application, folder) }
    guard let status = try? opened.status(of: Self.store), status.kind == .file,
      (try? opened.status(of: "files"))?.kind == .folder,
      let beginning = try? SourceFile(Self.store, in: opened).open().beginning(Self.magic.count),
      beginning == Self.magic
    else {
      throw Failure.application(
        .applicationFormat, "is a folder, and not an Axiom database (db.sqlite and files)",
        at: SourceLocation(file: folder), remedy: "name the application file, or give --project for a project")
    }
    modified = status.modified
    guard name.isPlainFileName else {
      throw Failure.application(
        .applicationFormat, "the folder's name is none that a unit can give to axiomatic",
        at: SourceLocation(file: folder), remedy: "rename it to letters, digits and . _ + -")
    }
  }

  /// What a start of the service copies into its folder, where nothing is of that name: for the service alone, since a
  /// database holds passwords. What a run leaves beside the store stays out, for it would be taken for the copy's own.
  ///
  /// - Throws: An application failure for a database that was not closed.
  func files(seededIn state: String, _ scan: inout FolderScan) throws(Failure) -> [PackagedFile] {
    let target = "\(state)/\(name)"
    var files: [PackagedFile] = []
    let opened: Folder
    do throws(FileProblem) { opened = try Folder(folder) } catch { throw error.failure(.application, folder) }
    for file in try scan.scan(".", in: opened, to: target, without: ["run", "temp"]) {
      let inner = file.path.dropFirst(target.utf8.count + 1)
      if let ending = ["-journal", "-wal", "-shm"].first(where: file.path.hasSuffix) {
        guard ending == "-shm" || file.size == 0 else {
          throw Failure.application(
            .applicationUnreadable, "the database was not closed: \(inner) is there", at: SourceLocation(file: folder),
            remedy: "stop what has it open, open it with axiomatic once more and close it")
        }
        continue
      }
      var file = file.because("the database \(name)")
      file.isPrivate = true
      files.append(file)
    }
    return files
  }
}
