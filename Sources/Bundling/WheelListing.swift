import Diagnostics
import Toolbox

/// What wheels have in them, told by their own directories before anything is unpacked.
///
/// Python's zipfile reads them, as it does for pip: there are no two readings of one file.
struct WheelListing: Sendable, Equatable {
  struct File: Sendable, Equatable {
    let name: String
    /// Its size once unpacked; zipfile writes no more than that.
    let size: Int
    let compressedSize: Int
    /// As Unix writes it, 0 where the archive does not say.
    let mode: UInt32
    /// In base64url, as a RECORD has it; empty for what was too large to be read.
    let digest: String
  }

  /// The file's name.
  let name: String
  fileprivate(set) var files: [File] = []
  /// The metadata that tells something: METADATA, RECORD, entry_points.txt and .pth files, by their names.
  fileprivate(set) var texts: [String: String] = [:]
  /// What zipfile says of an archive that it cannot read.
  fileprivate(set) var problem: String?

  /// Lists the wheels of a folder.
  ///
  /// - Throws: A build failure where Python cannot list them in time.
  static func read(
    _ paths: [String], with interpreter: Interpreter, in workspace: Workspace
  ) throws(Failure) -> [WheelListing] {
    let program = Program(interpreter.path, package: "python3")
    let answer: Program.Answer
    do throws(Program.Problem) {
      answer = try program.ask(
        ["-I", "-c", script, String(Wheel.bombSize), String(Wheel.bombRatio)] + paths,
        environment: ["LC_ALL": "C.UTF-8"], in: workspace,
        limits: ResourceLimits(memory: 1 << 30, fileSize: 1 << 20), timeout: 120, outputLimit: 256 << 20)
    } catch {
      throw program.failure(error)
    }
    guard answer.status == 0 else {
      throw program.failure(.exit(status: answer.status, said: answer.errors))
    }
    return parse(answer.output)
  }

  /// Rows of words, each percent-encoded.
  static func parse(_ output: String) -> [WheelListing] {
    var wheels: [WheelListing] = []
    for row in output.split(separator: "\n") {
      let words = row.split(separator: " ", omittingEmptySubsequences: false).map(\.percentDecoded)
      switch (words[0], words.count) {
      case ("wheel", 2): wheels.append(WheelListing(name: words[1]))
      case _ where wheels.isEmpty: continue
      case ("file", 6):
        wheels[wheels.count - 1].files.append(
          File(
            name: words[1], size: Int(words[2]) ?? Int.max, compressedSize: Int(words[3]) ?? 0,
            mode: UInt32(words[4]) ?? 0, digest: words[5]))
      case ("text", 3): wheels[wheels.count - 1].texts[words[1]] = words[2]
      case ("problem", 2): wheels[wheels.count - 1].problem = words[1]
      default: continue
      }
    }
    return wheels
  }

  private static let script = """
    import base64, hashlib, sys, zipfile
    from urllib.parse import quote

    def say(*words):
        print(*[quote(str(word), safe="", errors="replace") for word in words])

    def digest(archive, entry):
        if entry.file_size > size and entry.file_size > ratio * entry.compress_size:
            return ""
        total = hashlib.sha256()
        with archive.open(entry) as file:
            for piece in iter(lambda: file.read(1 << 20), b""):
                total.update(piece)
        return base64.urlsafe_b64encode(total.digest()).rstrip(b"=").decode()

    size, ratio = int(sys.argv[1]), int(sys.argv[2])
    for path in sys.argv[3:]:
        say("wheel", path.rpartition("/")[2])
        try:
            with zipfile.ZipFile(path) as archive:
                if len(archive.infolist()) > 100000:
                    raise ValueError("more than 100000 files")
                for entry in archive.infolist():
                    name = entry.filename
                    say("file", name, entry.file_size, entry.compress_size, entry.external_attr >> 16, digest(archive, entry))
                    parts = name.split("/")
                    isMetadata = len(parts) == 2 and parts[0].endswith(".dist-info") and parts[1] in (
                        "METADATA", "RECORD", "entry_points.txt")
                    if (isMetadata or name.endswith(".pth")) and entry.file_size <= 16 << 20:
                        say("text", name, archive.read(entry).decode("utf-8", "replace"))
        except Exception as error:
            say("problem", "%s: %s" % (type(error).__name__, error))
    """
}

extension Substring {
  fileprivate var percentDecoded: String {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
