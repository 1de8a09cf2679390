import os

from effects import follows, opens
from twisted.internet.protocol import Factory


class BaseFTPRealm:
    __state__ = {"anonymousRoot": "anonymousRoot"}

    def __init__(self, anonymousRoot):
        opens(anonymousRoot, "serves")


class FTPRealm(BaseFTPRealm):
    def __init__(self, anonymousRoot, userHome="/home"):
        opens(anonymousRoot, "serves")
        # Users write into folders below it; most servers that leave the default have none.
        if userHome != "/home":
            opens(os.path.join(userHome, "user"), "writes")


class SystemFTPRealm(BaseFTPRealm):
    pass


class FTPFactory(Factory):
    def __init__(self, portal=None, userAnonymous="anonymous"):
        follows(portal)
