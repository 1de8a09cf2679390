import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Toolbox

/// What lies beneath a folder is read, and nothing else.
@Suite struct FolderTests {
  /// Made in a folder `in` that has a folder `outside` beside it.
  private static let layout = """
    mkdir -p in/d/e outside; echo inner >in/d/e/f; echo secret >outside/f; cd in
    ln -s d/e/f near; ln -s e d/short; ln -s ../d/e/f d/up; ln -s short/../e/f d/zigzag
    ln -s ../outside out; ln -s ../outside/f outfile; ln -s d/../../outside/f sly; ln -s /etc/passwd absolute
    ln -s loop loop; ln -s b a; ln -s a b; mkfifo pipe; mknod device c 1 3 2>/dev/null || :
    python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket")'
    """

  static let ways = [true, false]

  @Test(arguments: ["d/e/f", "near", "d/short/f", "d/up", "d/zigzag", "./d//e/./f", "d/e/../e/f"], ways)
  func readsWhatIsBeneath(path: String, usesKernel: Bool) throws {
    try Self.with(usesKernel) { folder in
      let file = try folder.open(path)
      #expect(try file.bytes(limit: 100) == Array("inner\n".utf8))
      #expect(file.name == "\(folder.path)/d/e/f")
    }
  }

  @Test(
    arguments: [
      ("out/f", "out of the folder"), ("outfile", "out of the folder"), ("sly", "out of the folder"),
      ("absolute", "out of the folder"), ("../outside/f", "out of the folder"), ("/etc/passwd", "out of the folder"),
      ("d/../../outside/f", "out of the folder"), ("loop", "loop"), ("a", "loop"), ("pipe", "FIFO"),
      ("device", "device"), ("socket", "socket"), ("d", "folder"), ("nothing", "No such file"),
      ("d/e/f/g", "Not a directory"),
    ], ways)
  func refuses(what: (path: String, reason: String), usesKernel: Bool) throws {
    try Self.with(usesKernel) { folder in
      let problem = #expect(throws: FileProblem.self) { try folder.open(what.path) }
      #expect(problem?.description.contains(what.reason) == true, "\(String(describing: problem))")
    }
  }

  /// A link that takes a file's or a folder's place after the judgement leads nowhere.
  @Test(
    arguments: [
      "rm in/d/e/f; ln -s ../../../outside/f in/d/e/f", "mv in/d/e in/d/old; ln -s ../../outside in/d/e",
      "echo other! >in/d/e/f", "cp in/d/e/f in/new; mv in/new in/d/e/f", "rm in/d/e/f", "rm in/d/e/f; mkfifo in/d/e/f",
      "chmod 600 in/d/e/f",
    ], ways)
  func noticesWhatTakesItsPlace(script: String, usesKernel: Bool) throws {
    try Self.with(usesKernel) { folder in
      let file = try SourceFile("near", in: folder)
      try run("sh", "-ec", script, in: "\(folder.path)/..").successful()
      let copy = "\(folder.path)/../copy"
      #expect(throws: Failure.self) { try FileSystem.copy(file, to: copy, mode: 0o644) }
      #expect((try? String(contentsOfFile: copy, encoding: .utf8))?.contains("secret") != true)
    }
  }

  @Test func copiesWhatItHolds() throws {
    try Self.with(true) { folder in
      let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try Data(bytes).write(to: URL(filePath: "\(folder.path)/large"))
      let file = try SourceFile("large", in: folder)
      try FileSystem.copy(file, to: "\(folder.path)/copy", mode: 0o640)
      #expect(try InputFile("copy", in: folder, limit: 1 << 24).contents == bytes)
      #expect(try folder.find("copy").status.mode == 0o640)
    }
  }

  /// The size that stat(2) tells of them is 0.
  @Test func refusesFilesOfProc() throws {
    #expect(throws: Failure.self) { try InputFile("/proc/self/status", limit: 1 << 20) }
    #expect(throws: Failure.self) { try InputFile("status", in: try Folder("/proc/self"), limit: 1 << 20) }
  }

  @Test func findsTheWorkingDirectory() throws {
    let folder = try Folder("")
    #expect(try folder.find(".").status.kind == .folder)
    #expect(folder.name(of: ".") == "." && folder.name(of: "a/b") == "a/b")
  }

  private static func with(_ usesKernel: Bool, _ body: (Folder) throws -> Void) throws {
    try withTemporaryFolder { scratch in
      try run("sh", "-ec", layout, in: scratch).successful()
      try body(Folder("\(scratch)/in", usesKernel: usesKernel))
    }
  }
}
