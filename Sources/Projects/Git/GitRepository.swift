import Diagnostics
import Toolbox

/// The repository that a folder is in: its version and its releases, told from tags and commits alone.
package struct GitRepository {
  /// Where it is looked for; it may begin above.
  let folder: String
  let context: BuildContext

  package init(around folder: String, _ context: BuildContext) {
    self.folder = folder
    self.context = context
  }

  /// A tag with a version, and what came with it.
  package struct Release: Sendable, Equatable {
    package let version: String
    /// Seconds since 1970 as the tag or its commit says; `nil` for what is no date.
    package let timestamp: Int?
    /// The first lines of its commits, newest first.
    package let subjects: [String]
  }

  /// What git makes of the commits.
  package struct Description: Sendable, Equatable {
    /// The version.
    package let text: String
    /// What git could not tell.
    package let notes: [Diagnostic]
  }

  /// The version that the newest tag and the commits after it make (git-describe(1)).
  ///
  /// - Throws: A usage failure where there is no repository or no commit.
  package func version() throws(Failure) -> Description {
    try asking { (objects, references) throws(Failure) in
      var notes: [Diagnostic] = []
      let changed = try objects.isChanged()
      if changed == nil {
        notes.append(
          .warning(
            .gitUncertain, "git cannot tell whether files were changed since the last commit", remedy: GitFolder.remedy)
        )
      }
      // Of several tags on one commit an annotated one counts, and of those the newest, as for git-describe(1).
      var best: [GitObjectID: Tag] = [:]
      for tag in try tags(objects, references) where best[tag.commit].map({ $0 < tag }) ?? true {
        best[tag.commit] = tag
      }
      let named = best.values.sorted { $0.name < $1.name }
      try objects.name(named.map(\.commit))
      let said = try objects.ask("describe", "--tags", "--long", "--always", "--abbrev=7", "HEAD")
      if let description = GitDescription(said, isDirty: changed == true) {
        guard let number = GitObjects.number(of: description.tag), named.indices.contains(number) else {
          throw Failure.usage(.git, "git describes the commit as \(quoted(said))", remedy: GitFolder.remedy)
        }
        return Description(text: description.version(after: named[number].version), notes: notes)
      }
      if !references.shallow.isEmpty {
        notes.append(
          .warning(
            .gitUncertain, "the git repository is shallow and has no tag",
            remedy: "fetch its tags: git fetch --unshallow --tags"))
      }
      let count = try objects.ask("rev-list", "--count", "HEAD")
      let date = try objects.ask("rev-list", "--max-count=1", "--format=%ct", "HEAD").split(separator: "\n").last ?? ""
      guard let seconds = Self.date(date), count.allSatisfy(\.isNumber), said.allSatisfy(\.isHexDigit) else {
        throw Failure.usage(
          .git, "the newest commit has no date that can be: \(quoted(String(date)))", remedy: GitFolder.remedy)
      }
      let day = Clock.isoDate(seconds).replacing("-", with: "")
      return Description(
        text: "0~git\(day).\(count).g\(said)\(changed == true ? ".dirty" : "")", notes: notes)
    }
  }

  /// The history that tags part into versions, newest first; what came after the newest tag is left out.
  ///
  /// - Throws: A usage failure where there is no repository, or no tag with a version.
  package func releases() throws(Failure) -> [Release] {
    try asking { (objects, references) throws(Failure) in
      let tags = try tags(objects, references).sorted { ($0.date ?? 0, $0.name) > ($1.date ?? 0, $1.name) }
      guard !tags.isEmpty else {
        throw Failure.usage(
          .git, "the git repository of \(quoted(folder)) has no tag with a version",
          remedy: "tag a release: git tag -a v1.0, or name a file with --changelog FILE")
      }
      var releases: [Release] = []
      for (index, tag) in tags.prefix(Self.tagLimit).enumerated() {
        let before = index + 1 < tags.count ? ["^\(tags[index + 1].commit)"] : []
        let lines = try objects.ask(
          ["rev-list", "--no-merges", "--max-count=\(Self.commitLimit)", "--format=%s", tag.commit.description] + before
        )
        releases.append(
          Release(version: tag.version, timestamp: tag.date, subjects: Self.subjects(in: lines)))
      }
      return releases
    }
  }

  private static let tagLimit = 50
  private static let commitLimit = 200

  private func asking<Value>(
    _ body: (GitObjects, GitReferences) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let git = try GitFolder(around: folder)
    let references = try GitReferences(of: git)
    guard let head = references.head else { throw GitFolder.refusal("has no commit yet", git.own) }
    return try context.withWorkspace { workspace throws(Failure) in
      try body(GitObjects(of: git, references, head: head, in: workspace, context), references)
    }
  }

  /// A tag with a version, on a commit that HEAD comes from.
  private struct Tag: Comparable {
    let name: String
    let version: String
    let commit: GitObjectID
    let isAnnotated: Bool
    /// Seconds since 1970.
    let date: Int?

    /// Whether git-describe(1) prefers the other on the same commit.
    static func < (one: Tag, other: Tag) -> Bool {
      guard one.isAnnotated == other.isAnnotated else { return other.isAnnotated }
      guard one.isAnnotated, one.date != other.date else { return one.name > other.name }
      return (one.date ?? 0) < (other.date ?? 0)
    }
  }

  private func tags(_ objects: GitObjects, _ references: GitReferences) throws(Failure) -> [Tag] {
    let candidates = references.tags.compactMap { name, id in
      GitDescription.version(ofTag: name[...]).map { (name: name, version: $0, id: id) }
    }.sorted { $0.name < $1.name }
    guard !candidates.isEmpty else { return [] }
    try objects.name(candidates.map(\.id))
    // With --merged, a tag whose object is missing is passed over in silence; without, it is an error.
    let listing = try objects.ask(
      "for-each-ref", "--format=%(refname:strip=2) %(objectname) %(creatordate:unix) %(*objectname)", "refs/tags")
    let merged = Set(
      try objects.ask("for-each-ref", "--merged=HEAD", "--format=%(refname:strip=2)", "refs/tags").split(
        separator: "\n"))
    var tags: [Tag] = []
    for line in listing.split(separator: "\n") {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      guard words.count == 4, merged.contains(words[0]), let number = GitObjects.number(of: words[0]),
        candidates.indices.contains(number),
        let commit = GitObjectID(Array((words[3].isEmpty ? words[1] : words[3]).utf8))
      else { continue }
      let candidate = candidates[number]
      tags.append(
        Tag(
          name: candidate.name, version: candidate.version, commit: commit, isAnnotated: !words[3].isEmpty,
          date: Self.date(words[2])))
    }
    return tags
  }

  /// A moment that packages can bear: RPM keeps dates in 32 bits, and Debian's archive takes none before 1984.
  private static func date(_ text: Substring) -> Int? {
    Int(text).flatMap { (441_763_200...Int(UInt32.max)).contains($0) ? $0 : nil }
  }

  /// The lines of `--format=%s` without those that name the commits.
  private static func subjects(in lines: String) -> [String] {
    var subjects: [String] = []
    var follows = false
    // By bytes: a carriage return at a subject's end is no end of a line.
    for bytes in lines.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let line = String(decoding: bytes, as: UTF8.self)
      if !follows, line.hasPrefix("commit "), GitObjectID(Array(line.dropFirst(7).utf8)) != nil {
        follows = true
      } else if follows {
        subjects.append(line)
        follows = false
      }
    }
    return subjects
  }
}
