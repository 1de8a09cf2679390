import Diagnostics
import Glibc

/// What a socket unit listens on (systemd.socket(5), `ListenStream=`).
package struct SocketAddress: Sendable, Equatable, CustomStringConvertible {
  package let description: String

  /// - Parameter text: A port, `ADDRESS:PORT`, `[IPV6]:PORT` or the absolute path of a UNIX socket.
  package init(_ text: String) throws(Failure) {
    guard Self.isPort(text[...]) || Self.isPath(text) || Self.isAddress(text) else {
      throw Failure.usage(
        .socket, "--socket takes a port, ADDRESS:PORT or the path of a socket, not \(quoted(text))",
        remedy: "try --socket 8080")
    }
    description = text
  }

  private static func isPort(_ text: Substring) -> Bool {
    // systemd reads no number with a zero in front.
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } && !text.hasPrefix("0")
      && Int(text).map { (1...65535).contains($0) } == true
  }

  private static func isPath(_ text: String) -> Bool { (try? AbsolutePath(text, option: "--socket")) != nil }

  private static func isAddress(_ text: String) -> Bool {
    guard let colon = text.lastIndex(of: ":"), isPort(text[text.index(after: colon)...]) else { return false }
    let host = text[..<colon]
    let isIPv6 = host.hasPrefix("[") && host.hasSuffix("]")
    guard host.utf8.allSatisfy({ $0 > 0x20 }) else { return false }
    var address = in6_addr()
    return inet_pton(isIPv6 ? AF_INET6 : AF_INET, String(isIPv6 ? host.dropFirst().dropLast() : host), &address) == 1
  }
}
