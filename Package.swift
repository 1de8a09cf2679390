// swift-tools-version: 6.2
import PackageDescription

// Targets draw the direction of the data: executables → CommandLine → Debian, RPM; Packaging → Formats, Collecting → Templates,
// Dependencies → PackageModel → TwistedApplication → PythonSyntax. SwiftPM refuses circles, so no room can look back.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Swift's libraries for patterns and for tasks, which every file would import unasked, are an eighth of a tool. What is
/// needed of the first for plain text stands in TextSearch, which every file imports in its place.
let withoutPatterns: [SwiftSetting] = [
  .unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"])
]
let withoutTasks: [SwiftSetting] = [
  .unsafeFlags(["-Xfrontend", "-disable-implicit-concurrency-module-import"])
]
let withSearch: [SwiftSetting] =
  withoutPatterns + [
    .unsafeFlags(["-Xfrontend", "-import-module", "-Xfrontend", "TextSearch"])
  ]

/// What reads whole files byte by byte; of all other code, less is faster: it has to be loaded, and runs a few times.
let loops: Set = [
  "ApplicationFacts", "Diagnostics", "PythonEvaluation", "PythonSyntax", "SavedObjects", "Templates", "Text", "Toolbox",
  "TwistedApplication",
]

func library(
  _ name: String, _ dependencies: [String] = [], plugins: [Target.PluginUsage] = [], exclude: [String] = []
) -> Target {
  let optimisation: [SwiftSetting] =
    loops.contains(name) ? [] : [.unsafeFlags(["-Osize"], .when(configuration: .release))]
  return .target(
    name: name, dependencies: (["TextSearch"] + dependencies).map { .byName(name: $0) }, exclude: exclude,
    swiftSettings: settings + withSearch + withoutTasks + optimisation, plugins: plugins)
}

/// Nobody looks for a tool's symbols, and nothing in it unwinds its stack: Swift's errors are returned, and what ends a tool
/// ends it at once. C++'s library, which only Swift's runtime calls, is found in the first folder where the Makefile has
/// put it to be linked statically: loading it would take half of the start.
let linking = [
  "-use-ld=lld", "-L", "\(Context.packageDirectory)/.build/static", "-Xclang-linker", "-static-libgcc",
  "-Xlinker", "--icf=all", "-Xlinker", "--no-export-dynamic", "-Xlinker", "--no-eh-frame-hdr", "-Xlinker", "-T",
  "-Xlinker", "\(Context.packageDirectory)/packaging/no-unwinding.ld",
]

func tool(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: ["CommandLine"],
    linkerSettings: [.unsafeFlags(linking, .when(configuration: .release))])
}

func tests(_ name: String, _ dependencies: [String], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, path: "Tests/\(name)",
    exclude: exclude, swiftSettings: settings + (dependencies.contains("TextSearch") ? withSearch : []))
}

/// What a format is made of.
let formatParts = [
  "Archive", "CommandOptions", "Dependencies", "Diagnostics", "Formats", "PackageModel", "Signing", "Templates", "Text",
  "Toolbox",
]

