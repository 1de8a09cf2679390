import Foundation
import TestSupport

extension Benchmark {
  /// The tools with 3,000 files and 60 MB beside the application, against the packers on the same tree.
  static func payload(in folder: String) throws -> [Benchmark] {
    let files = "\(folder)/payload"
    try makeEnvironment(in: files)
    var benchmarks: [Benchmark] = []
    for (format, path) in [("deb", Places.tap2deb), ("rpm", Places.tap2rpm)] {
      var tool = Program(
        path,
        [
          "-q", "-t", Places.example, "-m", maintainer, "--binary-only", "--include",
          "\(files):/usr/share/twisted-web/files",
          "-o", "\(folder)/large", "--compression", "gzip:6",
        ])
      tool.environment = epoch
      tool.timeout = .seconds(900)
      try tool.run().successful()
      let tree = "\(folder)/large-\(format)"
      try FileManager.default.createDirectory(atPath: tree, withIntermediateDirectories: true)
      var bare: Program
      if format == "deb" {
        try TestSupport.run("dpkg-deb", "--raw-extract", "\(folder)/large/twisted-web_1.0_all.deb", tree).successful()
        bare = Program("dpkg-deb", ["--root-owner-group", "-Zgzip", "-z6", "--build", tree, "\(folder)/large.deb"])
      } else {
        try TestSupport.run(
          "sh", "-c", "rpm2cpio '\(folder)/large/twisted-web-1.0-1.noarch.rpm' | cpio --quiet -idm", in: tree
        ).successful()
        bare = Program("rpmbuild", ["-bb", "--noclean", "--buildroot", tree] + (try large(in: folder)))
      }
      bare.environment = epoch.merging(["MAGIC": "/dev/null"]) { $1 }
      bare.timeout = tool.timeout
      var benchmark = Benchmark(title: ".\(format) with 3,000 files, 60 MB", tool: tool, bare: bare, bar: 1.1)
      (benchmark.warmUp, benchmark.pairs, benchmark.isSame) = (1, 3, false)
      benchmarks.append(benchmark)
    }
    return benchmarks
  }

  /// A tool with ten times as many files against itself: a tenth more than ten times as long is as good as ten times.
  static func growth(in folder: String) throws -> [Benchmark] {
    try [("deb", Places.tap2deb), ("rpm", Places.tap2rpm)].map { format, path in
      let tools = try [40_000, 4_000].map { count in
        let files = "\(folder)/small-\(count)"
        if !FileManager.default.fileExists(atPath: files) { try makeFiles(count, in: files) }
        var tool = Program(
          path,
          [
            "-q", "-t", Places.example, "-m", maintainer, "--binary-only", "--compression", "gzip:1", "--include",
            "\(files):/usr/share/twisted-web/files", "-o", "\(folder)/small",
          ])
        tool.environment = epoch
        tool.timeout = .seconds(300)
        return tool
      }
      var benchmark = Benchmark(
        title: ".\(format) with 40,000 small files against one with 4,000", tool: tools[0], bare: tools[1], bar: 11)
      (benchmark.warmUp, benchmark.pairs, benchmark.isSame) = (1, 3, false)
      return benchmark
    }
  }

  private static func makeFiles(_ count: Int, in folder: String) throws {
    for number in 0..<count {
      let place = "\(folder)/\(number % 200)/\(number % 7)"
      if number < 1_400 { try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true) }
      try Data("number \(number)\n".utf8).write(to: URL(filePath: "\(place)/\(number).txt"))
    }
  }

  /// A spec that packs all that is in the tree, and the macros that keep rpmbuild from anything else.
  private static func large(in folder: String) throws -> [String] {
    let spec = """
      Name: twisted-web
      Version: 1.0
      Release: 1
      Summary: bench
      License: MIT
      BuildArch: noarch
      %global _binary_payload w6.gzdio
      %description
      bench
      %files
      /etc
      /usr
      """
    try Data(spec.utf8).write(to: URL(filePath: "\(folder)/large.spec"))
    let macros: KeyValuePairs = [
      "_topdir": "\(folder)/large-top", "_rpmdir": "\(folder)/large-top", "_builddir": folder,
      "_tmppath": folder, "_dbpath": "\(folder)/large-top/db", "_smp_build_ncpus": "1",
      "__spec_install_pre": "%{nil}", "__os_install_post": "%{nil}", "__check_files": "%{nil}",
      "debug_package": "%{nil}",
    ]
    return macros.flatMap { ["--define", "\($0.key) \($0.value)"] } + ["\(folder)/large.spec"]
  }
}
