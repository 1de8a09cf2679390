import Diagnostics
import Glibc
import PackageModel

/// What this process was started with.
enum ProcessContext {
  /// The words after the tool's name.
  ///
  /// - Parameter vector: `argv`, the name included.
  /// - Throws: A usage failure for bytes that are no UTF-8: no package could hold them in its metadata.
  static func arguments(
    _ vector: UnsafeBufferPointer<UnsafeMutablePointer<CChar>?>
  ) throws(Failure) -> [String] {
    var arguments: [String] = []
    for case let pointer? in vector.dropFirst() {
      guard let text = String(validatingCString: pointer) else {
        throw Failure.usage(
          .encoding, "an argument is not UTF-8: \(quoted(String(cString: pointer)))", remedy: "rename it or convert it")
      }
      arguments.append(text)
    }
    return arguments
  }

  /// How many processors this process may use.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The environment; where a name stands twice the first holds, as for getenv(3). What is not UTF-8 could be given to
  /// nobody as it is, so it is left out.
  static var environment: [String: String] {
    var result: [String: String] = [:]
    var entry = environ
    while let pointer = entry.pointee {
      if let text = String(validatingCString: pointer), let equals = text.firstIndex(of: "=") {
        let name = String(text[..<equals])
        if result[name] == nil { result[name] = String(text[text.index(after: equals)...]) }
      }
      entry += 1
    }
    return result
  }
}
