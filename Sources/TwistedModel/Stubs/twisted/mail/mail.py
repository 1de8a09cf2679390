from effects import calls, opens, repeats
from twisted.application.internet import TimerService
from twisted.application.service import MultiService


class MailService(MultiService):
    def __init__(self):
        pass


class FileMonitoringService(TimerService):
    def __init__(self):
        repeats(self, 1, self._checkConfigFile)

    def _checkConfigFile(self):
        pass

    def monitorFile(self, name, callback, interval=10):
        opens(name, "reads")
        calls(callback, name)
