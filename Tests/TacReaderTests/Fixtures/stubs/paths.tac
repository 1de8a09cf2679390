import codecs, configparser, dbm, glob, gzip, io, mako.lookup, os, shutil, subprocess, tarfile
from pathlib import Path
from twisted.application import service
from twisted.internet import reactor
from twisted.python.filepath import FilePath
application = service.Application("paths")  #! name paths
configparser.ConfigParser().read(["a.cfg", "b.cfg"])  #! file reads a.cfg ;; file reads b.cfg
shutil.copytree("d", "d2")  #! file reads folder d ;; file writes folder d2
os.listdir("d")  #! file reads folder d
glob.glob("d/*/x")  #! file reads folder d
glob.glob("*.cfg")  #! file reads folder .
list(Path(__file__).parent.joinpath("d").iterdir())  #! file reads folder d beside
mako.lookup.TemplateLookup(directories=["d"])  #! file reads folder d
reactor.spawnProcess(None, "d/x", ["x"])  #! file reads d/x
reactor.spawnProcess(None, "ls", ["ls"])
subprocess.check_call(["bin/step", "--all"])  #! file reads bin/step
io.open("/srv/d/a", "a")  #! file writes /srv/d/a
codecs.open("/srv/d/b", "w", "utf-8")  #! file writes /srv/d/b
gzip.open("/srv/d/c")  #! file reads /srv/d/c
tarfile.open("/srv/d/t", "r:xz")  #! file reads /srv/d/t
Path("/srv/d/e").open("w")  #! file writes /srv/d/e
Path("/srv/d/f").open()  #! file reads /srv/d/f
Path("/srv/d/g").mkdir(exist_ok=True)  #! file writes folder /srv/d/g
os.makedirs("/srv/d/h", exist_ok=True)  #! file writes folder /srv/d/h
FilePath("/srv/d/i").open("w")  #! file writes /srv/d/i
FilePath("/srv/d").child("j").create()  #! file writes /srv/d/j
FilePath("/srv/d/k").makedirs()  #! file writes folder /srv/d/k
FilePath("/srv/d/l").touch()  #! file writes /srv/d/l
os.open("/srv/d/m", os.O_CREAT | os.O_WRONLY)  #! file writes /srv/d/m
os.open("/srv/d/n", os.O_RDONLY)  #! file reads /srv/d/n
os.rename("/srv/d/o", "/srv/d/p")  #! file writes /srv/d/o ;; file writes /srv/d/p
FilePath("/srv/d/q").remove()  #! file writes /srv/d/q
try:
    os.mkdir("/srv/d/r")  #! file writes folder /srv/d/r
except OSError:
    open("/srv/d/s")  #! file reads /srv/d/s conditional
#! modules stdlib: codecs configparser dbm glob gzip io os pathlib shutil subprocess tarfile
#! modules third-party: mako.lookup
#! modules twisted: twisted.application.service twisted.internet.reactor twisted.python.filepath
