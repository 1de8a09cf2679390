from zope.interface import provider
from twisted.application.service import IServiceMaker
from twisted.plugin import IPlugin
from mine.commandline import CommandLineOptions

@provider(IServiceMaker, IPlugin)
class Start:  #! plugin start ;; note the subcommand's options are defined in code that was not read (import:mine.commandline.CommandLineOptions)
    tapname = "start"
    description = "Starts it."
    options = CommandLineOptions

class Unused:
    tapname = "unused"
#! modules third-party: mine.commandline
#! modules twisted: twisted.application.service twisted.plugin zope.interface
