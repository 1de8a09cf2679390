import Foundation
import TestSupport

/// A root file system in namespaces of its own (mount, pid, network, host name, IPC), alive as long as this value.
///
/// The process behind it ends when its standard input closes, so even a crash of the tests leaves no process, mount or file.
final class RootHolder {
  /// The first process of the namespaces, as the tests' own namespace counts.
  let identifier: String
  /// The root's folder, as the namespace of the holder sees it.
  let path: String
  /// What else the script said when it was ready.
  let details: [String]

  private let child: ChildProcess
  private let input: Int32

  /// - Parameter script: the first process: `enter-root` or `boot-root` of the folder Scripts.
  init(recipe: RootRecipe, script: String) throws {
    let scripts = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scripts").path
    let program = Privilege.command("\(scripts)/hold-root", [try recipe.tarball(), script])
    let input = try Pipe()
    let output = try Pipe()
    defer {
      close(input.reading)
      close(output.reading)
    }
    child = try ChildProcess.spawn(program, input: input.reading, output: output.writing, errors: 2)
    close(output.writing)
    self.input = input.writing

    let fields = Self.firstLine(of: output.reading, timeout: .seconds(120)).split(separator: " ").map(String.init)
    guard fields.count >= 3, fields[0] == "ready" else {
      close(input.writing)
      _ = child.wait(timeout: .seconds(30))
      throw RootFailure(message: "the root '\(recipe.name)' did not become ready with \(script)")
    }
    identifier = fields[1]
    path = fields[2]
    details = Array(fields.dropFirst(3))
  }

  deinit {
    close(input)
    // The script ends by itself and removes its folder.
    if child.wait(timeout: .seconds(60)) == .timedOut {
      print("the root in \(path) was not removed in time")
    }
  }

  /// Copies a file of the host into the root.
  func copy(_ file: String, to target: String) throws {
    // The root's files are in the holder's mount namespace only.
    try Privilege.command("nsenter", ["--target", identifier, "--mount", "--", "cp", file, path + target]).run()
      .successful()
  }

  private static func firstLine(of descriptor: Int32, timeout: Duration) -> String {
    var line: [UInt8] = []
    let deadline = ContinuousClock.now + timeout
    while ContinuousClock.now < deadline {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 1000) > 0 else { continue }
      var byte: UInt8 = 0
      guard read(descriptor, &byte, 1) == 1, byte != UInt8(ascii: "\n") else { break }
      line.append(byte)
    }
    return String(decoding: line, as: UTF8.self)
  }
}

/// A root that could not be made or does not answer as it should.
struct RootFailure: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}

/// Both ends of a pipe(2); children inherit neither unless told to.
private struct Pipe {
  let reading: Int32
  let writing: Int32

  init() throws(SystemCallFailure) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SystemCallFailure(call: "pipe", code: errno) }
    (reading, writing) = (ends[0], ends[1])
    _ = fcntl(reading, F_SETFD, FD_CLOEXEC)
    _ = fcntl(writing, F_SETFD, FD_CLOEXEC)
  }
}
