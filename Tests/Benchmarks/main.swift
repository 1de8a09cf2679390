import Foundation
import TestSupport

// Prints tables in Markdown; ends with 1 when a bar is missed. `make bench` keeps the tables in docs/performance.md.
// usage: Benchmarks [packages | bundle | reading | --read FILE | --write FOLDER]

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "--read" where arguments.count == 2:
  print(try ReadingBenchmark.reader(of: arguments[1]))
case "--write" where arguments.count == 2:
  for input in ReadingInput.allCases {
    try Data(input.bytes).write(to: URL(filePath: "\(arguments[1])/\(input)"))
  }
default:
  var passed: [Bool] = []
  try withTemporaryFolder { folder in
    if arguments.first != "reading" {
      print(Benchmark.header)
      var benchmarks: [Benchmark] = []
      if arguments.first != "bundle" { benchmarks += [try Benchmark.deb(in: folder), try Benchmark.rpm(in: folder)] }
      if arguments.first != "packages" { benchmarks.append(try Benchmark.bundle(in: folder)) }
      for benchmark in benchmarks {
        let (row, kept) = try benchmark.measure(in: folder)
        print(row)
        passed.append(kept)
      }
    }
    if arguments.isEmpty { print() }
    if arguments.isEmpty || arguments.first == "reading" {
      print(ReadingBenchmark.header)
      for input in ReadingInput.allCases {
        let (row, kept) = try ReadingBenchmark(input: input).measure(in: folder)
        print(row)
        passed.append(kept)
      }
    }
  }
  exit(passed.allSatisfy(\.self) ? 0 : 1)
}
