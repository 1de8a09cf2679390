import inspect, os, pathlib, ssl, tempfile
from OpenSSL import SSL
from twisted.application import service
from twisted.python.filepath import FilePath
application = service.Application("x")  #! name x
context = SSL.Context(SSL.TLS_METHOD)
context.use_privatekey_file("tls/key.pem")  #! file privateKey tls/key.pem
context.use_certificate_chain_file("tls/chain.pem")  #! file certificate tls/chain.pem
context.load_verify_locations("tls/ca.pem")  #! file certificate tls/ca.pem
plain = ssl.create_default_context(cafile="/etc/app/ca.pem")  #! file certificate /etc/app/ca.pem
plain.load_cert_chain("/etc/app/a.crt", "/etc/app/a.key")  #! file certificate /etc/app/a.crt ;; file privateKey /etc/app/a.key
open(os.path.splitext(os.path.abspath(__file__))[0] + ".ini")  #! file reads contexts.ini beside
open(os.fspath(pathlib.Path(__file__).parent / "a.txt"))  #! file reads a.txt beside
(pathlib.Path.cwd() / "b.txt").read_text()  #! file reads ?(the working directory|./b.txt)
open(os.path.join(os.getcwd(), "c.txt"))  #! file reads ?(the working directory|./c.txt)
FilePath("a").clonePath("/srv/d.txt").getContent()  #! file reads /srv/d.txt
open(os.path.join(os.path.dirname(inspect.getfile(inspect.currentframe())), "e.txt"))  #! file reads e.txt beside
open(os.path.expandvars("$HOME/f.txt"))  #! file reads f.txt beside=~
open(os.path.expandvars("${DATA}/g.txt"))  #! variable DATA ;; file reads ?(env:DATA)
open(os.path.join(tempfile.gettempdir(), "h.txt"), "w")  #! file writes ?(the folder of temporary files|/tmp/h.txt)
#! modules stdlib: inspect os pathlib ssl tempfile
#! modules third-party: OpenSSL
#! modules twisted: twisted.application.service twisted.python.filepath
