import Diagnostics
import Glibc

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
    entries().reduce(into: [:]) { result, entry in
      if result[entry.name] == nil, let value = entry.value { result[entry.name] = value }
    }
  }

  /// The variables that decide what is made, and of what; those that only say how it is shown are not among them.
  static let variables: Set = [
    "PATH", "TMPDIR", "HOME", "XDG_CACHE_HOME", "DEBFULLNAME", "DEBEMAIL", "EMAIL", "SOURCE_DATE_EPOCH",
    "SETUPTOOLS_SCM_PRETEND_VERSION", "CI_NODE_INDEX", "CI_NODE_TOTAL", "GNUPGHOME", "PIP_CACHE_DIR",
    "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_CERT", "PIP_CLIENT_CERT", "PIP_TRUSTED_HOST", "PIP_PROXY",
    "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "no_proxy", "all_proxy",
    "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NETRC",
  ]

  /// - Throws: A usage failure for one of these that is not UTF-8: without it something else would be made.
  static func checkEnvironment() throws(Failure) {
    for entry in entries() where entry.value == nil && variables.contains(entry.name) {
      throw Failure.usage(
        .encoding, "the variable \(entry.name) of the environment is not UTF-8",
        remedy: "convert it, or leave it out: env -u \(entry.name) ...")
    }
  }

  /// What the environment holds; no value where that is not UTF-8.
  private static func entries() -> [(name: String, value: String?)] {
    var result: [(String, String?)] = []
    var entry = environ
    while let pointer = entry.pointee {
      entry += 1
      guard let equals = strchr(pointer, Int32(UInt8(ascii: "="))) else { continue }
      let name = UnsafeBufferPointer(start: pointer, count: equals - pointer).map { UInt8(bitPattern: $0) }
      guard let name = String(validating: name, as: UTF8.self) else { continue }
      result.append((name, String(validatingCString: equals + 1)))
    }
    return result
  }
}
