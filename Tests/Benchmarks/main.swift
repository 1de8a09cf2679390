import Foundation
import TestSupport

// Prints tables in Markdown; ends with 1 when a bar is missed. `make bench` keeps the tables in docs/performance.md.
// usage: Benchmarks [packages | large | fleet | reading]... [--read FILE | --write FOLDER]

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
  func wants(_ part: String) -> Bool { arguments.isEmpty || arguments.contains(part) }
  func tell(_ header: String, _ rows: [(row: String, passed: Bool)]) {
    print(([header] + rows.map(\.row)).joined(separator: "\n") + "\n")
    passed += rows.map(\.passed)
  }
  try withTemporaryFolder { folder in
    var benchmarks: [Benchmark] = []
    if wants("packages") {
      benchmarks += [
        try .deb(in: folder), try .deb(in: folder, compression: "gzip"), try .rpm(in: folder),
      ]
      if let nfpm = try Benchmark.nfpm(in: folder) { benchmarks.append(nfpm) }
      benchmarks.append(try .buildPackage(in: folder))
    }
    if wants("large") {
      benchmarks += try Benchmark.payload(in: folder) + Benchmark.growth(in: folder) + [.bundle(in: folder)]
    }
    if !benchmarks.isEmpty {
      tell(Benchmark.header, try benchmarks.map { try $0.measure(in: folder) })
    }
    if wants("packages"), let start = try StartBenchmark.row(in: folder) { tell(StartBenchmark.header, [start]) }
    if wants("fleet") { tell(FleetBenchmark.header, try FleetBenchmark(in: folder).rows()) }
    if wants("reading") {
      let rows = try ReadingInput.allCases.map { try ReadingBenchmark(input: $0).measure(in: folder) }
      tell(ReadingBenchmark.header, rows.compactMap(\.first))
      tell(PythonReading.header, rows.compactMap { $0.dropFirst().first })
    }
  }
  exit(passed.allSatisfy(\.self) ? 0 : 1)
}
