"""Starts a converted application under twistd and speaks its protocol.   usage: speak.py KIND FILE.tac OLD-PORT"""
import ftplib, os, re, socket, struct, subprocess, sys, tempfile, threading, time, urllib.request

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
    if kind == "portforward":
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
        with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
            if kind == "telnet":
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
            except (OSError, EOFError, AssertionError) as error:
                if time.monotonic() > end or twistd.poll() is not None:
                    print("no answer:", repr(error))
                    print(open(log).read() if os.path.exists(log) else "no log")
                    sys.exit(1)
                time.sleep(0.1)
    finally:
        twistd.kill()
        twistd.wait()
