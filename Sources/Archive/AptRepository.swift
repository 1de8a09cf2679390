import Diagnostics
import Glibc
import Signing
import Toolbox

/// A distribution in an archive of Debian packages for apt: `pool/` with the packages, `dists/stable/` with the indices
/// (wiki.debian.org/DebianRepository/Format). Distributions of other names have their packages in `pools/NAME/`.
package struct AptRepository: Sendable {
  package let folder: String

  /// The architectures that find the packages for all of them; those of Debian 12 and 13.
  static let architectures = [
    "amd64", "arm64", "armel", "armhf", "i386", "mips64el", "ppc64el", "riscv64", "s390x",
  ]
  package static let usualSuite = "stable"
  private let suite: String
  private let component: String

  /// - Parameters:
  ///   - suite: The distribution's name.
  ///   - component: That of what is added.
  package init(_ folder: String, suite: String = usualSuite, component: String = "main") {
    (self.folder, self.suite, self.component) = (folder, suite, component)
  }

  private var pool: String { suite == Self.usualSuite ? "pool" : "pools/\(suite)" }

  /// Adds the files of one source package and writes the indices anew. Readers see the former state until all is done.
  ///
  /// - Parameters:
  ///   - files: The .deb, and the .dsc with its archives.
  ///   - source: The source package's name.
  ///   - context: Told when the archive stays unsigned.
  /// - Throws: A build failure; the indices are then what they were.
  package func add(
    _ files: [String], source: String, signing: SigningPolicy, _ context: BuildContext
  ) throws(Failure) {
    try context.withWorkspace { workspace throws(Failure) in
      let build = ArchiveBuild(in: workspace, context)
      let signer = try signing.signer(for: "the archive's indices", in: workspace, context)
      try FileSystem.makeFolder(folder)
      let lock = try FolderLock(of: folder)
      try Pool(archive: folder).add(files, to: poolFolder(of: source), in: build)
      try Generation.replace(suite, in: "\(folder)/dists", workspace) { generation throws(Failure) in
        try writeIndices(into: generation, build)
        try writeRelease(generation, signedBy: signer, build)
      }
      _ = consume lock
    }
  }

  /// `pool/main/t/twisted-web`; libraries have a letter more to tell them apart.
  func poolFolder(of source: String) -> String {
    "\(pool)/\(component)/\(source.prefix(source.hasPrefix("lib") ? 4 : 1))/\(source)"
  }

  private func writeIndices(into generation: Generation, _ build: ArchiveBuild) throws(Failure) {
    for component in try FileSystem.names(in: "\(folder)/\(pool)").sorted() {
      let packages = try stanzas("packages", of: component, build)
      let found = Set(packages.compactMap(\.architecture)).subtracting(["all"])
      for architecture in Set(Self.architectures).union(found).sorted() + ["all"] {
        let own = packages.filter { ["all", architecture].contains($0.architecture) }
        try write(own, as: "Packages", into: "\(generation.path)/\(component)/binary-\(architecture)", build)
      }
      let sources = try stanzas("sources", of: component, build)
      try write(sources, as: "Sources", into: "\(generation.path)/\(component)/source", build)
    }
  }

  /// The entries of a component's packages in the pool, in the order of their text: by package, then by version.
  private func stanzas(
    _ command: String, of component: String, _ build: ArchiveBuild
  ) throws(Failure) -> [IndexStanza] {
    let output = "\(build.workspace.path)/\(command)"
    try Program.aptFtparchive.run(
      Self.digests + [command, "\(pool)/\(component)"], environment: build.environment, in: build.workspace,
      from: folder, to: output)
    let file = try InputFile(output, limit: 1 << 30, kind: .build)
    return IndexStanza.all(in: String(decoding: file.contents, as: UTF8.self))
  }

  private func write(
    _ stanzas: [IndexStanza], as name: String, into folder: String, _ build: ArchiveBuild
  ) throws(Failure) {
    try FileSystem.makeFolder(folder, mode: Umask.applied(to: 0o755))
    let contents = Array(stanzas.map { "\($0.text)\n\n" }.joined().utf8)
    try FileSystem.write(contents, to: "\(folder)/\(name)", mode: Umask.applied(to: 0o644))
    // Most architectures have the same index.
    let known = "\(build.workspace.path)/\(MD5.hexDigest(contents))"
    for (ending, program, options) in [("gz", Program.gzip, Gzip.options), ("xz", .xz, ["-6", "-T1"])] {
      let packed = "\(known).\(ending)"
      if !FileSystem.exists(packed) {
        try program.run(
          options + ["--stdout", "\(folder)/\(name)"], environment: build.environment, in: build.workspace, to: packed)
      }
      try FileSystem.copyFile(packed, to: "\(folder)/\(name).\(ending)", mode: Umask.applied(to: 0o644))
    }
  }

  private static let digests = ["MD5", "SHA1", "SHA512"].flatMap { ["-o", "APT::FTPArchive::\($0)=false"] }

  private func writeRelease(
    _ generation: Generation, signedBy signer: Signer?, _ build: ArchiveBuild
  ) throws(Failure) {
    let components = try FileSystem.names(in: generation.path).sorted()
    var architectures: Set<String> = []
    for component in components {
      let folders = try FileSystem.names(in: "\(generation.path)/\(component)")
      architectures.formUnion(folders.filter { $0.hasPrefix("binary-") }.map { String($0.dropFirst("binary-".count)) })
    }
    let fields = [
      "Suite": suite, "Codename": suite, "Components": components.joined(separator: " "), "Acquire-By-Hash": "yes",
      "Architectures": architectures.sorted().joined(separator: " "),
    ]
    let draft = "\(build.workspace.path)/Release"
    try Program.aptFtparchive.run(
      Self.digests + ["-o", "APT::FTPArchive::DoByHash=true"]
        + fields.sorted { $0.key < $1.key }.flatMap { ["-o", "APT::FTPArchive::Release::\($0.key)=\($0.value)"] }
        + ["release", generation.path],
      environment: build.environment, in: build.workspace, to: draft)
    let file = try InputFile(draft, limit: 1 << 24, kind: .build)
    // Every index lists the packages for all architectures, so nobody needs binary-all besides.
    let release = "\(generation.path)/Release"
    try FileSystem.write(
      Array("No-Support-for-Architecture-all: Packages\n".utf8) + file.contents, to: release,
      mode: Umask.applied(to: 0o644))
    if let signer {
      try signer.clearsign(release, as: "\(generation.path)/InRelease", in: build.workspace)
      try signer.detach(release, as: "\(generation.path)/Release.gpg", in: build.workspace)
    }
    Self.keepFormerIndices(of: generation)
  }

  /// Links the indices of the former state under their digests: who has read its Release still finds what that lists.
  private static func keepFormerIndices(of generation: Generation) {
    guard let file = try? InputFile("\(generation.place)/Release", limit: 1 << 24, kind: .build) else { return }
    for line in String(decoding: file.contents, as: UTF8.self).split(separator: "\n") where line.hasPrefix(" ") {
      let words = line.split(separator: " ")
      guard words.count == 3, words[0].utf8.count == 64, !words[2].contains(".."),
        let slash = words[2].lastIndex(of: "/")
      else { continue }
      let digests = "\(generation.path)/\(words[2][..<slash])/by-hash/SHA256"
      // An index of an architecture that is gone has no place any more.
      if FileSystem.isFolder(digests) { link("\(generation.place)/\(words[2])", "\(digests)/\(words[0])") }
    }
  }
}
