import Bundling
import Collecting
import CommandOptions
import Packaging

extension Tool {
  /// Options about what is packaged beside the application file.
  var fileOptions: [Option<ToolOptions>] {
    [
      .value(
        "project", placeholder: "DIR", completing: .directories,
        help: "Package the Python project in a folder: its modules, its name, version and description, and the "
          + "application file or plugin in it.", into: \.inputs.application.project
      ).trusted(.inside),
      .values(
        "include", placeholder: "SRC[:DEST]", completing: .files,
        help: "Package a file or folder, too, by default in /usr/share/PACKAGE; a DEST that ends with / is the folder "
          + "to put it in.", into: \.inputs.files.includes
      ).trusted(.inclusion),
      .values(
        "state", placeholder: "SRC[:DEST]", completing: .files,
        help:
          "Copy a file or folder into the service's folder in /var/lib when the service starts, and never over what "
          + "is there. :DEST without a SRC makes an empty folder.", into: \.inputs.files.states
      ).trusted(.inclusion),
      .values(
        "link", placeholder: "TARGET:PATH",
        help:
          "Package a symbolic link to a file of the target, by default in /usr/share/PACKAGE: /etc/ssl/certs:certs.",
        into: \.inputs.files.links
      ).trusted(.link),
      .values(
        "exclude", placeholder: "GLOB",
        help: "Leave out what a pattern of .gitignore's kind matches; !GLOB takes one back.",
        into: \.inputs.files.excludes
      ).trusted(.any),
      .values(
        "exclude-from", placeholder: "FILE", completing: .files,
        help: "Leave out what the patterns in a file match, for example .gitignore.", into: \.inputs.files.excludeFiles
      ).trusted(.inside),
      .flag(
        "no-code", help: "Leave out the modules that the application imports and the files that it names.",
        into: \.inputs.files.packsCode, as: false
      ).trusted(.any),
    ] + bundleOptions
  }

  private var bundleOptions: [Option<ToolOptions>] {
    [
      .optionalWord(
        "bundle", placeholder: "WHAT", completing: .files,
        help:
          "Package a Python environment with the service, so that it does not need the distribution's Twisted. WHAT "
          + "is a requirements file, a project's folder, whose build script is run, or a virtual environment that is "
          + "ready; without it, the project itself.",
        into: \.inputs.bundle.subject, omitted: ""
      ).trusted(.fileInside),
      .value(
        "wheelhouse", placeholder: "DIR", completing: .directories,
        help: "Install the environment from the wheels in a folder, and take nothing from the network.",
        into: \.inputs.bundle.wheelhouse
      ).trusted(.inside),
      .value(
        "bundle-root", placeholder: "DIR", default: "/usr/lib",
        help: "Where the environment lies on the target, in a folder of the package's name: /usr/lib, /opt or a folder "
          + "below /opt.", into: \.inputs.bundle.root
      ).trusted(.any),
      .value(
        "python", placeholder: "PATH", default: BundleRequest.usualInterpreter, completing: .files,
        help: "The interpreter that makes the environment, which the package will depend on.",
        into: \.inputs.bundle.python
      ).trusted(.runsPrograms),
      .flag(
        "allow-sdists",
        help: "Let pip build what has no wheel. That runs its authors' code on this machine.",
        into: \.inputs.bundle.allowsSourceDistributions
      ).trusted(.runsPrograms),
    ]
  }
}
