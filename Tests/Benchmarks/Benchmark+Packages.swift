import Foundation
import TestSupport

extension Benchmark {
  private static let maintainer = "Ada Example <ada@example.org>"
  private static let epoch = ["SOURCE_DATE_EPOCH": "1700000000" as String?]

  /// tap2deb against dpkg-deb on the tree of tap2deb's own package.
  static func deb(in folder: String) throws -> Benchmark {
    var tool = Program(Places.tap2deb, ["-q", "-t", Places.example, "-m", maintainer, "-o", "\(folder)/deb"])
    tool.environment = epoch
    try tool.run().successful()
    try TestSupport.run(
      "dpkg-deb", "--raw-extract", "\(folder)/deb/twisted-web_1.0_all.deb", "\(folder)/deb-tree"
    ).successful()
    var bare = Program(
      "dpkg-deb", ["--root-owner-group", "-Zxz", "--build", "\(folder)/deb-tree", "\(folder)/bare.deb"])
    bare.environment = epoch
    return Benchmark(title: ".deb", tool: tool, bare: bare, bar: 1.6)
  }

  /// tap2rpm against rpmbuild on the tree and the spec of tap2rpm's own packages.
  static func rpm(in folder: String) throws -> Benchmark {
    let output = "\(folder)/rpm"
    for path in [output, "\(folder)/rpm-tree", "\(folder)/rpm-source", "\(folder)/rpm-bare"] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    var tool = Program(Places.tap2rpm, ["-q", "-t", Places.example, "-m", maintainer, "-o", output])
    tool.environment = epoch
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
      "_builddir": "\(folder)/rpm-bare",
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
    bare.environment = epoch
    return Benchmark(title: ".rpm and .src.rpm", tool: tool, bare: bare, bar: 1.5)
  }
}
