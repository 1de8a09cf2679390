import ApplicationFacts
import Diagnostics

extension Plugin.Option {
  /// `--port=VALUE (8080): the port to listen on`, for a comment.
  var helpLine: String {
    var line = "--\(name)"
    if !isFlag { line += "=VALUE" }
    if let fallback, !fallback.isEmpty { line += " (\(fallback))" }
    if let summary, !summary.isEmpty { line += ": \(summary)" }
    var plain = String.UnicodeScalarView()
    for scalar in line.unicodeScalars.prefix(160) {
      plain.append(scalar.isDeceptive ? " " : scalar)
    }
    return String(plain)
  }
}
