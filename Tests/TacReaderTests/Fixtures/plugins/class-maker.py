from twisted.application import strports
from twisted.application.service import IServiceMaker
from twisted.plugin import IPlugin
from twisted.python import usage
from zope.interface import implementer, provider

from shop import core


@provider(IServiceMaker, IPlugin)
class Shop:  #! plugin shop
    tapname = "shop"
    description = "Sells."
    options = usage.Options

    @classmethod
    def makeService(cls, options):
        return strports.service("tcp:8049", None)  #! listener tcp 8049


@implementer(IServiceMaker, IPlugin)
class Maker(object):
    description = "Sells elsewhere."
    options = usage.Options

    def __init__(self, tapname):
        self.tapname = tapname

    def makeService(self, options):
        return core.serve(options)


other = Maker("other")  #! plugin other ;; note a service is made by code that was not read (a call of core.serve()), so the ports that it opens are not known
#! modules third-party: shop
#! modules twisted: twisted.application.service twisted.application.strports twisted.plugin twisted.python.usage zope.interface
