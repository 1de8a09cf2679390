from effects import connects, repeats
from twisted.application.service import Service


class AcmeIssuingService(Service):
    def __init__(self, cert_store, client_creator, clock, responders, email=None, check_interval=None,
                 reissue_interval=None, panic_interval=None, panic=None, generate_key=None):
        connects(self, "ssl", "acme-v02.api.letsencrypt.org", 443)
        repeats(self, 86400)
