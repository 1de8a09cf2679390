from effects import follows, opens


class NevowSite:
    __state__ = {"logPath": "logPath"}

    def __init__(self, resource, logPath=None, timeout=60, requestFactory=None):
        opens(logPath, "logs")
        follows(resource)
