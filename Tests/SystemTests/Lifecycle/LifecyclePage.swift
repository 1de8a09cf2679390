import TestSupport

/// docs/lifecycle.md, from a table of outcomes.
enum LifecyclePage {
  static let path = "docs/lifecycle.md"

  static func text(_ outcomes: [LifecycleRow: [LifecycleEvent: LifecycleOutcome]]) -> String {
    let tables = LifecycleRow.Format.allCases.map { table(of: $0, outcomes) }
    return ([introduction] + tables + [linters]).joined(separator: "\n")
  }

  private static func table(
    of format: LifecycleRow.Format, _ outcomes: [LifecycleRow: [LifecycleEvent: LifecycleOutcome]]
  ) -> String {
    let columns = LifecycleRow.Place.allCases.flatMap { Self.columns(of: format, $0, outcomes) }
    var notes: [String] = []
    let lines = LifecycleEvent.allCases.compactMap { event -> String? in
      let cells = columns.map { column -> String in
        guard let outcome = outcomes[column.row]?[event] else { return "–" }
        return cell(outcome, &notes)
      }
      return cells.allSatisfy { $0 == "–" } ? nil : "| \(event.rawValue) | \(cells.joined(separator: " | ")) |"
    }
    let header = "| | \(columns.map(\.title).joined(separator: " | ")) |"
    let left = notes.enumerated().map { "\($0.offset + 1). Left: \($0.element)" }
    return """
      ## .\(format.rawValue)

      \(header)
      |---|\(columns.map { _ in "---|" }.joined())
      \(lines.joined(separator: "\n"))

      \(left.joined(separator: "\n"))

      """
  }

  /// A column for each release of Debian; one for those in which all is the same.
  private static func columns(
    of format: LifecycleRow.Format, _ place: LifecycleRow.Place,
    _ outcomes: [LifecycleRow: [LifecycleEvent: LifecycleOutcome]]
  ) -> [(title: String, row: LifecycleRow)] {
    var groups: [[LifecycleRow]] = []
    for suite in LifecycleRow.Suite.allCases {
      let row = LifecycleRow(format: format, place: place, suite: suite)
      if let index = groups.firstIndex(where: { outcomes[$0[0]] == outcomes[row] }) {
        groups[index].append(row)
      } else {
        groups.append([row])
      }
    }
    return groups.map { rows in
      ("\(place.rawValue)<br>Debian \(rows.map(\.suite.title).joined(separator: ", "))", rows[0])
    }
  }

  private static func cell(_ outcome: LifecycleOutcome, _ notes: inout [String]) -> String {
    var words = outcome.enablement == .none ? [] : [outcome.enablement.rawValue]
    words.append(outcome.runs ? outcome.answer ?? "**runs without an answer**" : "stopped")
    var text = words.joined(separator: ", ")
    if !outcome.left.isEmpty {
      let note = outcome.left.map { "`\($0)`" }.joined(separator: ", ")
      let number = notes.firstIndex(of: note) ?? notes.count
      if number == notes.count { notes.append(note) }
      text += " (\(number + 1))"
    }
    return text
  }

  private static var linters: String {
    """
    ## lintian and rpmlint

    What they say about a package of the example, and why it stays. No package ships an override. What one release of rpmlint alone
    says, 2.4 of Debian 12 or 2.7 of Debian 13, has that release beside it. With `--sysv`, 2.7 has a word on the init script too
    (`non-conffile-in-etc`), which on RPM systems is a program and no configuration.

    | | tag | reason |
    |---|---|---|
    \(JustifiedTag.all.map { "| \($0.checker.rawValue)\($0.suite.map { " \($0 == "trixie" ? "2.7" : "2.4")" } ?? "") | \($0.tag) | \($0.reason) |" }.joined(separator: "\n"))

    """
  }

  private static let introduction = """
    # What happens to the service when its package comes, changes and goes

    `make lifecycle` wrote this page from a run of `Tests/SystemTests/Lifecycle`, which does every event below with real packages
    in real systems of Debian 12, 13 and sid (rpm 4.18, 4.20 and 6.1): booted by systemd, booted by System V init, and not
    booted at all. The packages are made once, on Debian 12, and hold a web server that answers with its version, so a restart
    shows. Releases in which all cells are the same share a column; a dropped service, another user, other kinds of paths and a
    mount point were tried on Debian 12 alone. `make check` holds the page equal to the table that was
    written down first.

    ## The rules

    - An upgrade restarts what runs, once, when the new files are in place. It starts nothing else: a service that the
      administrator stopped stays stopped, a disabled one stays disabled, a masked one stays masked. With
      `--stop-during-upgrade` the service is down while its files change, and only what ran starts again.
    - A .deb enables and starts its service on the first installation (`--no-enable`, `--no-start`), and starts it again
      when it is installed after a removal. What the administrator disabled before stays disabled.
    - An .rpm never starts its service on installation; presets decide whether it is enabled. Here a preset says
      `enable twisted-*` and another, as on Fedora, `disable *`.
    - policy-rc.d decides for a .deb whether anything is started, restarted or stopped. Where neither it nor an init system is,
      as in most containers, Debian's invoke-rc.d forbids all of it: what somebody started by hand runs on, with the old code
      after an upgrade, and even after a removal. RPM systems have no policy-rc.d.
    - A failed upgrade leaves the service as it was (preinst), or running the new version (postinst; to rpm a warning, and
      from rpm 6 on an exit status of 1).
    - A changed configuration file survives an upgrade, beside `.dpkg-dist` or `.rpmnew`; a removal keeps it (rpm: as
      `.rpmsave`), a purge does not. The system user stays, for files elsewhere may be its own.

    A cell says whether the service is enabled, whether it is stopped, and otherwise what answers on its port. `–`: cannot happen
    there, because System V init cannot mask and rpm cannot purge, or nothing enables. Debian has no chkconfig, so .rpm on sysvinit runs
    with one that calls update-rc.d. Events begin with version 1 installed and, where it matters, started; a downgrade begins with version 2.

    """
}
