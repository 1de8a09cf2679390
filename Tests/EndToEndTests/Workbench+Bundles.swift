import Foundation
import TestSupport

extension Workbench {
  /// Makes `wheels` with a Twisted that has all that a package looks at and no more, and zope.interface, which is
  /// compiled; and `requirements.txt` for them.
  func placeWheels(compiled: Bool = true) throws {
    try place("make-wheel.py", TwistedWheel.maker)
    try run("python3", "make-wheel.py", "wheels", "Twisted", "22.4.0", in: folder).successful()
    if compiled {
      try run("\(Places.repository)/packaging/wheels-of-debian", "wheels", "python3-zope.interface", in: folder)
        .successful()
    }
    try place("requirements.txt", compiled ? "Twisted==22.4.0\nzope.interface\n" : "Twisted==22.4.0\n")
  }

  static let bundling = ["-t", "web.tac", "--bundle", "requirements.txt", "--wheelhouse", "wheels"]

  /// The version of Python that environments are made with here.
  static func python() throws -> String {
    try run("/usr/bin/python3", "-c", "import sys; print('%d.%d' % sys.version_info[:2], end='')").successful().output
  }
}
