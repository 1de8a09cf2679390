"""Starts a converted application under twistd and speaks its protocol.   usage: speak.py KIND FILE.tac OLD-PORT"""
import ftplib, os, poplib, re, smtplib, socket, struct, subprocess, sys, tempfile, threading, time, urllib.request

kind, path, old = sys.argv[1:]


def free():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


port = free()
folder = os.path.dirname(os.path.abspath(path))
with tempfile.TemporaryDirectory() as root:
    os.chmod(root, 0o755)
    with open(os.path.join(root, "index.html"), "w") as page:
        page.write("it works\n")
    with open(path) as file:
        source = file.read()
    # Where the application listens and what it serves is of another machine; whom it runs as, too.
    source = re.sub(r"(?<![0-9])%s(?![0-9])" % old, str(port), source)
    source = source.replace("/srv/www", root).replace("/srv/ftp", root)
    source = re.sub(r", uid=\d+, gid=\d+", "", source)
    source = re.sub(r", logPath='[^']*'", "", source)
    source = source.replace("'tcp:%d'" % port, "'tcp:%d:interface=127.0.0.1'" % port)
    source = re.sub(r"/srv/(mail|relay|words)", root, source)
    # The second port of a server that has two.
    other = free()
    source = re.sub(r"tcp:(8110|13)(?![0-9])", "tcp:%d:interface=127.0.0.1" % other, source)
    if kind == "mail":
        # A user, as MaildirDirdbmDomain keeps them.
        from twisted.persisted import dirdbm
        dirdbm.DirDBM(os.path.join(root, "passwd"))[b"ada"] = b"lovelace"
    if kind in ("words", "manhole"):
        with open(os.path.join(root, "passwd"), "w") as passwords:
            passwords.write("ada:lovelace\n")
    if kind == "conch":
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", os.path.join(root, "ssh_host_ed25519_key")], check=True)
        source = source.replace("/etc/ssh", root)
    if kind == "procmon":
        source = source.replace("/tmp/procmon.out", os.path.join(root, "started"))
        source = re.sub(r".*addProcess\('other'.*\n", "", source)
    if kind in ("portforward", "socks"):
        echo = socket.create_server(("127.0.0.1", 0))
        source = source.replace("9999", str(echo.getsockname()[1]))

        def serve():
            while True:
                connection, _ = echo.accept()
                connection.sendall(b"through: " + connection.recv(100))
                connection.close()

        threading.Thread(target=serve, daemon=True).start()
    with open(path, "w") as file:
        file.write(source)
    log = os.path.join(root, "log")
    twistd = subprocess.Popen(
        ["twistd3", "-n", "-y", path, "--pidfile", os.path.join(root, "pid"), "--logfile", log, "-o"], cwd=root)

    def speak():
        if kind == "web":
            return b"it works" in urllib.request.urlopen("http://127.0.0.1:%d/index.html" % port, timeout=5).read()
        if kind == "ftp":
            with ftplib.FTP() as ftp:
                ftp.connect("127.0.0.1", port, timeout=5)
                ftp.login()
                return "index.html" in ftp.nlst(".")
        if kind == "dns":
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
                client.settimeout(2)
                client.connect(("127.0.0.1", port))
                query = struct.pack("!HHHHHH", 7, 0x0100, 1, 0, 0, 0) + b"\x09localhost\x00" + struct.pack("!HH", 1, 1)
                client.send(query)
                return bytes([127, 0, 0, 1]) in client.recv(512)
        if kind == "procmon":
            return open(os.path.join(root, "started")).read() in ("running\n", "")
        if kind == "conch":
            keys = subprocess.run(["ssh-keyscan", "-T", "5", "-p", str(port), "127.0.0.1"], capture_output=True, text=True)
            return "ssh-ed25519" in keys.stdout
        if kind in ("mail", "relay"):
            with smtplib.SMTP("127.0.0.1", port, timeout=5) as smtp:
                smtp.helo("client.example.org")
                if smtp.mail("bob@example.com")[0] != 250:
                    return False
                if kind == "relay":
                    # Twisted 22.4 asks a filter for its length when it is to relay a letter.
                    return True
                # Twisted 22.4 mixes text and bytes when it writes a letter, so whom it takes letters for is asked.
                if smtp.rcpt("ada@example.org")[0] != 250 or smtp.rcpt("eve@example.org")[0] != 550:
                    return False
            # Neither does its POP3 let anybody in who has letters.
            pop = poplib.POP3("127.0.0.1", other, timeout=5)
            return pop.user("ada@example.org").startswith(b"+OK")
        with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
            if kind == "words":
                # It compares text with the bytes of a file of passwords, so it lets nobody in; but it answers.
                client.sendall(b"PASS lovelace\r\nNICK ada\r\nUSER ada 0 * :Ada\r\n")
                text = b""
                while b"NickServ" not in text:
                    text += client.recv(1000) or b"NickServ gone"
                return b"gone" not in text and b" 375 ada " in text
            if kind == "inetd":
                client.sendall(b"hello")
                if client.recv(100) != b"hello":
                    return False
                with socket.create_connection(("127.0.0.1", other), timeout=5) as dater:
                    # Another user's program is root's to start.
                    return os.getuid() != 0 or b":" in dater.recv(100)
            if kind == "socks":
                request = struct.pack("!BBH4s", 4, 1, echo.getsockname()[1], bytes([127, 0, 0, 1])) + b"me\0"
                client.sendall(request)
                if client.recv(8)[1] != 90:
                    return False
            if kind in ("telnet", "manhole"):
                text = b""
                while b"sername" not in text:
                    text += client.recv(100) or b"sername gone"
                return b"gone" not in text
            client.sendall(b"hello")
            return client.recv(100) == b"through: hello"

    try:
        end = time.monotonic() + 40
        while True:
            try:
                assert speak()
                print("spoken to")
                break
            except (OSError, EOFError, AssertionError, smtplib.SMTPException, poplib.error_proto) as error:
                if time.monotonic() > end or twistd.poll() is not None:
                    print("no answer:", repr(error))
                    print(open(log).read() if os.path.exists(log) else "no log")
                    sys.exit(1)
                time.sleep(0.1)
    finally:
        twistd.kill()
        twistd.wait()
