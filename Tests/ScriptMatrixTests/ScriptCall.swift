import Testing

/// A list of arguments with which the package manager calls a script.
struct ScriptCall: Sendable, CustomStringConvertible {
  let arguments: [String]
  /// Nothing of the package was on the system before.
  var isFirst = false
  /// Whether it is tried with every set of options.
  var isEssential: Bool {
    isFirst
      || ["upgrade", "remove", "purge", "configure 0.9", "install 0.9 1.0", "abort-upgrade 2.0"].contains(description)
      || ["0", "1", "2", "upgrade 2.0", "abort-install 0.9 1.0"].contains(description)
  }

  var description: String { arguments.map { $0.isEmpty ? "''" : $0 }.joined(separator: " ") }

  init(_ words: String, isFirst: Bool = false) {
    arguments = words.split(separator: " ").map { $0 == "''" ? "" : String($0) }
    self.isFirst = isFirst
  }
}

/// Everything that dpkg calls maintainer scripts with (Debian Policy 6.5 to 6.8), and what it never does.
enum DebianCalls {
  static let all: [String: [ScriptCall]] = [
    "preinst": [
      ScriptCall("install", isFirst: true), ScriptCall("install 0.9 1.0"), ScriptCall("upgrade 0.9 1.0"),
      ScriptCall("abort-upgrade 2.0"), ScriptCall("unheard-of"), ScriptCall(""),
    ],
    "postinst": [
      ScriptCall("configure ''", isFirst: true), ScriptCall("configure 0.9"), ScriptCall("configure 1.0"),
      ScriptCall("abort-upgrade 2.0"), ScriptCall("abort-remove"), ScriptCall("abort-remove in-favour other 1.0"),
      ScriptCall("abort-deconfigure in-favour other 1.0"),
      ScriptCall("abort-deconfigure in-favour other 1.0 removing third 1.0"), ScriptCall("triggered some-trigger"),
      ScriptCall("unheard-of"), ScriptCall(""),
    ],
    "prerm": [
      ScriptCall("remove"), ScriptCall("remove in-favour other 1.0"), ScriptCall("upgrade 2.0"),
      ScriptCall("failed-upgrade 0.9 1.0"), ScriptCall("deconfigure in-favour other 1.0"),
      ScriptCall("deconfigure in-favour other 1.0 removing third 1.0"), ScriptCall("unheard-of"), ScriptCall(""),
    ],
    "postrm": [
      ScriptCall("remove"), ScriptCall("purge"), ScriptCall("upgrade 2.0"), ScriptCall("failed-upgrade 0.9 1.0"),
      ScriptCall("abort-install", isFirst: true), ScriptCall("abort-install 0.9 1.0"),
      ScriptCall("abort-upgrade 0.9 1.0"), ScriptCall("disappear other 1.0"), ScriptCall("unheard-of"), ScriptCall(""),
    ],
  ]
}

/// Everything that rpm calls scriptlets with: how many instances of the package there will be.
enum RPMCalls {
  static let all: [String: [ScriptCall]] = [
    "pre": [ScriptCall("1", isFirst: true), ScriptCall("2"), ScriptCall("3")],
    "post": [ScriptCall("1", isFirst: true), ScriptCall("2"), ScriptCall("3")],
    "preun": [ScriptCall("0"), ScriptCall("1"), ScriptCall("2")],
    "postun": [ScriptCall("0"), ScriptCall("1"), ScriptCall("2")],
    "posttrans": [ScriptCall("1"), ScriptCall("2")],
  ]
}

extension PackageFormat {
  var calls: [String: [ScriptCall]] { self == .deb ? DebianCalls.all : RPMCalls.all }
}
