extension Tool {
  /// Options about what is packaged beside the application file.
  var fileOptions: [Option<ToolOptions>] {
    [
      .value(
        "project", placeholder: "DIR", completing: .directories,
        help: "Package the Python project in a folder: its modules, its name, version and description, and the "
          + "application file or plugin in it.", into: \.project),
      .values(
        "include", placeholder: "SRC[:DEST]", completing: .files,
        help: "Package a file or folder, too, by default in /usr/share/PACKAGE; a DEST that ends with / is the folder "
          + "to put it in.", into: \.includes),
      .values(
        "exclude", placeholder: "GLOB",
        help: "Leave out what a pattern of .gitignore's kind matches; !GLOB takes one back.", into: \.excludes),
      .values(
        "exclude-from", placeholder: "FILE", completing: .files,
        help: "Leave out what the patterns in a file match, for example .gitignore.", into: \.excludeFiles),
      .flag(
        "no-code", help: "Leave out the modules that the application imports and the files that it names.",
        into: \.packsCode, as: false),
    ]
  }
}
