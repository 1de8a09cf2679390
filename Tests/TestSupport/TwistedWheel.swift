import Foundation

/// Wheels that stand for Twisted's own in tests without a network.
public enum TwistedWheel {
  /// Python that writes a wheel of a distribution with one module and, for Twisted, a twistd.
  public static let maker = """
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

  /// Makes `wheels` with a Twisted that has all that a package looks at and no more, and `requirements.txt` for it.
  public static func make(in folder: String) throws {
    try maker.write(toFile: "\(folder)/make-wheel.py", atomically: false, encoding: .utf8)
    try run("python3", "make-wheel.py", "wheels", "Twisted", "22.4.0", in: folder).successful()
    try "Twisted==22.4.0\n".write(toFile: "\(folder)/requirements.txt", atomically: false, encoding: .utf8)
  }
}