let package = Package(
  name: "tap2deb",
  products: [
    .executable(name: "tap2deb", targets: ["tap2deb"]),
    .executable(name: "tap2rpm", targets: ["tap2rpm"]),
    .executable(name: "tapconvert", targets: ["tapconvert"]),
    .executable(name: "mktap", targets: ["mktap"]),
  ],
  targets: [
    .target(name: "TextSearch", swiftSettings: settings + withoutPatterns + withoutTasks),
    library("Diagnostics"),
    library("Text", ["Diagnostics"]),
    library("CommandOptions", ["Diagnostics", "Text"]),
    library("PythonSyntax"),
    library("ApplicationFacts", ["Diagnostics"], plugins: ["EmbedFiles"], exclude: ["Data"]),
    library("PythonEvaluation", ["ApplicationFacts", "Diagnostics", "PythonSyntax"]),
    library(
      "TwistedModel", ["ApplicationFacts", "Diagnostics", "PythonEvaluation", "PythonSyntax", "Text"],
      plugins: ["EmbedFiles"],
      exclude: ["Stubs"]),
    library("SavedObjects", ["ApplicationFacts", "Diagnostics", "PythonSyntax"]),
    library(
      "TwistedApplication",
      ["ApplicationFacts", "Diagnostics", "PythonEvaluation", "PythonSyntax", "SavedObjects", "TwistedModel"]),
    library(
      "Conversion",
      ["ApplicationFacts", "Diagnostics", "PythonSyntax", "SavedObjects", "Text", "TwistedApplication"]),
    library(
      "PackageModel", ["ApplicationFacts", "Diagnostics", "Text", "Toolbox", "TwistedModel"],
      plugins: ["EmbedFiles"],
      exclude: ["Data"]),
    .executableTarget(name: "FileEmbedder", swiftSettings: settings),
    .plugin(
      name: "EmbedFiles", capability: .buildTool(), dependencies: ["FileEmbedder"], path: "Sources/EmbedFiles"),
    library("Templates", ["Diagnostics", "PackageModel", "Text", "Toolbox"], plugins: ["EmbedFiles"]),
    library("Toolbox", ["Diagnostics", "Text"]),
    library("Collecting", ["ApplicationFacts", "Diagnostics", "PackageModel", "PythonSyntax", "Text", "Toolbox"]),
    library("Projects", ["Diagnostics", "PythonSyntax", "Text", "Toolbox"]),
    library(
      "Dependencies", ["ApplicationFacts", "Diagnostics", "PackageModel", "Projects", "Text"],
      plugins: ["EmbedFiles"], exclude: ["Data"]),
    library("Bundling", ["Collecting", "Dependencies", "Diagnostics", "PackageModel", "Text", "Toolbox"]),
    library("Signing", ["Diagnostics", "Toolbox"]),
    library("Archive", ["Diagnostics", "Signing", "Text", "Toolbox"]),
    library(
      "Formats",
      ["CommandOptions", "Dependencies", "Diagnostics", "PackageModel", "Signing", "Templates", "Toolbox"]),
    library("Debian", formatParts),
    library("RPM", formatParts, plugins: ["EmbedFiles"], exclude: ["Data"]),
    library(
      "Packaging",
      [
        "ApplicationFacts", "Bundling", "Collecting", "Conversion", "Dependencies", "Diagnostics", "Formats",
        "PackageModel", "Projects", "PythonEvaluation", "Templates", "Text", "Toolbox", "TwistedApplication",
        "TwistedModel",
      ]),
    library(
      "Verification",
      [
        "ApplicationFacts", "Dependencies", "Diagnostics", "Packaging", "PythonEvaluation", "Text", "Toolbox",
        "TwistedApplication", "TwistedModel",
      ],
      plugins: ["EmbedFiles"],
      exclude: ["Data"]),
    library(
      "CommandLine",
      [
        "ApplicationFacts", "Bundling", "Collecting", "CommandOptions", "Conversion", "Debian", "Dependencies",
        "Diagnostics", "Formats", "PackageModel", "Packaging", "RPM", "Signing", "Text", "Toolbox",
        "TwistedApplication", "TwistedModel", "Verification",
      ]),
    tool("tap2deb"),
    tool("tap2rpm"),
    tool("tapconvert"),
    tool("mktap"),
    tests(
      "CollectingTests",
      ["ApplicationFacts", "Collecting", "Diagnostics", "PackageModel", "Projects", "TestSupport", "Text", "Toolbox"],
      exclude: ["Examples"]),
    tests("ProjectsTests", ["Diagnostics", "Projects", "TestSupport", "Toolbox"]),
    tests("ToolboxTests", ["Diagnostics", "TestSupport", "Toolbox"]),
    tests("BundlingTests", ["Bundling", "Dependencies", "Diagnostics", "PackageModel", "TestSupport", "Toolbox"]),
    tests(
      "TwistedApplicationTests", ["ApplicationFacts", "Diagnostics", "SavedObjects", "TwistedApplication"],
      exclude: ["Fixtures"]),
    tests(
      "ConversionTests",
      ["ApplicationFacts", "Conversion", "Diagnostics", "SavedObjects", "TestSupport", "TwistedApplication"],
      exclude: ["Samples", "Scripts"]),
    tests("CommandOptionsTests", ["CommandOptions", "Diagnostics", "TestSupport"], exclude: ["Golden"]),
    tests("CommandLineTests", ["CommandLine", "CommandOptions", "TestSupport"]),
    tests("TextTests", ["Diagnostics", "Text"]),
    tests("TextSearchTests", ["TextSearch"]),
    tests("DiagnosticsTests", ["Diagnostics", "TestSupport"]),
    tests("SigningTests", ["Signing", "TestSupport"]),
    tests("ArchiveTests", ["Archive"]),
    tests("DebianTests", ["Debian", "Diagnostics", "PackageModel", "TestSupport", "Toolbox"]),
    tests("RPMTests", ["Diagnostics", "PackageModel", "RPM", "TestSupport"]),
    tests(
      "ToyFormatTests",
      [
        "CommandLine", "CommandOptions", "Dependencies", "Diagnostics", "Formats", "PackageModel", "Templates",
        "TestSupport", "Toolbox",
      ]),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("TestSupportTests", ["TestSupport"]),
    tests("HouseTests", ["TestSupport"]),
    tests("ArtefactTests", ["TestSupport"], exclude: ["Golden"]),
    tests("DocumentationTests", ["TestSupport"]),
    tests("EndToEndTests", ["TestSupport"], exclude: ["Golden", "Shapes"]),
    tests(
      "TemplatesTests",
      ["ApplicationFacts", "Debian", "Diagnostics", "PackageModel", "RPM", "Templates", "TestSupport", "Toolbox"]),
    tests(
      "PackageModelTests",
      ["ApplicationFacts", "Debian", "Diagnostics", "PackageModel", "RPM", "TestSupport", "Text"]),
    tests("HostileInputTests", ["CommandLine", "TestSupport"]),
    tests("ScriptMatrixTests", ["TestSupport"], exclude: ["Golden", "StandIns"]),
    tests("VerificationTests", ["Verification"]),
    tests("SystemTests", ["Diagnostics", "TestSupport", "Toolbox", "Verification"]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["ApplicationFacts", "Diagnostics", "TestSupport", "Toolbox", "TwistedApplication"],
      path: "Tests/Benchmarks", exclude: ["instructions"],
      swiftSettings: settings),
    tests("PythonSyntaxTests", ["PythonSyntax", "TestSupport"], exclude: ["Scripts"]),
    tests(
      "DependenciesTests",
      ["ApplicationFacts", "Debian", "Dependencies", "Diagnostics", "PackageModel", "RPM", "TestSupport"]),
    tests(
      "TacReaderTests",
      [
        "ApplicationFacts", "Diagnostics", "PythonEvaluation", "TestSupport", "TwistedApplication",
        "TwistedModel",
      ],
      exclude: [
        "Fixtures", "Differential/idioms.py", "Differential/programs.py", "Differential/snippets.py", "Scripts",
      ]),
  ]
)
