import Foundation
import TestSupport
import Testing
import Verification

extension SystemTests {
  /// `--verify` runs a package as root. One that attacks the machine reaches nothing but the root that is thrown away.
  @Suite(.enabled(if: wantsEverything, "trying a package takes half a minute"))
  struct HostilePackageTests {
    /// What a maintainer script tries, in shell, and tells if it gets through. `$victim` is a folder out here, `$pid` a process,
    /// `$port` a port that listens.
    private static let attacks = #"""
      got() { echo "GOT THROUGH: $*"; echo "GOT THROUGH: $*" >&2; through=yes; }
      through=
      # Files out here, by whatever process has another root.
      for place in /proc/[0-9]*/root /proc/[0-9]*/cwd; do
        if [ -e "$place$victim" ]; then got "$place"; echo owned >"$place$victim/file" || :; fi
      done
      chroot /proc/1/root test -e "$victim" && got "the root of the first process"
      nsenter --target 1 --all test -e "$victim" && got "the namespaces of the first process"
      python3 - "$victim" <<'P' && got "a chroot within a chroot"
      import os, sys
      os.makedirs("/srv/jail", exist_ok=True)
      here = os.open("/", os.O_RDONLY)
      os.chroot("/srv/jail")
      os.fchdir(here)
      for _ in range(64): os.chdir("..")
      os.chroot(".")
      sys.exit(not os.path.exists(sys.argv[1]))
      P
      rmdir /srv/jail
      # Its disks and file systems.
      for device in "b 8 0" "b 254 0" "b 259 0" "b 7 0" "c 1 1"; do mknod /srv/disk $device && got "mknod $device"; done
      for type in devtmpfs cgroup debugfs securityfs tracefs; do mount -t $type none /mnt && got "mount $type" && umount /mnt; done
      if mount -t cgroup -o memory none /mnt; then
        echo 99999999999 2>/dev/null >/mnt/memory.limit_in_bytes && got "the bound of memory"
        echo /srv/env 2>/dev/null >/mnt/release_agent && got "the release agent"
        umount /mnt
      fi
      if mount -t cgroup2 none /mnt; then
        echo 1 >/mnt/cgroup.procs && [ -e "/mnt/../sys$victim" ] && got "the groups"
        [ -z "$(find /mnt -maxdepth 2 -name 'victim-*')" ] || got "groups of others"
        umount /mnt
      fi
      mount --bind /proc/1/root /mnt && { [ ! -e "/mnt$victim" ] || got "a bind mount"; umount /mnt; }
      # Its processes, memory and kernel.
      kill -0 "$pid" && [ "$(tr '\0' ' ' <"/proc/$pid/cmdline")" = "sleep 100000.5 " ] && got "a process"
      [ -z "$(grep -las '100000[.]5' /proc/[0-9]*/cmdline)" ] || got "processes are seen"
      for file in kernel/core_pattern kernel/modprobe kernel/sysrq vm/overcommit_memory; do
        [ ! -e /proc/sys/$file ] || (cat /proc/sys/$file >/proc/sys/$file) 2>/dev/null && [ -e /proc/sys/$file ] && got "sysctl $file"
      done
      [ ! -c /dev/mem ] && [ ! -c /dev/kmsg ] || got "devices of the kernel"
      date -s "$(date)" >/dev/null && got "the clock"
      hostname owned || :
      # Its network.
      python3 -c "import socket, sys; socket.create_connection(('127.0.0.1', int(sys.argv[1])), 2)" "$port" && got "a port"
      python3 -c "import socket; socket.socket(socket.AF_UNIX).connect('\0tap2deb-victim')" && got "an abstract socket"
      [ -z "$(ip -o link | grep -v ' lo:' | grep -v ' \(tunl\|gre\|sit\|ip6\|erspan\|teql\|dummy\)')" ] || got "an interface"
      # What stays behind: a process, and programs of the root that the next commands of root's run.
      setsid sleep 98765.4 >/dev/null 2>&1 &
      [ -e /usr/bin/env.kept ] || cp /usr/bin/env /usr/bin/env.kept
      printf '#!/bin/sh\n[ ! -e "%s" ] || echo owned >"%s/file"\nmknod /srv/disk b 8 0 2>/dev/null && echo "GOT THROUGH: env" >&2\nexec /usr/bin/env.kept "$@"\n' \
        "$victim" "$victim" >/srv/env && chmod 755 /srv/env && mv /srv/env /usr/bin/env
      [ -z "$through" ] || exit 1
      """#

    @Test(.timeLimit(.minutes(10)))
    func reachesNothingOfTheMachine() throws {
      try withTemporaryFolder { folder in
        try "from twisted.application import service\napplication = service.Application('web')\n"
          .write(toFile: "\(folder)/web.tac", atomically: false, encoding: .utf8)
        let script = #"""
          cd "$1"
          mkdir victim; echo kept >victim/file; chmod -R 777 victim
          sleep 100000.5 & pid=$!
          python3 -c '
          import socket, sys
          server = socket.create_server(("127.0.0.1", 0))
          other = socket.socket(socket.AF_UNIX); other.bind("\0tap2deb-victim"); other.listen()
          print(server.getsockname()[1], flush=True)
          for listener in server, other: listener.settimeout(1)
          while True:
              for listener in server, other:
                  try: listener.accept(); open("victim/file", "w").write("connected")
                  except TimeoutError: pass
          ' >port & server=$!
          until [ -s port ]; do sleep 0.1; done
          { printf 'victim=%s pid=%s port=%s\n' "$1/victim" "$pid" "$(cat port)"; cat attacks; } >postinst
          "$2" -t web.tac -m 'Ada Example <ada@example.org>' -o out -q --binary-only --postinst postinst >/dev/null
          look() { hostname; cat /proc/sys/kernel/core_pattern; cat victim/file; ls victim; }
          before=$(look)
          "$2" --verify --json --verify-root "$3" out/*.deb >verdict.json 2>errors && status=0 || status=$?
          [ "$(look)" = "$before" ] || { look; exit 20; }
          kill -0 "$pid" || exit 21
          kill "$pid" "$server"
          ! pgrep -f 'sleep 98765[.]4' || exit 22
          ! grep -h 'GOT THROUGH' verdict.json errors || exit 23
          grep -q '"install"' verdict.json || { cat verdict.json errors; exit 24; }
          cat verdict.json
          """#
        try Self.attacks.write(toFile: "\(folder)/attacks", atomically: false, encoding: .utf8)
        var program = Privilege.command(
          "sh", ["-euc", script, "sh", folder, Places.tap2deb, try RootRecipe.systemd.tarball()])
        program.timeout = .seconds(300)
        let result = try program.run()
        #expect(result.status == 0, "\(result)")
        let document = try JSONDecoder().decode(VerifyDocument.self, from: Data(result.output.utf8))
        // Each attack was tried to its end, in both kinds of root, and none of them made the script fail.
        for place in ["systemd", "init-script"] {
          let cells = document.verify.flatMap(\.cells)
          #expect(cells.contains { $0.place == place && $0.check == "install" && $0.outcome == "passed" }, "\(cells)")
        }
      }
    }

    /// Outside of its root, a trial runs the programs that docs/security.md names, and no others.
    @Test(.timeLimit(.minutes(10)))
    func runsWhatThePageNames() throws {
      let page = try String(contentsOfFile: "\(Places.repository)/docs/security.md", encoding: .utf8)
      let line = try #require(page.split(separator: "\n").first { $0.hasPrefix("Out here, a trial runs ") })
      let named = Set(line.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
      try withTemporaryFolder { folder in
        try ExamplePackage.withDeb { package in
          // Programs are found by PATH out here, and each tells that it was.
          let script = #"""
            mkdir "$1/bin"
            for file in /usr/sbin/* /usr/bin/*; do
              [ ! -x "$file" ] || [ -d "$file" ] ||
                printf '#!/bin/sh\necho %s >>%s\nexec %s "$@"\n' "${file##*/}" "$1/log" "$file" >"$1/bin/${file##*/}"
            done
            chmod 755 "$1" "$1/bin" "$1"/bin/*; : >"$1/log"; chmod 666 "$1/log"
            PATH=$1/bin:/usr/sbin:/usr/bin:/sbin:/bin "$2" --verify --verify-root "$3" "$4" >"$1/said" 2>&1 || { cat "$1/said"; exit 1; }
            sort -u "$1/log"
            """#
          var program = Privilege.command(
            "sh", ["-euc", script, "sh", folder, Places.tap2deb, try RootRecipe.systemd.tarball(), package])
          program.timeout = .seconds(300)
          let run = Set(try program.run().successful().output.split(separator: "\n").map(String.init))
          #expect(run.isSubset(of: named), "\(run.subtracting(named).sorted())")
          #expect(
            named.subtracting(run).isSubset(of: ["systemd-run", "gzip", "xz", "zstd", "bzip2"]),
            "\(named.subtracting(run))")
        }
      }
    }
  }
}
