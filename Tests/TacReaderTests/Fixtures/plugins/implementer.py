from typing import ClassVar
from zope.interface import implementer
from twisted.application import service, strports
from twisted.application.service import IServiceMaker
from twisted.plugin import IPlugin
from twisted.python import usage
from elsewhere import TheirOptions

class BaseOptions(usage.Options):
    optParameters = [["listen", "l", "tcp:4000", "Where."]]  #! option listen -l tcp:4000

class Options(BaseOptions):
    optFlags = [["debug", None, "Debug."]]  #! flag debug

@implementer(IServiceMaker, IPlugin)
class One:
    tapname: ClassVar[str] = "one"
    description: ClassVar[str] = "The first."
    options = Options

    def makeService(self, options: Options) -> service.IService:
        top = service.MultiService()
        strports.service(options["listen"], None).setServiceParent(top)  #! listener tcp ?(option:listen|4000)
        return top

@implementer(IServiceMaker, IPlugin)
class Two(object):
    options = TheirOptions

    def __init__(self, name):
        self.tapname = name
        self.description = "The second."

one = One()  #! plugin one
two = Two("two")  #! plugin two ;; note the subcommand's options are defined in code that was not read (import:elsewhere.TheirOptions)
#! modules stdlib: typing
#! modules third-party: elsewhere
#! modules twisted: twisted.application.service twisted.application.strports twisted.plugin twisted.python.usage zope.interface
#! python python3
