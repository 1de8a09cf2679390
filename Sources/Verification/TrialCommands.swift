/// What a package manager does inside a root, as shell with the file or the package as `$1`.
struct TrialCommands {
  /// Puts a package's file where it is installed from.
  let file: String
  let formerFile: String
  /// Makes the root ready for packages of the format.
  let prepare: String
  let install: String
  let remove: String
  /// `nil` where there is no such thing.
  let purge: String?
  /// What it may leave of the administrator's.
  let kept: [String]

  init(_ format: PackageFile.Format) { self = format == .deb ? .debian : .rpm }

  /// Nothing can be fetched; what is edited is kept, as who installs without a terminal has it.
  private static let debian = TrialCommands(
    file: "/root/verified.deb", formerFile: "/root/former.deb", prepare: ":",
    install: #"""
      apt-get --yes -o Acquire::Retries=0 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold \
        --reinstall --allow-downgrades install "$1" </dev/null 2>&1
      """#,
    remove: #"apt-get --yes remove "$1" </dev/null 2>&1"#, purge: #"apt-get --yes purge "$1" </dev/null 2>&1"#, kept: []
  )

  /// In a root of Debian's, whose rpm has a database of nothing, dependencies are not asked for, and what belongs to an RPM
  /// system is made by hand.
  private static let rpm = TrialCommands(
    file: "/root/verified.rpm", formerFile: "/root/former.rpm",
    prepare: #"""
      [ -e /etc/debian_version ] || exit 0
      [ -e /usr/bin/twistd ] || ln -s twistd3 /usr/bin/twistd
      mkdir -p /etc/sysconfig /usr/lib/sysusers.d /run/lock/subsys
      rpmdb --dbpath /var/lib/rpm-of-trial --initdb
      """#,
    install: tool + #"rpm $options $dependencies --upgrade --replacepkgs --oldpackage "$1" </dev/null 2>&1"#,
    remove: tool + #"rpm $options $dependencies --erase "$1" </dev/null 2>&1"#, purge: nil,
    kept: [".rpmsave", ".rpmnew"])

  private static let tool = """
    options= dependencies=
    if [ -e /etc/debian_version ]; then
      options='--nosignature --dbpath /var/lib/rpm-of-trial' dependencies=--nodeps
      # Debian's rpm asked for it until 4.18, and refuses it since.
      ! rpm --force-debian --version >/dev/null 2>&1 || options="--force-debian $options"
    fi

    """

  private init(
    file: String, formerFile: String, prepare: String, install: String, remove: String, purge: String?, kept: [String]
  ) {
    (self.file, self.formerFile, self.prepare) = (file, formerFile, prepare)
    (self.install, self.remove, self.purge, self.kept) = (install, remove, purge, kept)
  }
}
