import Foundation

/// Python 2.7, for which most old applications were, with packages of its time: see `packaging/former-python`.
package struct FormerPython {
  /// The environment's own folder.
  package let folder: String

  package static let twisted = make("twisted")
  package static let axiom = make("axiom")

  /// - Returns: nil where there is no Python 2.7, or PyPI does not answer.
  private static func make(_ kind: String) -> FormerPython? {
    guard ProcessInfo.processInfo.environment["TAP2DEB_SYSTEM_TESTS"] == "full" else { return nil }
    let folder = "\(Places.repository)/.build/former-python/\(kind)"
    guard (try? run("\(Places.repository)/packaging/former-python", kind, folder))?.succeeded == true else {
      return nil
    }
    return FormerPython(folder: folder)
  }

  package var interpreter: String { "\(folder)/bin/python" }
}
