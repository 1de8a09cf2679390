import PackageModel

extension Compression {
  /// The mode of rpm's payload file (`_binary_payload`).
  var payloadFlags: String {
    switch method {
    case .gzip: "w\(level).gzdio"
    case .xz: "w\(level).xzdio"
    case .zstd: "w\(level).zstdio"
    case .none: "w.ufdio"
    }
  }
}
