import Diagnostics

/// Everything that an application file (or plugin) says about the service it builds, found without running it.
package struct Application: Sendable, Equatable {
  package var format: ApplicationFormat
  /// The name given to `service.Application(name)`; `nil` when the file names none at all.
  package var name: Fact<String>?
  /// `IProcess.processName`, set by `mktap -n`.
  package var processName: Fact<String>?
  /// The user and group ids that the application asks twistd to switch to.
  package var uid: Fact<Int>?
  package var gid: Fact<Int>?
  /// The plugins that a plugin file offers; empty for the other formats.
  package var plugins: [Plugin] = []
  package var listeners: [Listener] = []
  package var clients: [Client] = []
  package var timers: [Timer] = []
  package var modules: [Module] = []
  package var variables: [EnvironmentVariable] = []
  package var files: [FileReference] = []
  /// Folders below that of the file which it adds to Python's search path.
  package var moduleFolders: [String] = []
  /// Where it sets a handler of SIGHUP, by which services are told to read their configuration again.
  package var hangup: SourceLocation?
  /// The reactor that the file installs, e.g. `asyncio`.
  package var reactor: Fact<String>?
  package var python: PythonVersion = .either
  /// `*-shutdown.*`: saved by a stopping twistd, so it holds run-time state.
  package var isShutdown = false
  /// Whether there is more in it than was followed.
  package var isIncomplete = false
  /// What the reader noticed: skipped statements, suspicious calls, dangling references.
  package var diagnostics: [Diagnostic] = []

  package init(format: ApplicationFormat) { self.format = format }
}

/// Which generation of Python a file can be run by.
package enum PythonVersion: String, Sendable, Equatable {
  case python2, python3, either
}

/// Something that waits for connections or datagrams.
package struct Listener: Sendable, Equatable {
  package enum Transport: String, Sendable, Equatable, CaseIterable {
    case tcp, ssl, udp, multicast, unix, unixDatagram
    /// A socket that systemd opened and hands over (`systemd:domain=INET:index=0`).
    case systemd
    /// A listener whose kind only running the application would tell.
    case unknown
  }
  package var transport: Transport
  package var port: Fact<Int>?
  /// The address bound; `nil` or an empty value is all of them.
  package var interface: Fact<String>?
  /// The path of a UNIX socket; Linux's abstract names begin with `@` or NUL.
  package var path: Fact<String>?
  /// The permission bits of a UNIX socket.
  package var mode: Fact<Int>?
  /// Which of the sockets that systemd hands over it takes.
  package var socket: SystemdSocket?
  /// The description of its endpoint where that is a port and nothing else.
  package var bareDescription: String?
  package var certainty: Certainty
  package var location: SourceLocation
  /// Whether it opens only once the service runs.
  package var isLater = false

  package init(
    _ transport: Transport, port: Fact<Int>? = nil, interface: Fact<String>? = nil, path: Fact<String>? = nil,
    mode: Fact<Int>? = nil, certainty: Certainty = .sure, at location: SourceLocation
  ) {
    self.transport = transport
    self.port = port
    self.interface = interface
    self.path = path
    self.mode = mode
    self.certainty = certainty
    self.location = location
  }
}

/// Which of the sockets that systemd hands over an application takes (sd_listen_fds(3)).
package struct SystemdSocket: Sendable, Equatable {
  /// Its place, from 0; `nil` where that is not known.
  package var index: Int?
  /// The name that its unit gives it.
  package var name: String?
}

/// Something that the application connects to.
package struct Client: Sendable, Equatable {
  package var transport: Listener.Transport
  package var host: Fact<String>?
  package var port: Fact<Int>?
  package var path: Fact<String>?
  package var certainty: Certainty
  package var location: SourceLocation
  /// Whether only code connects that runs once the service is started.
  package var isLater = false

  package init(
    _ transport: Listener.Transport, host: Fact<String>? = nil, port: Fact<Int>? = nil, path: Fact<String>? = nil,
    certainty: Certainty = .sure, at location: SourceLocation
  ) {
    self.transport = transport
    self.host = host
    self.port = port
    self.path = path
    self.certainty = certainty
    self.location = location
  }
}

