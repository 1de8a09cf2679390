import RPM
import Testing

/// Which folders a package of a service does not own.
@Suite struct SharedFoldersTests {
  @Test func hasRowsThatArePathsInOrder() {
    let rows = SharedFolders.rows
    #expect(rows.count > 200)
    for (row, next) in zip(rows, rows.dropFirst()) {
      #expect(row.utf8.lexicographicallyPrecedes(next.utf8), "\(row) and \(next)")
    }
    for row in rows {
      let parts = row.split(separator: "/", omittingEmptySubsequences: false)
      #expect(parts.first == "" && parts.dropFirst().allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }, "\(row)")
      #expect(parts.allSatisfy { $0.filter { $0 == "*" }.count < 2 }, "\(row)")
      #expect(SharedFolders.contain(row))
    }
  }

  @Test(arguments: [
    "/", "/etc", "/opt", "/srv", "/usr/share", "/etc/nginx", "/etc/nginx/conf.d", "/usr/lib/systemd/system",
    "/etc/rc.d",
    "/etc/rc3.d", "/usr/lib/python3.12/site-packages",
    "/usr/share/man/man1", "/var/lib", "/etc/sudoers.d", "/etc/pm",
    "/etc/X11/xinit/xinitrc.d", "/usr/share/augeas/lenses", "/usr/share/help",
  ])
  func knows(folder: String) { #expect(SharedFolders.contain(folder)) }

  @Test(arguments: [
    "/opt/foo", "/etc/foo.d", "/etc/nginx/conf.d/own", "/usr/share/foo", "/usr/lib/foo", "/var/lib/foo", "/srv/site",
    "/usr/lib/systemd/system/x.service.d",
  ])
  func leaves(folder: String) { #expect(!SharedFolders.contain(folder)) }
}
