import Diagnostics

/// What a socket unit listens on (systemd.socket(5), `ListenStream=`).
package struct SocketAddress: Sendable, Equatable, CustomStringConvertible {
  package let description: String

  /// - Parameter text: A port, `ADDRESS:PORT`, `[IPV6]:PORT` or the absolute path of a UNIX socket.
  package init(_ text: String) throws(Failure) {
    guard Self.isPort(text[...]) || Self.isPath(text) || Self.isAddress(text) else {
      throw Failure(
        .usage, "--socket takes a port, ADDRESS:PORT or the path of a socket, not \(quoted(text))",
        remedy: "try --socket 8080")
    }
    description = text
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } && Int(text).map { (1...65535).contains($0) } == true
  }

  private static func isPath(_ text: String) -> Bool { (try? AbsolutePath(text, option: "--socket")) != nil }

  private static func isAddress(_ text: String) -> Bool {
    guard let colon = text.lastIndex(of: ":"), isPort(text[text.index(after: colon)...]) else { return false }
    let host = text[..<colon]
    let isIPv6 = host.hasPrefix("[") && host.hasSuffix("]")
    let digits = isIPv6 ? host.dropFirst().dropLast() : host
    let legal = isIPv6 ? "0123456789abcdefABCDEF:." : "0123456789."
    return !digits.isEmpty && digits.allSatisfy { legal.contains($0) }
  }
}
