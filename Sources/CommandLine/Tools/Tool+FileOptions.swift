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
        help: "Lay a copy of a file or folder into the service's folder in /var/lib at its start, unless there is one "
          + "already. Without a SRC, :DEST, it is an empty folder.", into: \.inputs.files.states
      ).trusted(.inclusion),
      .values(
        "link", placeholder: "TARGET:PATH",
        help: "Package a link to a file that the target has, by default in /usr/share/PACKAGE: /etc/ssl/certs:certs.",
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
        help: "Package a Python environment with the service, which needs no Twisted of the distribution then: from a "
          + "requirements file of pip's, from a project's folder, whose build script is run, or a virtual environment "
          + "that is ready. Without WHAT it is the project itself.",
        into: \.inputs.bundle.subject, omitted: ""
      ).trusted(.fileInside),
      .value(
        "wheelhouse", placeholder: "DIR", completing: .directories,
        help: "Install the environment from the wheels in a folder, and take nothing from the network.",
        into: \.inputs.bundle.wheelhouse
      ).trusted(.inside),
      .value(
        "bundle-root", placeholder: "DIR", default: "/usr/lib",
        help: "The folder on the target that the environment lies in, under the package's name: /usr/lib, /opt or "
          + "one below /opt.", into: \.inputs.bundle.root
      ).trusted(.any),
      .value(
        "python", placeholder: "PATH", default: BundleRequest.usualInterpreter, completing: .files,
        help: "The interpreter that makes the environment, which the package will depend on.",
        into: \.inputs.bundle.python
      ).trusted(.runsPrograms),
      .flag(
        "allow-sdists",
        help: "Let pip build what there is no wheel of: that runs code of its authors' on this machine.",
        into: \.inputs.bundle.allowsSourceDistributions
      ).trusted(.runsPrograms),
    ]
  }
}
