import TestSupport

/// Two programs timed in turn (A B A B ...), so that whatever else the machine does meets both alike.
struct PairedMeasurement {
  private(set) var tool: [Duration] = []
  private(set) var bare: [Duration] = []

  /// - Parameters:
  ///   - warmUp: pairs that are not counted: they fill the page cache.
  ///   - pairs: pairs that are.
  init(tool: Program, bare: Program, warmUp: Int = 5, pairs: Int = 40) throws {
    for pair in 0..<(warmUp + pairs) {
      let times = (try Self.time(tool), try Self.time(bare))
      guard pair >= warmUp else { continue }
      self.tool.append(times.0)
      self.bare.append(times.1)
    }
  }

  var toolMedian: Duration { Self.median(tool) }
  var bareMedian: Duration { Self.median(bare) }
  var ratio: Double { toolMedian / bareMedian }

  private static func time(_ program: Program) throws -> Duration {
    let start = ContinuousClock.now
    let result = try program.run()
    let duration = ContinuousClock.now - start
    try result.successful()
    return duration
  }

  private static func median(_ times: [Duration]) -> Duration {
    let sorted = times.sorted()
    guard let high = sorted.dropFirst(sorted.count / 2).first else { return .zero }
    guard sorted.count.isMultiple(of: 2) else { return high }
    return (sorted[sorted.count / 2 - 1] + high) / 2
  }
}
