import Diagnostics

/// Where the files of a wheel go: below the environment's modules, or from a folder `*.data` into others of it.
enum WheelPaths {
  /// What is wrong with one of the names; `nil` when nothing is.
  static func problem(in files: [WheelListing.File]) -> String? {
    var seen: Set<String> = []
    for file in files {
      guard seen.insert(file.name).inserted else { return "has two files of one name: \(quoted(file.name))" }
      if let problem = problem(of: file) { return "\(problem): \(quoted(file.name))" }
    }
    return nil
  }

  private static func problem(of file: WheelListing.File) -> String? {
    let isFolder = file.name.hasSuffix("/")
    let parts = (isFolder ? file.name.dropLast() : file.name[...]).split(
      separator: "/", omittingEmptySubsequences: false)
    guard file.name.utf8.count < 1024, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      return "has a path that leads elsewhere"
    }
    guard
      file.name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" && $0 != "\u{FFFD}" })
    else { return "has a name with a character that packages cannot hold" }
    // S_IFMT and S_IFLNK of stat(2), and the set-id bits.
    guard [0, 0o100000, 0o040000].contains(file.mode & 0o170000) else { return "has a link or a device in it" }
    guard file.mode & 0o6000 == 0 || isFolder else { return "has a set-id file" }
    guard parts[0].hasSuffix(".data") else { return nil }
    return placeProblem(parts.dropFirst(), isFolder)
  }

  private static func placeProblem(_ parts: ArraySlice<Substring>, _ isFolder: Bool) -> String? {
    guard let scheme = parts.first, !(isFolder && parts.count == 1) else { return nil }
    let rest = parts.dropFirst()
    switch scheme {
    case "purelib", "platlib", "headers": return nil
    case "scripts":
      return isFolder || rest.count == 1 && rest.allSatisfy { isProgram($0) }
        ? nil : "has a script that is not a program"
    case "data":
      // Everything below the environment's own folder can be named here, its Python included.
      let isOwn =
        rest.first == "pyvenv.cfg"
        || rest.first == "bin" && rest.count == 2 && !rest.dropFirst().allSatisfy { isProgram($0) }
        || ["lib", "lib64"].contains(rest.first) && rest.contains("site-packages")
      return isOwn ? "has a file of the environment's own" : nil
    default: return "has a folder of data that there is not"
    }
  }

  /// A name for a program in the environment's `bin`, in which its Python lies too.
  static func isProgram(_ name: Substring) -> Bool {
    name.utf8.count <= 100 && name.first != "." && name.first != "-" && !Relocation.isPython(name)
      && name.utf8.allSatisfy { byte in
        Character(UnicodeScalar(byte)).isLetter && byte < 0x80 || (48...57).contains(byte) || "._-+".utf8.contains(byte)
      }
  }
}
