from effects import connects, listens
from twisted.internet.endpoints import _ServerEndpoint


class AutoTLSEndpoint(_ServerEndpoint):
    def __init__(self, reactor, directory, client_creator, cert_store, cert_mapping, sub_endpoint):
        connects(None, "ssl", "acme-v02.api.letsencrypt.org", 443)
        listens(self, sub_endpoint)
