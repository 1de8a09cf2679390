import pwd
from grp import getgrnam
from twisted.application.service import Application

user = pwd.getpwnam("finger")
application = Application("finger", user.pw_uid, getgrnam("nogroup")[2])  #! name finger ;; uid ?(user:finger) ;; gid ?(group:nogroup)
#! modules stdlib: grp pwd
#! modules twisted: twisted.application.service