/// A `TimerService`: something called again and again.
package struct Timer: Sendable, Equatable {
  /// The step in seconds.
  package var interval: Fact<Double>?
  /// The dotted name of what is called, where it has one.
  package var callable: String?
  package var certainty: Certainty
  package var location: SourceLocation

  package init(
    interval: Fact<Double>?, callable: String? = nil, certainty: Certainty = .sure, at location: SourceLocation
  ) {
    self.interval = interval
    self.callable = callable
    self.certainty = certainty
    self.location = location
  }
}

/// A Python module that the application needs.
package struct Module: Sendable, Equatable {
  package enum Kind: String, Sendable, Equatable {
    case standardLibrary, twisted, thirdParty
    /// Found beside the application file, so it is the application's own code.
    case local
  }
  /// The dotted name, e.g. `twisted.web.server`.
  package var name: String
  package var kind: Kind
  package var certainty: Certainty
  package var location: SourceLocation
  /// Whether a stub says what it does.
  package var isDescribed = false

  package init(_ name: String, _ kind: Kind, certainty: Certainty = .sure, at location: SourceLocation) {
    self.name = name
    self.kind = kind
    self.certainty = certainty
    self.location = location
  }
}

/// A variable of the environment that the application reads.
package struct EnvironmentVariable: Sendable, Equatable {
  package var name: String
  /// What the application takes where it is not set, as text. Never that of what is named as a secret.
  package var fallback: String?
  /// Whether the application surely does not start where it is not set: nothing catches the `KeyError`.
  package var isRequired: Bool
  package var certainty: Certainty
  package var location: SourceLocation

  package init(
    _ name: String, fallback: String? = nil, isRequired: Bool = false, certainty: Certainty = .sure,
    at location: SourceLocation
  ) {
    self.name = name
    self.fallback = fallback
    self.isRequired = isRequired
    self.certainty = certainty
    self.location = location
  }
}

/// A file or folder that the application opens, serves or writes.
package struct FileReference: Sendable, Equatable {
  package enum Use: String, Sendable, Equatable {
    case serves, reads, writes, logs, certificate, privateKey, opens
  }
  package var path: Fact<String>
  package var use: Use
  /// Whether it surely names a folder, which is used with all that is in it: listed, copied, made or removed.
  package var isFolder: Bool
  /// Whether only code uses it that runs once the service is started: on a connection, a request, at the stop.
  package var isLater: Bool

  package init(_ path: Fact<String>, _ use: Use, isFolder: Bool = false, isLater: Bool = false) {
    self.path = path
    self.use = use
    self.isFolder = isFolder
    self.isLater = isLater
  }

  /// Whether the path starts from the folder of the source that names it (`__file__`), not from the working directory.
  package var isBesideTheFile: Bool { path.base != nil && !isInHome || path.origin == Self.besideTheFile }
  /// Whether the path starts from the home folder of the user that the service runs as.
  package var isInHome: Bool { path.base == Self.home }

  /// The base of such a path.
  package static let home = "~"

  /// What the origin of such a path says.
  package static let besideTheFile = "beside the file"
}

/// A twistd subcommand.
package struct Plugin: Sendable, Equatable {
  /// The subcommand's name (`tapname`).
  package var name: Fact<String>
  package var summary: Fact<String>?
  /// The module that makes the service, as `ServiceMaker` names it.
  package var module: Fact<String>?
  package var options: [Option] = []
  /// What it does that only root may, as a clause that follows its name.
  package var rootReason: String?

  /// One of the plugin's own command-line options, from `optParameters` or `optFlags`.
  package struct Option: Sendable, Equatable {
    package var name: String
    package var short: String?
    /// A flag takes no value.
    package var isFlag: Bool
    /// The default, as text.
    package var fallback: String?
    package var summary: String?
    package var location: SourceLocation

    package init(
      name: String, short: String? = nil, isFlag: Bool, fallback: String? = nil, summary: String? = nil,
      at location: SourceLocation
    ) {
      self.name = name
      self.short = short
      self.isFlag = isFlag
      self.fallback = fallback
      self.summary = summary
      self.location = location
    }
  }

  package init(name: Fact<String>, summary: Fact<String>? = nil, module: Fact<String>? = nil) {
    self.name = name
    self.summary = summary
    self.module = module
  }
}
