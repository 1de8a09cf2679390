extension String {
  /// One word of a text that systemd splits as it does `$NAME` (systemd.service(5), command lines) and xargs(1) the same:
  /// plain, in single quotes, or with a backslash before every sign that either of them would act on. Within quotes they
  /// differ about backslashes, so there are never both.
  var quotedForWords: String {
    let plain = "._/+-:,@=%~^".unicodeScalars
    let isPlain = unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x7F || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || plain.contains(scalar)
    }
    if isPlain && !isEmpty { return self }
    if !unicodeScalars.contains("'") && !unicodeScalars.contains("\\") { return "'\(self)'" }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.isASCII, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}
