import ApplicationFacts
import PythonSyntax

package extension Evaluator {
  /// Notes a file or folder that the program uses.
  mutating func addPath(_ value: PythonValue, _ use: FileReference.Use, isFolder: Bool = false, at id: UInt32) {
    guard isAlive, findings.paths.count < Self.findingLimit else { return }
    if case .none = value { return }
    let given: [PythonValue] = if case .choice(let options) = value { options } else { [value] }
    let values = given.flatMap { located(pathValue($0)) }
    for value in values {
      findings.paths.append(
        .init(
          value: value, use: use, isFolder: isFolder, isConditional: !isSure || values.count > 1,
          location: location(id), isLater: isLater))
      guard let folder = folder(ofComputed: value) else { continue }
      findings.paths.append(
        .init(
          value: .text(folder), use: use, isFolder: true, isConditional: true, location: location(id), isLater: isLater)
      )
    }
  }

  /// What is read of a file, which tells the file that it comes from.
  mutating func contents(of path: PythonValue) -> PythonValue { .unknown(contentsOrigin(pathValue(path))) }

  private static let contentsMark = "the contents of "

  /// Whether an unknown value is what was read of a file.
  static func isContents(_ origin: String) -> Bool { origin.hasPrefix(contentsMark) }

  private func contentsOrigin(_ path: PythonValue) -> String {
    guard case .text(let text) = path, !MarkedText.hasHole(text) else { return Self.contentsMark + "a file" }
    let isHome = text.first == MarkedText.home
    let name = Self.isMarked(text[...]) ? String(text.dropFirst()).drop { $0 == "/" } : text[...]
    return "\(Self.contentsMark)\(isHome ? "~/" : "")\(name)"
  }

  /// What was read of a file is taken for a key or a certificate, so that is what the file holds.
  mutating func hold(_ value: PythonValue, as use: FileReference.Use) {
    for value in value.alternatives {
      let origin = origin(of: value)
      guard Self.isContents(origin), !origin.hasSuffix(".pub") else { continue }
      for place in findings.paths.indices
      where findings.paths[place].use == .reads && contentsOrigin(findings.paths[place].value) == origin {
        findings.paths[place].use = use
      }
    }
  }

  /// The folder of a path whose end is computed: `uploads` of `"uploads/" + name`. Those that hold more than the program's
  /// own files stand for nothing.
  private func folder(ofComputed path: PythonValue) -> String? {
    guard case .text(let text) = path, substituted(text) == nil,
      let hole = text.unicodeScalars.firstIndex(where: { MarkedText.holeIndex($0) != nil }),
      let slash = text[..<hole].lastIndex(of: "/")
    else { return nil }
    let folder = text[..<slash]
    let parts = folder.split(separator: "/").filter { $0 != "." }
    guard !parts.contains(".."), parts.count > (folder.hasPrefix("/") || Self.isMarked(folder) ? 1 : 0) else {
      return nil
    }
    return String(folder)
  }

  private static func isMarked(_ path: Substring) -> Bool {
    path.first == MarkedText.home || MarkedText.module(besideMark: path.first) != nil
  }

  /// The variable that holds the folder which `os.chdir` has led to, kept where the joining of ways joins it too.
  private static let workingFolder = "(working folder)"

  /// Relative paths start from another folder from here on.
  mutating func changeFolder(to path: PythonValue) {
    let folders = located(pathValue(path))
    let mark = symbol(Self.workingFolder)
    scopes[0].variables[mark] = .merge(folders.map { $0.isPlain ? $0 : .unknown("the working directory") })
  }

  /// A path as it reads from the folder that the program was started in.
  private mutating func located(_ path: PythonValue) -> [PythonValue] {
    guard path.isPlain, !path.isNone, let mark = names.find(Self.workingFolder),
      let folder = scopes[0].variables[mark]
    else { return [path] }
    if case .integer = path { return [path] }
    return folder.alternatives.map { folder in
      if case .absent = folder { path } else { joinPath([folder, path]) }
    }
  }

  /// Functions and classes that are given the path of a file to serve, read or write.
  mutating func callReader(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue? {
    if Self.configurationLoaders.contains(name) {
      if name.hasSuffix("ConfigObj") || name.hasSuffix("readPlist"), let path = arguments.positional.first {
        addPath(path, .reads, at: id)
      }
      return .unknown("config:")
    }
    return nil
  }

  /// What a file is opened for in a mode such as `r`, `ab` or `w:gz`.
  func use(ofMode mode: PythonValue?) -> FileReference.Use {
    guard case .text(let text)? = mode else { return mode == nil ? .reads : .opens }
    return text.prefix { $0 != ":" && $0 != "|" }.contains { "wax+".contains($0) } ? .writes : .reads
  }
}
