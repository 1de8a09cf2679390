import CommandOptions
import Diagnostics
import TwistedModel
import Formats
import PackageModel
import Packaging
import ApplicationFacts

extension Tool {
  /// The one declaration of the options, from which the parser, the help, the manual page and the completions are made.
  var optionTable: OptionTable<ToolOptions> {
    OptionTable([
      OptionGroup("Application", applicationOptions),
      OptionGroup("Runner", runnerOptions),
      OptionGroup("Files", fileOptions),
      OptionGroup("Package", packageOptions),
      OptionGroup("Relations", relationOptions),
      OptionGroup("Release", releaseOptions),
      OptionGroup("Service", serviceOptions),
      OptionGroup("Lifecycle", lifecycleOptions),
      OptionGroup("Publishing", publishingOptions),
      OptionGroup("Verification", verificationOptions),
      OptionGroup("Several packages", fleetOptions),
      OptionGroup("Output", outputOptions),
    ])
  }

  static let applicationFiles = ValueCompletion.filesEnding([".tac", ".tap", ".tas", ".tax"])

  private var applicationOptions: [Option<ToolOptions>] {
    [
      .values(
        "tapfile", "t", placeholder: "FILE", default: "twistd.tap", completing: Self.applicationFiles,
        help: "The application file to package. Given again, each file becomes a service of the same package.",
        into: \.inputs.application.files
      ).trusted(.inside),
      .value(
        "type", "y", placeholder: "TYPE", default: "told from the content",
        completing: .oneOf(["tap", "xml", "source", "python"]),
        help: "The file's type: tap (a pickle), source (.tas), python (.tac) or xml (.tax).",
        into: \.inputs.application.type,
        reading: Self.applicationFormat
      ).trusted(.any),
      .values(
        "plugin", placeholder: "NAME", completing: .oneOf(PluginSpec.stockNames),
        help: "Package a subcommand of twistd instead of a file; its own options follow after --. Given again, each "
          + "becomes a service of the same package, with its options after a -- of its own.",
        into: \.inputs.application.plugins
      ).trusted(.any),
      .value(
        "protocol", "p", placeholder: "NAME", default: "the file's name without its extension, or the plugin's",
        help: "The protocol that the service speaks, for the package's name and description.",
        into: \.inputs.identity.protocolName
      ).trusted(.any),
      .value(
        "twistd", placeholder: "PATH", default: format.rules.places.twistd,
        help: "The twistd that runs the service on the target system.", into: \.inputs.service.twistd
      ).trusted(.any),
      .value(
        "passphrase-file", placeholder: "FILE", completing: .files,
        help: "The passphrase of an encrypted application file, in the first line of a file.",
        into: \.inputs.application.passphraseFile
      ).trusted(.inside),
      .flag(
        "convert",
        help: "Convert a .tap or .tas to a .tac and package that, as is done with every .tax.",
        into: \.inputs.application.isConverted
      ).trusted(.any),
      .flag(
        "explain", help: "Show what was read in the file, and on which lines; package nothing.", into: \.action,
        as: .explain
      ).forOneRun,
      .flag("json", help: "Answer in JSON, with --explain, --list, --print and --verify too.", into: \.isJSON)
        .forOneRun,
      .flag(
        "no-inspect", help: "Package the file without reading what is in it.", into: \.inputs.application.isRead,
        as: false
      ).trusted(.any),
    ] + configurationOptions
  }

  private var packageOptions: [Option<ToolOptions>] {
    format.options.identity.map { $0.within(\.inputs.identity) } + [
      .value(
        "maintainer", "m", placeholder: "MAINTAINER",
        default: format.words.maintainer.usual,
        help: "Who maintains the package: 'Name <address>'.", into: \.inputs.identity.maintainer
      ).trusted(.any),
      .value(
        "description", "e", placeholder: "TEXT",
        default: "\(format.rules.summary) NAME",
        help: "What the package is, in one line.", into: \.inputs.identity.summary
      ).trusted(.any),
      .value(
        "long_description", "l", aliases: ["long-description"], placeholder: "TEXT",
        default: "what it runs, where it listens, where its settings are", help: "What the package is, at length.",
        into: \.inputs.identity.description
      ).trusted(.any),
    ]
  }

