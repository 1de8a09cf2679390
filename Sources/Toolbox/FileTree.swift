import Diagnostics

/// The files of a package by path: what golden tests compare, `--print` shows and both formats pack.
package struct FileTree: Sendable, Equatable {
  /// One file or folder.
  package struct Entry: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
      case file(contents: [UInt8])
      /// A file on this machine, copied once, when the tree is written.
      case copy(of: SourceFile)
      /// A file in a workspace, which gets one more name instead of being copied: it must be the tools' own, for its
      /// mode and time are set.
      case hardLink(to: String, size: Int, md5: String)
      case link(target: String)
      case folder
    }
    package var kind: Kind
    /// Permission bits, e.g. 0o644.
    package var mode: UInt32
    /// The administrator may change it, so upgrades keep what they find (conffile, `%config(noreplace)`).
    package var isConfiguration: Bool

    package init(_ kind: Kind, mode: UInt32, isConfiguration: Bool = false) {
      self.kind = kind
      self.mode = mode
      self.isConfiguration = isConfiguration
    }
  }

  /// Entries by relative path without a leading slash.
  private var entries: [String: Entry] = [:]

  package init() {}

  package subscript(path: String) -> Entry? { entries[path] }

  /// Paths in the order of their bytes, so that every listing is the same everywhere.
  package var paths: [String] {
    entries.keys.sorted { $0.precedes($1) }
  }

  /// Adds a file; folders above it come by themselves.
  package mutating func add(
    _ path: String, _ contents: [UInt8], mode: UInt32 = 0o644, isConfiguration: Bool = false
  ) {
    let path = path.relative
    addFolders(above: path)
    entries[path] = Entry(.file(contents: contents), mode: mode, isConfiguration: isConfiguration)
  }

  package mutating func add(_ path: String, _ text: String, mode: UInt32 = 0o644, isConfiguration: Bool = false) {
    add(path, Array(text.utf8), mode: mode, isConfiguration: isConfiguration)
  }

  package mutating func addCopy(
    of source: SourceFile, at path: String, mode: UInt32 = 0o644, isConfiguration: Bool = false
  ) {
    let path = path.relative
    addFolders(above: path)
    entries[path] = Entry(.copy(of: source), mode: mode, isConfiguration: isConfiguration)
  }

  /// Adds a file of a workspace by one more name.
  package mutating func addHardLink(to source: String, size: Int, md5: String, at path: String, mode: UInt32) {
    let path = path.relative
    addFolders(above: path)
    entries[path] = Entry(.hardLink(to: source, size: size, md5: md5), mode: mode)
  }

  package mutating func addLink(_ path: String, to target: String) {
    let path = path.relative
    addFolders(above: path)
    entries[path] = Entry(.link(target: target), mode: 0o777)
  }

  package mutating func addFolder(_ path: String, mode: UInt32 = 0o755) {
    let path = path.relative
    addFolders(above: path)
    entries[path] = Entry(.folder, mode: mode)
  }

  /// Whether there are files that share their contents with others: another name of them changes them all (ctime).
  package var hasHardLinks: Bool {
    entries.values.contains { if case .hardLink = $0.kind { true } else { false } }
  }

  /// The tree without a folder and what is in it.
  package func without(_ folder: String) -> FileTree {
    var tree = self
    tree.entries = entries.filter { $0.key != folder && !$0.key.hasPrefix(folder + "/") }
    return tree
  }

  /// The folder and what is in it.
  package func only(_ folder: String) -> FileTree {
    var tree = self
    tree.entries = entries.filter { $0.key == folder || $0.key.hasPrefix(folder + "/") }
    return tree
  }

  private mutating func addFolders(above path: String) {
    var path = path[...]
    while let slash = path.lastIndex(of: "/") {
      path = path[..<slash]
      // What is there has the folders above it.
      guard entries[String(path)] == nil else { return }
      entries[String(path)] = Entry(.folder, mode: 0o755)
    }
  }
}

extension String {
  fileprivate var relative: String { hasPrefix("/") ? String(dropFirst()) : self }
}
