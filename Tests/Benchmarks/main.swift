import Foundation
import TestSupport

// Prints a table in Markdown; ends with 1 when a bar is missed. `make bench` keeps the table in docs/performance.md.

let passed = try withTemporaryFolder { folder in
  print(Benchmark.header)
  return try [Benchmark.deb(in: folder), Benchmark.rpm(in: folder)].map { benchmark in
    let (row, passed) = try benchmark.measure(in: folder)
    print(row)
    return passed
  }
}
exit(passed.allSatisfy(\.self) ? 0 : 1)
