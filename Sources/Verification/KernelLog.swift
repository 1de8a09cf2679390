import Diagnostics
import Glibc

/// What the kernel tells of system calls for which a filter has killed a process (audit record 1326, SECCOMP; seccomp(2)).
///
/// Where auditd runs, it has these records, and the kernel's own log has none.
struct KernelLog {
  /// The numbers of the calls, each once, in the order of their first denial.
  let deniedCalls: [Int]

  /// Reads the log of the machine; empty for one who may not, which takes CAP_SYSLOG.
  ///
  /// - Parameters:
  ///   - user: The processes' user, by number.
  ///   - start: Earlier records are none of the service's.
  init(of user: Int, since start: Duration) {
    let descriptor = open("/dev/kmsg", O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      self.init([], of: user, since: start)
      return
    }
    defer { close(descriptor) }
    var lines: [Substring] = []
    var buffer = [UInt8](repeating: 0, count: 8192)
    // One record a read; one that was overwritten meanwhile is EPIPE (Documentation/ABI/testing/dev-kmsg).
    for _ in 0..<100_000 {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EPIPE || errno == EINTR { continue }
      guard count > 0 else { break }
      let record = String(decoding: buffer[..<count], as: UTF8.self)
      if let line = record.split(separator: "\n").first { lines.append(line) }
    }
    self.init(lines, of: user, since: start)
  }

  /// - Parameter lines: `PRIORITY,NUMBER,MICROSECONDS,FLAGS;TEXT`, as /dev/kmsg gives them.
  init(_ lines: [Substring], of user: Int, since start: Duration) {
    var numbers = OrderedSet<Int>()
    for line in lines {
      let parts = line.split(separator: ";", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let head = parts[0].split(separator: ",")
      // The kernel's clock is not quite the one that began is told by.
      guard head.count > 2, let time = Int(head[2]), .microseconds(time) >= start - .seconds(1) else { continue }
      let words = parts[1].split(separator: " ")
      guard words.starts(with: ["audit:", "type=1326"]), words.contains("uid=\(user)"),
        let call = words.first(where: { $0.hasPrefix("syscall=") }), let number = Int(call.dropFirst("syscall=".count))
      else { continue }
      numbers.append(number)
    }
    deniedCalls = numbers.elements
  }
}
