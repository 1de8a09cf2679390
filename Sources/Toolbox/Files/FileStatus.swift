import Glibc

/// What the system says of a file: stat(2)'s answer, as a value.
package struct FileStatus: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case file, folder, link, fifo, socket, device, other
  }

  package let kind: Kind
  /// Permission bits, set-id bits included.
  package let mode: mode_t
  /// In bytes.
  package let size: Int
  /// In seconds since 1970.
  package let modified: Int
  package let owner: uid_t
  /// How many names the file has.
  package let names: Int
  /// Bytes on the disk; fewer than `size` where the file has holes.
  package let allocated: Int
  private let device: dev_t
  private let inode: ino_t
  private let modifiedNanoseconds: Int

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .fifo
      case S_IFSOCK: .socket
      case S_IFBLK, S_IFCHR: .device
      default: .other
      }
    mode = status.st_mode & 0o7777
    size = Int(status.st_size)
    modified = Int(status.st_mtim.tv_sec)
    modifiedNanoseconds = Int(status.st_mtim.tv_nsec)
    owner = status.st_uid
    names = Int(status.st_nlink)
    allocated = Int(status.st_blocks) * 512
    device = status.st_dev
    inode = status.st_ino
  }

  /// Whether others than owner and group may not read it (a folder: may not enter it).
  package var isPrivate: Bool { mode & (kind == .folder ? S_IXOTH : S_IROTH) == 0 }

  /// Whether it is the same file, whatever happened to it.
  package func isSame(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }

  /// Whether it is the same file with the same contents, as far as times and sizes tell.
  package func isUnchanged(from other: FileStatus) -> Bool {
    isSame(as: other) && size == other.size && modified == other.modified
      && modifiedNanoseconds == other.modifiedNanoseconds && mode == other.mode
  }
}
