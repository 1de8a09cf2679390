from effects import calls, connects
from twisted.application.service import Service


class SecondaryAuthority:
    def __init__(self, primaryIP, domain):
        calls(lambda: connects(None, "tcp", primaryIP, 53))


class SecondaryAuthorityService(Service):
    def __init__(self, primary, domains):
        if primary:
            connects(self, "tcp", primary, 53)

    @classmethod
    def fromServerAddressAndDomains(cls, serverAddress, domains):
        service = cls(None, domains)
        connects(service, "tcp", serverAddress[0], serverAddress[1])
        return service
