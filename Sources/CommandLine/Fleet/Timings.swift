/// Where the time of packages went.
enum Timings {
  /// - Parameter seconds: All of it. Programs may have run side by side, and the tool meanwhile.
  static func line(_ programs: [FleetAnswer.ProgramTime], of seconds: Double, what: String) -> String {
    var sums: [(name: String, seconds: Double)] = []
    for program in programs {
      if let index = sums.firstIndex(where: { $0.name == program.name }) {
        sums[index].seconds += program.seconds
      } else {
        sums.append((program.name, program.seconds))
      }
    }
    let parts = sums.map { "\($0.name) \(milliseconds($0.seconds))" }
    return "\(what) \(milliseconds(seconds))" + (parts.isEmpty ? "" : ", of which \(parts.joined(separator: ", "))")
  }

  private static func milliseconds(_ seconds: Double) -> String { "\(Int((seconds * 1000).rounded())) ms" }
}
