import Foundation
import TestSupport

extension Workbench {
  /// Makes `wheels` with a Twisted that has all that a package looks at and no more, and zope.interface, which is
  /// compiled; and `requirements.txt` for them.
  func placeWheels(compiled: Bool = true) throws {
    try place("make-wheel.py", Self.wheelMaker)
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

  /// Python that writes a wheel of a distribution with one module and, for Twisted, a twistd.
  static let wheelMaker = """
    import base64, hashlib, os, sys, zipfile
    folder, name, version = sys.argv[1:]
    files = {name.lower() + "/__init__.py": "__version__ = %r\\n" % version}
    stem = "%s-%s" % (name, version)
    if name == "Twisted":
        files["twisted/plugins/__init__.py"] = ""
        files["twisted/scripts/__init__.py"] = ""
        files["twisted/scripts/twistd.py"] = "def run(): pass\\n"
        files[stem + ".dist-info/entry_points.txt"] = "[console_scripts]\\ntwistd = twisted.scripts.twistd:run\\n"
    files[stem + ".dist-info/METADATA"] = "Metadata-Version: 2.1\\nName: %s\\nVersion: %s\\n" % (name, version)
    files[stem + ".dist-info/WHEEL"] = "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
    record = ""
    for path, text in sorted(files.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        record += "%s,sha256=%s,%d\\n" % (path, digest, len(text))
    files[stem + ".dist-info/RECORD"] = record + stem + ".dist-info/RECORD,,\\n"
    os.makedirs(folder, exist_ok=True)
    with zipfile.ZipFile(os.path.join(folder, stem + "-py3-none-any.whl"), "w") as wheel:
        for path, text in sorted(files.items()):
            wheel.writestr(zipfile.ZipInfo(path, (2020, 1, 1, 0, 0, 0)), text)
    """
}
