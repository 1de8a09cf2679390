import TestSupport
import Testing

/// A root in which the service's user attacks, and what must stay as it is.
struct Siege {
  enum Action { case installAgain, remove, purge }

  let root: any DebianSystem
  let format: LifecycleRow.Format
  /// The service.
  var name = "twisted-web"
  private var user: String { "_\(name)" }

  /// Installs the example, or the package of this path, and makes what the attacker would like to read, own or remove, and a
  /// process to end.
  init(of format: LifecycleRow.Format, in root: any DebianSystem, package: String? = nil) throws {
    (self.root, self.format) = (root, format)
    if let package {
      try bring(package)
      try root.installCopied(format)
    } else {
      try root.install(format)
    }
    try root.shell(
      """
      umask 077
      install -d -m 750 -o \(user) -g \(user) /var/lib/\(name)
      mkdir -p /victim/d /srv/www && echo secret >/victim/secret && echo kept >/victim/d/f
      chmod 755 /srv/www
      sleep 100000 >/dev/null 2>&1 & echo $! >/root/victim.pid
      """
    ).successful()
  }

  /// Puts a package where `manage` looks for it.
  func bring(_ package: String) throws {
    try root.copy(package, to: "/root/example.\(format == .deb ? "deb" : "rpm")")
  }

  /// Has the service run a text of Python first when it starts.
  func begin(_ source: String) throws {
    try root.shell(
      """
      cat >/etc/\(name)/web.tac <<'END'
      \(source)
      from twisted.application import service
      application = service.Application('web')
      END
      """
    ).successful()
  }

  /// Fills every folder of the service, as its user, and leaves modules there that root must not import.
  ///
  /// - Parameter paths: More names that are taken, in each of the folders.
  func plant(_ trap: SystemTests.HostileUserTests.Trap, _ paths: [String] = []) throws {
    try root.shell(
      """
      for folder in /run/\(name) /var/lib/\(name) /var/log/\(name); do
        [ -d "$folder" ] || install -d -o \(user) -g \(user) "$folder"
        setpriv --reuid=\(user) --regid=\(user) --clear-groups sh -c '
          cd "$1" && rm -rf ./* .initialised && mkdir -p __pycache__ deep/deep/deep htdocs
          for path in \(name).pid twistd.pid \(name).sock \(name).start __pycache__/x deep/deep/deep/x htdocs/index.html \(paths.joined(separator: " ")); do
            \(trap.rawValue) "$path"
          done
          for module in os twisted encodings site; do
            echo "import posix; posix.getuid() == 0 and open(\\"/victim/imported\\", \\"w\\")" >"$module.py"
          done
        ' sh "$folder" || exit
      done
      """
    ).successful()
  }

  /// Calls a verb of the init script from a folder of the attacker's.
  func call(_ verb: String, _ status: Int32, after trap: SystemTests.HostileUserTests.Trap?) throws {
    try expect("cd /var/lib/\(name) && timeout 45 /etc/init.d/\(name) \(verb)", status: status, trap)
  }

  /// Calls a verb that may fail, but neither hang nor harm.
  func dare(_ command: String, after trap: SystemTests.HostileUserTests.Trap) throws {
    try expect("timeout 60 \(command); [ $? != 124 ]", status: 0, trap)
  }

  func succeed(_ command: String, after trap: SystemTests.HostileUserTests.Trap?) throws {
    try expect("timeout 60 \(command)", status: 0, trap)
  }

  func manage(_ action: Action, after trap: SystemTests.HostileUserTests.Trap) throws {
    let rpm = "rpm \(DebianRoot.force) --dbpath /root/db"
    let command =
      switch (format, action) {
      case (.deb, .installAgain): "dpkg --force-unsafe-io --install /root/example.deb"
      case (.deb, .remove): "dpkg --remove twisted-web"
      case (.deb, .purge): "dpkg --purge twisted-web"
      case (.rpm, .installAgain): "\(rpm) --upgrade --force --nodeps /root/example.rpm"
      case (.rpm, .remove), (.rpm, .purge): "\(rpm) --erase twisted-web"
      }
    try expect("cd /var/lib/\(name) && timeout 90 \(command)", status: 0, trap)
  }

  /// The owners of the running twistd processes.
  func owners() throws -> [String] {
    try root.shell("pgrep -f '[t]wistd.*[.]tac' | xargs -r ps -o user:32= -p | sort -u").output
      .split(separator: "\n").map(String.init)
  }

  private func expect(_ command: String, status: Int32, _ trap: SystemTests.HostileUserTests.Trap?) throws {
    let title: Comment = "\(format), \(trap.map { "\($0)" } ?? "no trap"): \(command)"
    let result = try root.shell(command)
    #expect(result.status == status, "\(title): \(result)")
    let text = (result.output + result.errors).unicodeScalars
    #expect(text.allSatisfy { $0.value >= 0x20 || "\n\t\r".unicodeScalars.contains($0) }, title)
    let victim = try root.shell(
      "cd /victim && find . ! -type d -exec sha256sum {} + | sort | cut -c 65-; find . -printf '%p %m %U\\n' | sort; "
        + "cat secret d/f; kill -0 $(cat /root/victim.pid) && echo alive; stat -c %U%a /etc/shadow")
    #expect(victim.output == Self.untouched, title)
  }

  private static let untouched = """
      ./d/f
      ./secret
    . 700 0
    ./d 700 0
    ./d/f 600 0
    ./secret 600 0
    secret
    kept
    alive
    root640

    """
}
