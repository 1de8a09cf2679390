from configparser import ConfigParser
from twisted.application import internet, service
import shop.conf


class Open(dict):
    def __getattr__(self, name):
        return self[name]


class Own(dict):
    def __init__(self, *args, **kwargs):
        super(Own, self).__init__(*args, **kwargs)
        self.__dict__ = self


class Bunch:
    def __init__(self, **entries):
        self.__dict__.update(entries)


class Computed(object):
    def __getattr__(self, name):
        return {"port": 604, "other": 605}[name]

    def __getitem__(self, name):
        return {"port": 606}[name]


class FromFile(dict):
    def __init__(self, path):
        dict.__init__(self, port=607)
        for key, value in shop.conf.pairs(path):
            self[key] = value


application = service.Application("mappings")  #! name mappings


def serve(port):
    internet.TCPServer(port, None).setServiceParent(application)  #! listener tcp 600 ;; listener tcp 601 ;; listener tcp 602 ;; listener tcp 603 ;; listener tcp 604 ;; listener tcp 605 ;; listener tcp 606 ;; listener tcp ?(a call of shop.conf.pairs()|607) ;; listener tcp 608 ;; listener tcp ?(a file that is not followed|609) ;; listener tcp ?(a call of shop.conf.load_into()|610) ;; listener tcp ?(config:web.port|611) ;; listener tcp ?(config:mail.port|612)


settings = Open(port=600)
settings.update({"second": 601})
serve(settings.port)
serve(settings["second"])
own = Own({"port": 602})
serve(own.port)
serve(Bunch(port=603).port)
serve(Computed().port)
serve(getattr(Computed(), "other"))
serve(Computed()["port"])
serve(FromFile("/etc/shop").get("port"))
serve(dict(Open(port=608))["port"])
filled = {"port": 609}
execfile("/etc/shop.py", filled)  #! file reads /etc/shop.py ;; note execfile runs a file that is not followed
serve(filled["port"])
loaded = {"port": 610}
shop.conf.load_into(loaded)
serve(loaded["port"])
parser = ConfigParser({"port": "612"})
parser.set("web", "port", "611")
parser.read("/etc/shop.ini")  #! file reads /etc/shop.ini
serve(parser.getint("web", "port"))
serve(int(parser.get("mail", "port")))
#! modules stdlib: configparser
#! modules third-party: shop.conf
#! modules twisted: twisted.application.internet twisted.application.service
