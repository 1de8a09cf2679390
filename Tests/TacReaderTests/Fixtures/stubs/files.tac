from twisted.application import service
from twisted.conch.ssh import keys
from twisted.cred import checkers
from twisted.internet import ssl
from twisted.mail import alias, maildir, relaymanager
from twisted.names import authority, client, hosts
from twisted.persisted import dirdbm
from twisted.protocols import ftp, socks
from twisted.python import logfile, zippath
application = service.Application("files")  #! name files
ssl.DefaultOpenSSLContextFactory("/etc/app/key.pem", "/etc/app/cert.pem")  #! file privateKey /etc/app/key.pem ;; file certificate /etc/app/cert.pem
checkers.FilePasswordDB("/etc/app/passwd")  #! file reads /etc/app/passwd
keys.Key.fromFile("/etc/app/host_rsa")  #! file privateKey /etc/app/host_rsa
keys.Key.fromFile("/etc/app/host_rsa.pub")  #! file reads /etc/app/host_rsa.pub
dirdbm.DirDBM("/var/lib/app/db")  #! file writes folder /var/lib/app/db
dirdbm.Shelf("/var/lib/app/shelf")  #! file writes folder /var/lib/app/shelf
ftp.FTPRealm("/srv/ftp")  #! file serves /srv/ftp
socks.SOCKSv4Factory("/var/log/app/socks.log")  #! file logs /var/log/app/socks.log
logfile.LogFile("a.log", "/var/log/app")  #! file logs /var/log/app/a.log
logfile.DailyLogFile.fromFullPath("/var/log/app/b.log")  #! file logs /var/log/app/b.log
authority.BindAuthority("/etc/app/zone")  #! file reads /etc/app/zone
hosts.Resolver("/etc/app/hosts")  #! file reads /etc/app/hosts
client.createResolver(resolvconf="/etc/app/resolv.conf")  #! file reads /etc/app/resolv.conf
maildir.MaildirDirdbmDomain(None, "/var/mail/app")  #! file writes /var/mail/app
relaymanager.Queue("/var/spool/app")  #! file writes /var/spool/app
zippath.ZipArchive("/srv/pages.zip")  #! file reads /srv/pages.zip
alias.loadAliasFile({}, "/etc/app/aliases")  #! file reads /etc/app/aliases
#! modules twisted: twisted.application.service twisted.conch.ssh.keys twisted.cred.checkers twisted.internet.ssl twisted.mail.alias twisted.mail.maildir twisted.mail.relaymanager twisted.names.authority twisted.names.client twisted.names.hosts twisted.persisted.dirdbm twisted.protocols.ftp twisted.protocols.socks twisted.python.logfile twisted.python.zippath
