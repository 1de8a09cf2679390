from effects import follows
from twisted.application.service import Service


class ServerService:
    def __init__(self, router, domain=None, secret=None):
        pass


class XMPPS2SServerFactory:
    def __init__(self, service):
        follows(service)
