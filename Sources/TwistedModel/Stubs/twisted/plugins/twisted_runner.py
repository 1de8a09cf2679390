from twisted.application.service import ServiceMaker

TwistedProcmon = ServiceMaker("Twisted Process Monitor", "twisted.runner.procmontap", "A process watchdog / supervisor", "procmon")
