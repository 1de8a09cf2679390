import Diagnostics

/// A Python environment that goes into the package whole, with the application's libraries and Twisted itself.
package struct BundledEnvironment: Sendable, Equatable {
  /// The folder on the target, `/usr/lib/NAME` for example.
  package var prefix: String
  /// The version of Python that the environment is for, whose minor part is in the paths of its modules.
  package var python: PythonRelease
  /// Its twistd; `nil` where there is none.
  package var twistd: AbsolutePath?
  /// What other packages it needs, in the words of the package's format.
  package var relations = Relations()
  /// The folder of twistd's plugins in it, if there is one.
  package var pluginFolder: String?

  package init(prefix: String, python: PythonRelease) {
    self.prefix = prefix
    self.python = python
  }
}

/// A version of Python as far as it decides where modules are and what compiled ones fit: `3.11`.
package struct PythonRelease: Sendable, Equatable, Comparable, CustomStringConvertible {
  package let major: Int
  package let minor: Int

  package init(major: Int, minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads `3.11` or `3.11.2`; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).prefix(2)
    let isNumber = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.count <= 3 && part.utf8.allSatisfy { (48...57).contains($0) }
    }
    guard isNumber, parts.count == 2, let major = Int(parts[0]), let minor = parts.last.flatMap({ Int($0) }) else {
      return nil
    }
    self.init(major: major, minor: minor)
  }

  package var description: String { "\(major).\(minor)" }

  package static func < (one: Self, other: Self) -> Bool { (one.major, one.minor) < (other.major, other.minor) }

  /// The interpreter on the target, by its full name: what `python3` is may change.
  package var interpreter: String { "/usr/bin/python\(self)" }
}
