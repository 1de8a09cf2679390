import Glibc

extension String {
  /// Whether a text comes before another by its bytes, as sort(1) has it in the locale C: nothing that a listing holds
  /// depends on the language of its reader.
  package func precedes(_ other: String) -> Bool {
    withBytes { bytes in
      other.withBytes { others in
        guard let one = bytes.baseAddress, let other = others.baseAddress else { return bytes.count < others.count }
        let difference = memcmp(one, other, Swift.min(bytes.count, others.count))
        return difference == 0 ? bytes.count < others.count : difference < 0
      }
    }
  }
}
