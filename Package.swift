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

func library(
  _ name: String, _ dependencies: [String] = [], plugins: [Target.PluginUsage] = [], exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, exclude: exclude, swiftSettings: settings,
    plugins: plugins)
}

func tool(_ name: String) -> Target {
  .executableTarget(name: name, dependencies: ["CommandLine"])
}

func tests(_ name: String, _ dependencies: [String], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, path: "Tests/\(name)",
    exclude: exclude, swiftSettings: settings)
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
    library("Diagnostics"),
    library("Text", ["Diagnostics"]),
    library("CommandOptions", ["Diagnostics", "Text"]),
    library("PythonSyntax"),
    library("ApplicationFacts", ["Diagnostics", "Text"], plugins: ["EmbedFiles"], exclude: ["Data"]),
    library("PythonEvaluation", ["ApplicationFacts", "Diagnostics", "PythonSyntax"]),
    library(
      "TwistedModel", ["ApplicationFacts", "Diagnostics", "PythonEvaluation", "PythonSyntax", "Text"],
      plugins: ["EmbedFiles"],
      exclude: ["Stubs"]),
    library("SavedObjects", ["ApplicationFacts", "Diagnostics", "PythonSyntax"]),
    library(
      "TwistedApplication",
      ["ApplicationFacts", "Diagnostics", "PythonEvaluation", "PythonSyntax", "SavedObjects", "TwistedModel"]),
    library("Conversion", ["ApplicationFacts", "Diagnostics", "PythonSyntax", "SavedObjects", "TwistedApplication"]),
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
        "Diagnostics", "Formats", "PackageModel", "Packaging", "RPM", "Signing", "Templates", "Text", "Toolbox",
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
        "ApplicationFacts", "Diagnostics", "PythonEvaluation", "PythonSyntax", "TestSupport", "TwistedApplication",
        "TwistedModel",
      ],
      exclude: ["Fixtures", "Differential/programs.py", "Differential/snippets.py", "Scripts"]),
  ]
)