  private var outputOptions: [Option<ToolOptions>] {
    let names = formats.map(\.name)
    return [
      .value(
        "fail-on", placeholder: "SEVERITY", completing: .oneOf(ToldLimit.allCases.map(\.rawValue)),
        help: "Build nothing if there is a warning, or with note a note.", into: \.limit,
        reading: { (text: String) throws(Failure) in try ToldLimit(option: text) }
      ).trusted(.any),
      .value(
        "format", placeholder: "FORMATS", default: format.name,
        completing: .oneOf(names + [names.joined(separator: ",")]),
        help: "What packages are made: \(names.joined(separator: ", ")) or \(names.count == 2 ? "both" : "several") "
          + "with a comma between them.", into: \.formats,
        reading: { (text: String) throws(Failure) in try formatNames(text) }
      ).trusted(.any),
    ] + targetOptions + [
      .value(
        "output", "o", placeholder: "DIR", default: format.words.output,
        completing: .directories, help: "Where the packages are written.", into: \.inputs.publishing.output
      ).trusted(.inside),
      .value(
        "templates", placeholder: "DIR", completing: .directories,
        help: "Templates that replace the tool's own of the same names; others are new files, by their place.",
        into: \.inputs.templates
      ).trusted(.runsPrograms),
      printTemplatesOption.forOneRun,
      .flag(
        "list", help: "List what would be installed and why; build nothing.", into: \.action,
        as: .list
      ).forOneRun,
      printOption.forOneRun,
      .value(
        "stubs", placeholder: "DIR", completing: .directories,
        help: "A folder of stubs, which describe Python modules that the tool does not know.",
        into: \.inputs.application.stubs
      ).trusted(.inside),
      .flag(
        "unsigned", "u",
        help: format.words.helps.unsigned,
        into: \.inputs.publishing.isUnsigned
      ).trusted(.any),
      .flag(
        "timings", help: "Tell how long it took, and how much of that was spent in which programs.",
        into: \.showsTimings
      ).forOneRun,
      .flag(
        "verbose", help: "Tell each decision about the package, and each command that is run with its time.",
        into: \.isVerbose
      ).forOneRun,
      .flag(
        "quiet", "q", help: "Say nothing but warnings and errors, and the paths of what was made.", into: \.isQuiet
      ).trusted(.any),
      .request("usage", "h", help: "Show the options that are needed most.", into: \.inquiry, as: .usage),
      .request("help", help: "Show all options.", into: \.inquiry, as: .help),
      .request("version", help: "Show the tool's version.", into: \.inquiry, as: .version),
    ]
  }

  private var targetOptions: [Option<ToolOptions>] {
    [
      .values(
        "target", placeholder: "NAME|FILE", default: "this machine's system, else the newest of its format",
        completing: .oneOf(Target.names),
        help:
          "The system that packages are made for. Given again, packages are made for each; a FILE describes a target of your own.",
        into: \.targets, reading: { (text: String) throws(Failure) in try Target(option: text) }
      ).trusted(.noPath(because: "reads a file that it does not confine")),
      .flag(
        "target-suffix", help: "Let the version tell the target, for example 1.0~deb13.",
        into: \.inputs.release.hasTargetSuffix
      ).trusted(.any),
    ]
  }

  private var printOption: Option<ToolOptions> {
    Option(
      "print", argument: .optional("FILE"),
      help: "Build nothing; show the files that are made for the package, or one of them: --print=postinst."
    ) { values, file in
      values.action = .print
      values.printed = file
    }
  }

  private var printTemplatesOption: Option<ToolOptions> {
    var option = Option<ToolOptions>(
      "print-templates", argument: .required("DIR"), completing: .directories,
      help: "Package nothing; write the tool's own templates into a folder."
    ) { values, folder in
      values.action = .templates
      values.inputs.templates = folder
    }
    option.endsParsing = true
    return option
  }

  var installationTable: OptionTable<ToolOptions> {
    .ofInstallation(
      into: \.inquiry,
      and: [
        .request("print-schema", help: "Print the JSON Schema of configuration files.", into: \.action, as: .schema),
        .request(
          "print-fleet-schema", help: "Print the JSON Schema of the files of --batch.", into: \.action, as: .fleetSchema
        ),
        .request("work", help: "Make the packages that another run of the tool asks for.", into: \.action, as: .work),
        .request(
          "print-configuration-manual", help: "Print the manual page of configuration files.", into: \.action,
          as: .configurationManual),
      ])
  }

  @Sendable private static func applicationFormat(_ text: String) throws(Failure) -> ApplicationFormat {
    let formats: [ApplicationFormat] = [.tac, .tap, .tas, .tax]
    guard let format = formats.first(where: { $0.typeName == text }) else {
      throw Failure.usage(
        .optionValue, "no application file has the type \(quoted(text))", remedy: "give tap, xml, source or python")
    }
    return format
  }
}
