from effects import follows, isText, opens
from twisted.web.http import HTTPFactory


class Site(HTTPFactory):
    __state__ = {"logPath": "logPath", "resource": "resource"}

    def __init__(self, resource, requestFactory=None, *args, **kwargs):
        self.resource = resource
        follows(resource)
        # Before Twisted 16.0 the second parameter was the path of the log.
        if isText(requestFactory):
            opens(requestFactory, "logs")
        opens(kwargs.get("logPath"), "logs")
        if args:
            opens(args[0], "logs")
