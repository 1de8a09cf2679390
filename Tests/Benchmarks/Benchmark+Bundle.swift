import Foundation
import TestSupport

extension Benchmark {
  /// tap2deb with a bundled environment of 3,000 files and 60 MB that is ready, against dpkg-deb on the tree of the
  /// package that comes out.
  static func bundle(in folder: String) throws -> Benchmark {
    let environment = "\(folder)/environment"
    try makeEnvironment(in: environment)
    var tool = Program(
      Places.tap2deb,
      [
        "-q", "-t", Places.example, "-m", "Ada Example <ada@example.org>", "--binary-only", "--bundle", environment,
        "-o", "\(folder)/bundle",
      ])
    tool.environment = epoch
    // xz is at work for most of a minute, on both sides.
    tool.timeout = .seconds(900)
    try tool.run().successful()
    try TestSupport.run(
      "dpkg-deb", "--raw-extract", "\(folder)/bundle/twisted-web_1.0_all.deb", "\(folder)/bundle-tree"
    ).successful()
    var bare = Program(
      "dpkg-deb", ["--root-owner-group", "-Zxz", "-z6", "--build", "\(folder)/bundle-tree", "\(folder)/bundle.deb"])
    bare.environment = epoch
    bare.timeout = tool.timeout
    var benchmark = Benchmark(title: ".deb with a bundled environment", tool: tool, bare: bare, bar: 1.15)
    (benchmark.warmUp, benchmark.pairs, benchmark.memoryBar) = (0, 2, 200)
    // Once, for the scripts that got another first line.
    benchmark.extras = ["gzip", "sha256sum"]
    return benchmark
  }

  /// An environment of text, as Python's modules are, and of bytes that nothing can compress, the same every time.
  static func makeEnvironment(in folder: String) throws {
    var state: UInt64 = 42
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let modules = "\(folder)/lib/python3.11/site-packages"
    func write(_ bytes: [UInt8], _ path: String) throws {
      let url = URL(filePath: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
    let words = [
      "def ", "self", ".", "return ", "(", "):\n    ", "import ", "value", " = ", "None", "\n\n", "# ", "index",
    ]
    for number in 0..<2400 {
      var text = ""
      while text.utf8.count < 10_000 { text += words[Int(next() % 13)] + (next() % 4 == 0 ? String(next()) : "") }
      try write(Array(text.utf8), "\(modules)/package\(number % 60)/module\(number).py")
    }
    for number in 0..<600 {
      let bytes = (0..<60_000).map { _ in UInt8(truncatingIfNeeded: next()) }
      try write(bytes, "\(modules)/package\(number % 60)/data/\(number).bin")
    }
    try write(Array("#!\(folder)/bin/python\nprint()\n".utf8), "\(folder)/bin/twistd")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/bin/twistd")
    try write(Array("home = /usr/bin\nversion = 3.11.2\n".utf8), "\(folder)/pyvenv.cfg")
  }
}
