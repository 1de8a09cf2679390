import Glibc

/// renameat2(2), which Swift's Glibc module does not show and which glibc has since 2.28. What it returns is like
/// rename(2)'s; where it is missing that is ENOSYS.
enum Rename {
  private typealias Call =
    @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

  /// Two names change places in one step.
  static func exchange(_ one: String, _ other: String) -> Int32 { call(one, other, flags: 2) }

  /// Fails with EEXIST where the new name is taken.
  static func withoutReplacing(_ old: String, _ new: String) -> Int32 { call(old, new, flags: 1) }

  private static func call(_ old: String, _ new: String, flags: UInt32) -> Int32 {
    guard let symbol = dlsym(nil, "renameat2") else {
      errno = ENOSYS
      return -1
    }
    return unsafeBitCast(symbol, to: Call.self)(AT_FDCWD, old, AT_FDCWD, new, flags)
  }
}
