import Testing
import Toolbox

@Suite struct InstallerTests {
  @Test(arguments: [
    ("ID=debian\nVERSION_ID=\"12\"\n", "sudo apt-get install xz-utils"),
    ("NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", "sudo apt-get install xz-utils"),
    ("ID=fedora\n", "sudo dnf install /usr/bin/xz"),
    ("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", "sudo dnf install /usr/bin/xz"),
    ("ID=\"opensuse-leap\"\nID_LIKE=\"suse opensuse\"\n", "sudo zypper install /usr/bin/xz"),
    ("ID=alpine\n", "on Debian: apt-get install xz-utils"), ("", "on Debian: apt-get install xz-utils"),
  ])
  func namesTheCommandOfTheSystem(release: String, command: String) {
    #expect(Installer(release: release).command("xz-utils", for: "xz") == command)
  }
}
