import Foundation
import TestSupport

extension Benchmark {
  static let maintainer = "Ada Example <ada@example.org>"
  static let epoch = ["SOURCE_DATE_EPOCH": "1700000000" as String?]

  private static func tool(_ path: String, _ arguments: [String]) -> Program {
    var tool = Program(path, ["-q", "-t", Places.example, "-m", maintainer] + arguments)
    tool.environment = epoch
    return tool
  }

  /// tap2deb against dpkg-deb on the tree of tap2deb's own package, both with the same compressor and preset.
  ///
  /// - Parameter compression: What `--compression` is given; the tool's own choice where nothing is.
  static func deb(in folder: String, compression: String? = nil) throws -> Benchmark {
    let place = "\(folder)/deb-\(compression ?? "usual")"
    let tool = tool(Places.tap2deb, (compression.map { ["--compression", $0] } ?? []) + ["-o", place])
    try tool.run().successful()
    let tree = "\(place)-tree"
    try TestSupport.run("dpkg-deb", "--raw-extract", "\(place)/twisted-web_1.0_all.deb", tree).successful()
    // The tool's own choice for so little is preset 0.
    let packer = compression.map { ["-Z\($0)", "-z9"] } ?? ["-Zxz", "-z0"]
    var bare = Program("dpkg-deb", ["--root-owner-group"] + packer + ["--build", tree, "\(place).deb"])
    bare.environment = epoch
    return Benchmark(title: compression.map { ".deb, \($0)" } ?? ".deb", tool: tool, bare: bare, bar: 2.2)
  }

  /// tap2deb against a build from its own source package, as a person would do it.
  static func buildPackage(in folder: String) throws -> Benchmark {
    let tool = tool(Places.tap2deb, ["-o", "\(folder)/built"])
    try tool.run().successful()
    var bare = Program("dpkg-buildpackage", ["--build=binary", "--no-sign"])
    bare.folder = "\(folder)/built/twisted-web-1.0"
    bare.environment = epoch
    // The tool writes that folder anew each time, so it builds elsewhere.
    var benchmark = Benchmark(
      title: ".deb against dpkg-buildpackage", tool: Self.tool(Places.tap2deb, ["-o", "\(folder)/elsewhere"]),
      bare: bare, bar: 0.1)
    (benchmark.warmUp, benchmark.pairs, benchmark.isSame) = (1, 5, false)
    return benchmark
  }

  /// tap2rpm against rpmbuild on the tree and the spec of tap2rpm's own packages.
  static func rpm(in folder: String) throws -> Benchmark {
    let output = "\(folder)/rpm"
    for path in [output, "\(folder)/rpm-tree", "\(folder)/rpm-source", "\(folder)/rpm-bare"] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    let tool = tool(Places.tap2rpm, ["-o", output])
    try tool.run().successful()
    for (package, target) in [("noarch", "rpm-tree"), ("src", "rpm-source")] {
      try TestSupport.run(
        "sh", "-c", "rpm2cpio '\(output)/twisted-web-1.0-1.\(package).rpm' | cpio --quiet -idm",
        in: "\(folder)/\(target)"
      ).successful()
    }

    let macros: KeyValuePairs = [
      "_topdir": "\(folder)/rpm-bare",
      "_sourcedir": "\(folder)/rpm-source",
      // Where it looks for the scriptlets.
      "_builddir": "\(folder)/rpm-source",
      "_rpmdir": "\(folder)/rpm-bare",
      "_srcrpmdir": "\(folder)/rpm-bare",
      "_tmppath": "\(folder)/rpm-bare",
      "_dbpath": "\(folder)/rpm-bare/db",
      "_buildhost": "localhost",
      "_smp_build_ncpus": "1",
      "ready_tree": "1",
      "use_source_date_epoch_as_buildtime": "1",
      "clamp_mtime_to_source_date_epoch": "1",
      "__spec_install_pre": "%{nil}",
      "__os_install_post": "%{nil}",
      "__check_files": "%{nil}",
      "debug_package": "%{nil}",
    ]
    var bare = Program(
      "rpmbuild",
      ["-ba", "--noclean", "--buildroot", "\(folder)/rpm-tree"]
        + macros.flatMap { ["--define", "\($0.key) \($0.value)"] } + ["\(folder)/rpm-source/twisted-web.spec"])
    // Without libmagic, which takes longer than all the rest.
    bare.environment = epoch.merging(["MAGIC": "/dev/null"]) { $1 }
    return Benchmark(title: ".rpm and .src.rpm", tool: tool, bare: bare, bar: 2.4)
  }

  /// All four artefacts against the pair that nfpm makes of the same tree: no sources, no scripts.
  ///
  /// - Returns: `nil` where there is no nfpm.
  static func nfpm(in folder: String) throws -> Benchmark? {
    guard let nfpm = ProcessInfo.processInfo.environment["NFPM"], !nfpm.isEmpty else { return nil }
    let tree = "\(folder)/nfpm-tree"
    try TestSupport.run("cp", "-a", "\(folder)/deb-usual-tree", tree).successful()
    try TestSupport.run("rm", "-r", "\(tree)/DEBIAN").successful()
    let settings = """
      name: twisted-web
      arch: all
      version: 1.0.0
      maintainer: \(maintainer)
      description: bench
      contents:
        - src: \(tree)/
          dst: /
          type: tree
      """
    try Data(settings.utf8).write(to: URL(filePath: "\(folder)/nfpm.yaml"))
    var bare = Program(
      "sh",
      [
        "-c",
        "for format in deb rpm; do \"$0\" package -f nfpm.yaml -p $format -t nfpm.$format >/dev/null || exit; done",
        nfpm,
      ])
    bare.folder = folder
    bare.environment = epoch
    let tool = tool(Places.tap2deb, ["--format", "deb,rpm", "-o", "\(folder)/both"])
    var benchmark = Benchmark(title: "all four against nfpm's .deb and .rpm", tool: tool, bare: bare, bar: 1.4)
    benchmark.isSame = false
    return benchmark
  }
}
