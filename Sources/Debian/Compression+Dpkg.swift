import PackageModel

extension Compression {
  /// xz, which the oldest systems still read (dpkg 1.15.6, 2010).
  ///
  /// Its presets differ in their dictionaries above all (xz(1), "-0 ... -9"). One that is larger than the data makes it no
  /// smaller, but takes two thirds of the time that a small package takes: to set up the largest, 20 ms.
  ///
  /// - Parameter size: Of the package's files, in bytes.
  static func usual(size: Int) -> Self {
    Self(method: .xz, level: size <= 256 << 10 ? 0 : size <= 1 << 20 ? 1 : 6)
  }

  /// Whether dpkg-deb does the same when it is told nothing.
  var isDpkgDefault: Bool { method == .xz && level == 6 }

  /// What dpkg-deb(1) is told. zstd's bytes would depend on whether there is more than one thread; xz's do not.
  var options: [String] {
    switch method {
    case .none: ["-Znone"]
    case .zstd: ["-Zzstd", "-z\(level)", "--threads-max=1"]
    case .xz, .gzip: ["-Z\(method.rawValue)", "-z\(level)"]
    }
  }
}
